/** Pointers at: which members of a JSON text stand at some indexes, for findings about how a line is spelled. */
import { nameAt, stringEnd } from './openNames'

/** Longest pointer that is returned whole; names stand in the file and may have any length. */
const longest = 300

/**
 * Returns the JSON pointer (RFC 6901) of the innermost value or name at each index of a valid JSON text, cut where it is
 * long. The indexes must ascend: the text is read once for all of them.
 */
export function pointersAt(text: string, indexes: readonly number[]): readonly string[] {
  const path: PathPart[] = []
  const pointers: string[] = []
  let isNameNext = false
  let at = 0
  while (at < text.length && pointers.length < indexes.length) {
    const mark = text[at]
    let end = at + 1
    if (mark === '"') {
      end = stringEnd(text, at)
      if (isNameNext) path[path.length - 1] = nameAt(text, at)
      isNameNext = false
    } else if (mark === '}' || mark === ']') {
      path.pop()
      isNameNext = false
    } else if (mark === ',') {
      const last = path.at(-1)
      if (typeof last === 'number') path[path.length - 1] = last + 1
      else isNameNext = true
    }
    for (let index = indexes[pointers.length]; index !== undefined && index < end;) {
      pointers.push(written(path))
      index = indexes[pointers.length]
    }
    if (mark === '{' || mark === '[') {
      isNameNext = mark === '{'
      path.push(isNameNext ? '' : 0)
    }
    at = end
  }
  return pointers
}

/** The name or the position of the member that is being read in an open container. */
type PathPart = string | number

function written(path: readonly PathPart[]): string {
  let pointer = ''
  for (const part of path) {
    if (pointer.length > longest) return `${pointer.slice(0, longest - 1)}…`
    pointer += `/${String(part).slice(0, longest).replaceAll('~', '~0').replaceAll('/', '~1')}`
  }
  return pointer.length > longest ? `${pointer.slice(0, longest - 1)}…` : pointer
}
