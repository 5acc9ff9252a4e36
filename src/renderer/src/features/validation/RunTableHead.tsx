import { ArrowDown, ArrowUp } from 'lucide-react'
import type { RunSortKey } from '../../../../shared/validation/run'
import { useStores, useValidation } from '../../state/stores'

interface Column {
  readonly key: RunSortKey
  readonly word: string
  readonly title: string
  readonly className: string
}

const columns: readonly Column[] = [
  { key: 'verdict', word: 'Verdict', title: 'Sort by verdict', className: 'run-verdict' },
  { key: 'order', word: 'Session', title: 'In the order of the paths', className: 'run-session' },
  { key: 'errors', word: 'Errors', title: 'Sort by errors', className: 'run-number' },
  { key: 'warnings', word: 'Warnings', title: 'Sort by warnings', className: 'run-number' },
  { key: 'notes', word: 'Notes', title: 'Sort by notes', className: 'run-number run-rare' },
  { key: 'lines', word: 'Lines', title: 'Sort by lines', className: 'run-number run-rare' },
  { key: 'size', word: 'Size', title: 'Sort by size', className: 'run-number' },
  {
    key: 'time',
    word: 'Name time',
    title: 'Sort by the time in the file name, which is local time of who wrote it',
    className: 'run-time run-rare',
  },
]

/** Titles of the columns, which sort by them. */
export function RunTableHead() {
  const { validation } = useStores()
  const { sort, ascending } = useValidation((state) => state.view)
  return (
    <div className="run-head" role="group" aria-label="Sort by">
      {columns.map(({ key, word, title, className }) => {
        const isSorted = key === sort
        const Arrow = ascending ? ArrowUp : ArrowDown
        return (
          <button
            key={key}
            type="button"
            className={`run-column ${className}`}
            title={title}
            aria-pressed={isSorted}
            onClick={() => {
              validation.getState().sortBy(key)
            }}
          >
            {word}
            {isSorted && <Arrow size={11} aria-hidden />}
            {isSorted && <span className="sr-only">{ascending ? ', ascending' : ', descending'}</span>}
          </button>
        )
      })}
    </div>
  )
}
