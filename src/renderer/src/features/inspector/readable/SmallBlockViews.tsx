import type { NoticeBlock, PlanBlock, TableBlock } from '../../../../../shared/rollout/readable/readable'
import { BlockMenu, pointerChoice } from './BlockMenu'
import { ShownText } from './ShownText'

/** Steps of a plan, with the status that was recorded for each. */
export function PlanBlockView({ block: { steps, pointer } }: { readonly block: PlanBlock }) {
  const text = steps.map((step) => `[${step.status}] ${step.text}`).join('\n')
  return (
    <div role="group" className="block" aria-label="Plan">
      <BlockMenu
        name="Plan"
        choices={[{ label: 'Copy as text', what: 'Plan', text }, ...pointerChoice(pointer)]}
      />
      <ol className="block-plan">
        {steps.map((step, index) => (
          <li key={index} data-status={step.status}>
            <span className="badge" data-find="run">
              <ShownText text={step.status.replaceAll('_', ' ')} hasStyles={false} />
            </span>
            <span data-find="run">
              <ShownText text={step.text} hasStyles={false} />
            </span>
          </li>
        ))}
      </ol>
    </div>
  )
}

/** Numbers in rows and columns. */
export function TableBlockView({ block }: { readonly block: TableBlock }) {
  const { label, columns, rows, pointer } = block
  const text = [['', ...columns], ...rows.map((row) => [row.label, ...row.cells])]
    .map((cells) => cells.join('\t'))
    .join('\n')
  return (
    <div role="group" className="block" aria-label={label ?? 'Table'}>
      <BlockMenu
        name={label ?? 'Table'}
        choices={[{ label: 'Copy as text, with tabs', what: 'Table', text }, ...pointerChoice(pointer)]}
      />
      <table className="block-table">
        <thead>
          <tr>
            <th scope="col">{label}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className="num">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.label}>
              <th scope="row">{row.label}</th>
              {row.cells.map((cell, index) => (
                <td key={index} className="num">
                  {cell === '' ? <span className="quiet">not recorded</span> : cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** A sentence of ours about the record. */
export function NoticeBlockView({ block: { text, tone } }: { readonly block: NoticeBlock }) {
  return (
    <p className={`block block-notice notice-${tone}`} data-find="run">
      <ShownText text={text} hasStyles={false} />
    </p>
  )
}
