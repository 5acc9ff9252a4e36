import { TriangleAlert } from 'lucide-react'
import type { BadgesBlock } from '../../../../../shared/rollout/readable/readable'
import { BlockMenu, pointerChoice } from './BlockMenu'
import { ShownText } from './ShownText'

export interface BadgesBlockViewProps {
  readonly block: BadgesBlock
}

const meanings = {
  plain: undefined,
  caution: 'Worth a look',
  danger: 'Nothing stands between the model and the machine here',
} as const

/** Settings and outcomes. What deserves attention has a mark as well as a colour. */
export function BadgesBlockView({ block: { badges } }: BadgesBlockViewProps) {
  const choices = badges.flatMap((badge) => pointerChoice(badge.pointer, badge.label))
  return (
    <div role="group" className="block" aria-label="Settings and outcomes">
      <BlockMenu name="Settings and outcomes" choices={choices} />
      <ul className="block-badges">
        {badges.map(({ label, value, detail, tone }, index) => (
          <li key={index} className={`policy policy-${tone}`} title={meanings[tone]}>
            {tone === 'danger' && <TriangleAlert size={12} strokeWidth={2} aria-hidden />}
            <span className="policy-label">{label}</span>
            <b data-find="run">
              <ShownText text={value} hasStyles={false} />
            </b>
            {detail !== null && (
              <span data-find="run" className="policy-detail">
                <ShownText text={detail} hasStyles={false} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
