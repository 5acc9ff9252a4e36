import type { RolloutHeader } from '../../../../shared/contract/openRollout'
import { copyText } from '../../state/copying'
import { usePreferences, useStores, useViewer } from '../../state/stores'
import { visibleTitle } from '../../state/titles'
import { CopyButton } from '../../ui/CopyButton'
import { formatBytes, formatCount, formatDateTime } from '../../ui/format'
import { visibleText } from '../../ui/visibleText'
import { FactBadges } from './FactBadges'
import { LineageLine } from './LineageLine'
import { hasRelatives } from './lineageWords'

export interface SessionHeaderProps {
  readonly header: RolloutHeader
}

/** What is open: its name, its identity, and the facts of its session meta. */
export function SessionHeader({ header }: SessionHeaderProps) {
  const stores = useStores()
  const zone = usePreferences((state) => state.timeZone)
  const { summary } = header
  return (
    <header className="session-header">
      <div className="identity">
        <h1 className="identity-title clip" title={visibleText(visibleTitle(summary))}>
          {visibleText(visibleTitle(summary).slice(0, 400))}
        </h1>
        <span className="identity-size num">
          {formatBytes(header.contentBytes)} · <LineCount />
        </span>
      </div>
      <div className="identity-line">
        <span className="mono clip" title={visibleText(summary.id ?? header.name)}>
          {summary.id === null ? visibleText(header.name) : shortId(visibleText(summary.id))}
        </span>
        <CopyButton
          label={summary.id === null ? 'Copy the file name' : 'Copy the session id'}
          onCopy={() => copyText(stores, summary.id ?? header.name, 'Session id')}
        />
        <span className="clip" title={visibleText(header.path)}>
          {summary.cwd === null ? 'no working directory recorded' : visibleText(summary.cwd)}
        </span>
        <span className="identity-time">
          {formatDateTime(summary.createdAt, zone) ?? 'no time recorded'} {zone === 'utc' ? 'UTC' : 'local'}
        </span>
      </div>
      {hasRelatives(summary.links) && <LineageLine fileId={header.fileId} />}
      <FactBadges header={header} />
    </header>
  )
}

/** The number of lines; while they are being counted, how many there are at least. Its place never moves. */
function LineCount() {
  const index = useViewer((state) => state.index)
  if (index === null) return <>counting lines</>
  const lines = `${formatCount(index.lineCount)} ${index.lineCount === 1 ? 'line' : 'lines'}`
  return <>{index.complete ? lines : `${lines} so far`}</>
}

function shortId(id: string): string {
  return id.length > 20 ? `${id.slice(0, 8)}…${id.slice(-6)}` : id
}
