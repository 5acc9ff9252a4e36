import type { ShapeReport } from '../../../../shared/rollout/schema/shapeReport'
import { formatCount } from '../../ui/format'
import { visibleText } from '../../ui/visibleText'

export interface LineShapeProps {
  /** Null where the line has no value to compare. */
  readonly shape: ShapeReport | null
}

/** How a line compares with the schemas. Says nothing where there is nothing to say. */
export function LineShape({ shape }: LineShapeProps) {
  if (shape === null) return null
  const { rejections, unknownTypes, unknownKeys, omitted } = shape
  const unknown = [
    ...unknownTypes.map(({ pointer, type }) => ({ pointer, words: `type ${visibleText(type)}` })),
    ...unknownKeys.map((pointer) => ({ pointer, words: '' })),
  ]
  if (rejections.length === 0 && unknown.length === 0) return null
  return (
    <section className="line-shape" aria-label="Compared with the schemas" tabIndex={0}>
      {rejections.length > 0 && (
        <PlaceList
          title={`Not as specified: ${places(rejections.length)}`}
          places={rejections.map(({ pointer, message }) => ({ pointer, words: message }))}
        />
      )}
      {unknown.length > 0 && (
        <PlaceList title={`Unknown to Rollscope: ${places(unknown.length)}`} places={unknown} />
      )}
      {omitted > 0 && <p className="quiet">And {formatCount(omitted)} more, not listed.</p>}
    </section>
  )
}

function places(count: number): string {
  return count === 1 ? '1 place' : `${formatCount(count)} places`
}

interface PlaceListProps {
  readonly title: string
  /** `words` say what is there; empty where the pointer says it all. */
  readonly places: readonly { readonly pointer: string; readonly words: string }[]
}

function PlaceList({ title, places: entries }: PlaceListProps) {
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {entries.map(({ pointer, words }, index) => (
          <li key={index}>
            <span className="mono">{pointer === '' ? 'the line' : visibleText(pointer)}</span>
            {words !== '' && ` ${words}`}
          </li>
        ))}
      </ul>
    </>
  )
}
