import type { ReactNode } from 'react'
import type { OutputState } from '../../../state/output'
import { useApp } from '../../../state/stores'
import { PlaceFields } from '../../../ui/PlaceFields'
import { visibleText } from '../../../ui/visibleText'
import { unfinishedWords } from '../exportWords'

export interface OutputPlaceProps {
  readonly output: OutputState<unknown>
  /** What the new thing is: `New folder`, `New file`. */
  readonly nameLabel: string
  /** How to write it where the host has no place for it. */
  readonly otherwise: ReactNode
}

/** Where something new goes and what it is called. A host that has no place for it says how to give it one. */
export function OutputPlace({ output, nameLabel, otherwise }: OutputPlaceProps) {
  const exportsTo = useApp((state) => state.info?.exportsTo ?? 'nowhere')
  const { destination, name, targetError, unfinished, chooseDestination, setName } = output
  if (exportsTo === 'nowhere') {
    return (
      <section className="export-field" aria-label="Where">
        <h3>Where</h3>
        <p>
          A page in a browser writes nowhere by itself. Start Rollscope with a folder for exports:{' '}
          <span className="mono">rollscope serve --export-to DIR</span>, or {otherwise}.
        </p>
      </section>
    )
  }
  return (
    <fieldset className="export-field">
      <legend>Where</legend>
      <PlaceFields
        place={destination?.label ?? null}
        nameLabel={nameLabel}
        name={name}
        error={targetError}
        onChoose={exportsTo === 'chosen-folder' ? () => void chooseDestination() : null}
        onName={(wish) => void setName(wish)}
      />
      {unfinished.length > 0 && <p className="quiet">{visibleText(unfinishedWords(unfinished))}</p>}
    </fieldset>
  )
}
