import type { RolloutHeader } from '../../../../shared/contract/openRollout'
import { eras, type Era } from '../../../../shared/rollout/eras'
import { Badge } from '../../ui/Badge'
import { formatBytes } from '../../ui/format'
import { visibleText } from '../../ui/visibleText'

export interface FactBadgesProps {
  readonly header: RolloutHeader
}

/** The facts of the session meta as badges. What was not recorded says so; it is never left out. */
export function FactBadges({ header }: FactBadgesProps) {
  const { summary } = header
  const commit = summary.gitCommit?.slice(0, 10) ?? null
  const git = [summary.gitBranch, commit].filter((part) => part !== null).join(' @ ')
  return (
    <div className="facts" role="list" aria-label="Facts of the session">
      <Fact label="Codex" value={summary.cliVersion} />
      <Fact label="source" value={summary.source ?? summary.originator} />
      <Fact label="provider" value={summary.modelProvider} />
      <Fact label="model" value={summary.model} />
      <Fact label="git" value={git === '' ? null : git} title={header.gitRepositoryUrl} />
      <EraFact era={eras[summary.era]} />
      {header.historyMode !== null && <Fact label="history" value={header.historyMode} />}
      {header.form === 'jsonl.zst' && (
        <Fact label="compressed" value={`zstd, ${formatBytes(header.sizeBytes)} on disk`} />
      )}
      {summary.archived && <Fact label="" value="archived" />}
      {header.origin === 'copy' && <Fact label="" value="copy, origin unknown" tone="warning" />}
      {header.forkedFromId !== null && <Fact label="forked from" value={header.forkedFromId} />}
      {header.parentThreadId !== null && <Fact label="child of" value={header.parentThreadId} />}
    </div>
  )
}

/** Which generation of the format a file is of; a file of another grammar must not pass for a rollout. */
function EraFact({ era }: { readonly era: Era }) {
  const name = era.letter === null ? era.title : `${era.title} (${era.letter})`
  const title = `${era.when}: ${era.shape}`
  return era.format === 'foreign' ? (
    <Fact label="not a rollout" value={name} title={title} tone="warning" />
  ) : (
    <Fact label="format" value={name} title={title} />
  )
}

interface FactProps {
  readonly label: string
  readonly value: string | null
  readonly title?: string | null
  readonly tone?: 'plain' | 'warning'
}

function Fact({ label, value, title, tone = 'plain' }: FactProps) {
  const hint = title === undefined || title === null ? {} : { title: visibleText(title) }
  return (
    <span role="listitem">
      <Badge tone={value === null ? 'absent' : tone} {...(label === '' ? {} : { label })} {...hint}>
        {value === null ? 'not recorded' : visibleText(value.slice(0, 80))}
      </Badge>
    </span>
  )
}
