import type { FactsBlock } from '../../../../../shared/rollout/readable/readable'
import { formatCount } from '../../../ui/format'
import { BlockMenu, pointerChoice } from './BlockMenu'
import { ShownText } from './ShownText'

export interface FactsBlockViewProps {
  readonly block: FactsBlock
}

/** Named values, one a row. */
export function FactsBlockView({ block: { label, facts } }: FactsBlockViewProps) {
  const all = facts.map(({ label: name, value }) => `${name}: ${value}`).join('\n')
  const choices = [
    { label: 'Copy all as text', what: 'Values', text: all },
    ...facts.flatMap((fact) => pointerChoice(fact.pointer, fact.label)),
  ]
  return (
    <div role="group" className="block" aria-label={label ?? 'Values'}>
      <BlockMenu name={label ?? 'Values'} choices={choices} />
      {label !== null && <h4 className="block-label">{label}</h4>}
      <dl className="block-facts">
        {facts.map(({ label: name, value, cut }, index) => (
          <div key={index}>
            <dt data-find="run">
              <ShownText text={name} hasStyles={false} />
            </dt>
            <dd data-find="run">
              {value === '' ? (
                <span className="quiet">empty</span>
              ) : (
                <ShownText text={value} hasStyles={false} />
              )}
              {cut !== null && (
                <span className="quiet"> … {formatCount(cut.hiddenCharacters)} more characters</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
