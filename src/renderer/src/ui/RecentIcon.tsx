import { FileText, Folder, House } from 'lucide-react'
import { assertNever } from '../../../shared/assertNever'
import type { Recent } from '../../../shared/settings/recent'

/** What kind of thing was opened before. */
export function RecentIcon({ kind }: Pick<Recent, 'kind'>) {
  switch (kind) {
    case 'root':
      return <House size={14} aria-hidden className="flex-none" />
    case 'folder':
      return <Folder size={14} aria-hidden className="flex-none" />
    case 'file':
      return <FileText size={14} aria-hidden className="flex-none" />
    default:
      return assertNever(kind)
  }
}
