import { copyText } from '../../state/copying'
import { useStores } from '../../state/stores'
import { CopyButton } from '../../ui/CopyButton'
import { visibleText } from '../../ui/visibleText'
import { decodedString, jsonPlaceAt } from './jsonPlace'

export interface PlaceBarProps {
  /** Pretty-printed JSON. */
  readonly text: string
  readonly position: number
  readonly isStale: boolean
}

/** The value that the cursor is in: its JSON pointer, and what can be copied of it. */
export function PlaceBar({ text, position, isStale }: PlaceBarProps) {
  const stores = useStores()
  const place = jsonPlaceAt(text, position)
  if (place === null) return null
  const { pointer, from, to } = place
  const decoded = decodedString(text.slice(from, to))
  return (
    <div className="place-bar" role="group" aria-label="Value at the cursor">
      <span className="mono clip place-pointer" title={visibleText(pointer)}>
        {pointer === '' ? <span className="quiet">the whole line</span> : visibleText(pointer)}
      </span>
      <CopyButton
        label="Copy the JSON pointer"
        text="Pointer"
        isDisabled={isStale}
        onCopy={() => copyText(stores, pointer, 'JSON pointer')}
      />
      <CopyButton
        label="Copy the value as JSON"
        text="Value"
        isDisabled={isStale}
        onCopy={() => copyText(stores, text.slice(from, to), 'Value')}
      />
      <CopyButton
        label="Copy the text without quotes and escapes"
        text="Text"
        isDisabled={isStale || decoded === null}
        title={decoded === null ? 'The value is no text' : 'Copy the text without quotes and escapes'}
        onCopy={() => copyText(stores, decoded ?? '', 'Text')}
      />
    </div>
  )
}
