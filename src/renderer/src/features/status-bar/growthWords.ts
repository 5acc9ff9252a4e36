import type { Growth } from '../../state/growth'
import { formatNumberOf } from '../../ui/format'

/** What is told of a file that has grown: by how much, and whether that was checked. Null where there is nothing to say. */
export function growthWords(growth: Growth | null): string | null {
  if (growth === null) return null
  const { lines, bytes, isChecked } = growth
  const amount = lines > 0 ? formatNumberOf(lines, 'line') : formatNumberOf(bytes, 'byte')
  const hasGrown = lines + bytes > 0
  if (isChecked) return hasGrown ? `Grew by ${amount}; checked again` : 'Checked again'
  return hasGrown ? `Grew by ${amount}; not checked yet` : null
}
