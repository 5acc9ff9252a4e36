/** Value find: the search of the inspector in the structured view, as decorations of its editor. */
import { foldedRanges, unfoldEffect } from '@codemirror/language'
import { EditorSelection, type Extension, StateEffect, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view'
import { findPattern, mostFound } from './findRanges'

interface Place {
  readonly from: number
  readonly to: number
}

interface Found {
  readonly places: readonly Place[]
  readonly marks: DecorationSet
}

const setFound = StateEffect.define<Found>()
const none: Found = { places: [], marks: Decoration.none }

const foundField = StateField.define<Found>({
  create: () => none,
  update: (value, transaction) => transaction.effects.find((effect) => effect.is(setFound))?.value ?? value,
  provide: (field) => EditorView.decorations.from(field, ({ marks }) => marks),
})

/** What an editor needs to show what was found. */
export function valueFind(): Extension {
  return foundField
}

/** Looks for a text in an editor, marks its places and says how many there are. */
export function findInValue(view: EditorView, query: string): number {
  const pattern = findPattern(query)
  const places = pattern === null ? [] : placesOf(view.state.doc.toString(), pattern)
  view.dispatch({ effects: setFound.of({ places, marks: marksOf(places, -1) }) })
  return places.length
}

/** Shows one of the places that were found: unfolds what hides it, marks it and scrolls to it. */
export function showInValue(view: EditorView, at: number): void {
  const { places } = view.state.field(foundField)
  const place = places[at]
  if (place === undefined) return
  const unfold: StateEffect<Place>[] = []
  foldedRanges(view.state).between(place.from, place.to, (from, to) => {
    unfold.push(unfoldEffect.of({ from, to }))
  })
  // The cursor goes along, so that the pointer of the place can be copied.
  view.dispatch({
    selection: EditorSelection.cursor(place.from),
    effects: [
      ...unfold,
      setFound.of({ places, marks: marksOf(places, at) }),
      EditorView.scrollIntoView(place.from, { y: 'center' }),
    ],
  })
}

function placesOf(text: string, pattern: RegExp): readonly Place[] {
  const places: Place[] = []
  for (const match of text.matchAll(pattern)) {
    if (places.length >= mostFound) break
    places.push({ from: match.index, to: match.index + match[0].length })
  }
  return places
}

function marksOf(places: readonly Place[], current: number): DecorationSet {
  return Decoration.set(
    places.map(({ from, to }, index) => (index === current ? nowMark : foundMark).range(from, to)),
  )
}

const foundMark = Decoration.mark({ class: 'found' })
const nowMark = Decoration.mark({ class: 'found found-now' })
