/** JSON places: where the members and values of a JSON text stand, so that one can be changed and nothing else. */

export type JsonKind = 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null'

/** A value in a text. Positions are those of the text's characters. */
export interface JsonPlace {
  /** Names of members from the outside in; `*` for an element of an array. */
  readonly path: readonly string[]
  readonly kind: JsonKind
  readonly from: number
  readonly to: number
  /** Where its key stands with its quotes; null for an element and for the whole. */
  readonly key: { readonly from: number; readonly to: number } | null
}

/** Returns the places of all values of a text that is valid JSON without white space, the whole first. */
export function jsonPlaces(text: string): readonly JsonPlace[] {
  const places: JsonPlace[] = []
  new Walk(text, places).value(0, [], null)
  return places
}

class Walk {
  readonly #text: string
  readonly #places: JsonPlace[]

  constructor(text: string, places: JsonPlace[]) {
    this.#text = text
    this.#places = places
  }

  /** Notes the value that begins at a position; returns the position behind it. */
  value(from: number, path: readonly string[], key: JsonPlace['key']): number {
    const kind = kindAt(this.#text[from] ?? '')
    const index = this.#places.length
    const note = (to: number): void => {
      this.#places[index] = { path, kind, from, to, key }
    }
    note(from)
    const to =
      kind === 'object' || kind === 'array' ? this.#inside(from, path, kind) : this.#scalarEnd(from, kind)
    note(to)
    return to
  }

  #inside(from: number, path: readonly string[], kind: 'object' | 'array'): number {
    const close = kind === 'object' ? '}' : ']'
    let at = from + 1
    while (this.#text[at] !== close) {
      if (this.#text[at] === ',') at += 1
      if (kind === 'array') at = this.value(at, [...path, '*'], null)
      else {
        const key = { from: at, to: this.#scalarEnd(at, 'string') }
        const name = JSON.parse(this.#text.slice(key.from, key.to)) as string
        at = this.value(key.to + 1, [...path, name], key)
      }
    }
    return at + 1
  }

  #scalarEnd(from: number, kind: JsonKind): number {
    let at = from + 1
    if (kind === 'string') {
      while (this.#text[at] !== '"') at += this.#text[at] === '\\' ? 2 : 1
      return at + 1
    }
    while (at < this.#text.length && !',]}'.includes(this.#text[at] ?? '')) at += 1
    return at
  }
}

function kindAt(first: string): JsonKind {
  switch (first) {
    case '{':
      return 'object'
    case '[':
      return 'array'
    case '"':
      return 'string'
    case 't':
    case 'f':
      return 'boolean'
    case 'n':
      return 'null'
    default:
      return 'number'
  }
}
