import { useRef, useState } from 'react'
import type { InnerReadable, ListBlock, Readable } from '../../../../../shared/rollout/readable/readable'
import { formatCount, formatNumberOf } from '../../../ui/format'
import { kindLooks } from '../../../ui/recordLook'
import type { FindInView } from '../find/useFind'
import { useTextFind } from '../find/useTextFind'
import { BlockMenu, pointerChoice } from './BlockMenu'
import { BlockView } from './BlockView'
import { ShownText } from './ShownText'

export interface ReadableViewProps {
  readonly readable: Readable
  readonly find: FindInView
}

/** A line in readable form: its title, its blocks, and what no block shows. */
export function ReadableView({ readable, find }: ReadableViewProps) {
  const host = useRef<HTMLDivElement>(null)
  useTextFind(host, find)
  return (
    <div ref={host} className="readable" tabIndex={0} role="region" aria-label="Readable form of the line">
      <h3 className="readable-title" data-find="run">
        <ShownText text={readable.title} hasStyles={false} />
      </h3>
      {readable.note !== null && (
        <p className="readable-note" data-find="run">
          <ShownText text={readable.note} hasStyles={false} />
        </p>
      )}
      {readable.blocks.map((block, index) =>
        block.kind === 'list' ? (
          <ListBlockView key={index} block={block} query={find.query} />
        ) : (
          <BlockView key={index} block={block} query={find.query} />
        ),
      )}
      <Rest rest={readable.rest} restCount={readable.restCount} />
    </div>
  )
}

/** Records that are drawn at first. */
const shownItems = 50

function ListBlockView({ block, query }: { readonly block: ListBlock; readonly query: string }) {
  const { label, items, hiddenItems, pointer } = block
  const [isOpened, setIsOpened] = useState(false)
  const isOpen = isOpened || query !== '' || items.length <= shownItems
  return (
    <div role="group" className="block" aria-label={label}>
      <BlockMenu name={label} choices={pointerChoice(pointer)} />
      <h4 className="block-label">{label}</h4>
      <ol className="inner-list">
        {(isOpen ? items : items.slice(0, shownItems)).map((item, index) => (
          <Inner key={index} item={item} query={query} />
        ))}
      </ol>
      {!isOpen && (
        <button
          type="button"
          className="button button-small block-more"
          onClick={() => {
            setIsOpened(true)
          }}
        >
          Show all {formatCount(items.length)}
        </button>
      )}
      {hiddenItems > 0 && (
        <p className="block-cut">{formatCount(hiddenItems)} more are not shown here. Raw has every byte.</p>
      )}
    </div>
  )
}

function Inner({ item, query }: { readonly item: InnerReadable; readonly query: string }) {
  const { title, note, recordKind, blocks, rest, restCount } = item
  return (
    <li className={`inner kind-${recordKind}`}>
      <h5 className="inner-title" data-find="run">
        <span className="sr-only">{kindLooks[recordKind].label}: </span>
        <ShownText text={note === null ? title : `${title} · ${note}`} hasStyles={false} />
      </h5>
      {blocks.map((block, index) => (
        <BlockView key={index} block={block} query={query} />
      ))}
      <Rest rest={rest} restCount={restCount} />
    </li>
  )
}

function Rest({ rest, restCount }: Pick<Readable, 'rest' | 'restCount'>) {
  if (restCount === 0) return null
  const more = restCount - rest.length
  return (
    <p className="readable-rest">
      Also recorded:{' '}
      <span data-find="run">
        <ShownText text={rest.join(', ')} hasStyles={false} />
      </span>
      {more > 0 && ` and ${formatNumberOf(more, 'more member')}`}. See Structured.
    </p>
  )
}
