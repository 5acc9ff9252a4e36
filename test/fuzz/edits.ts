/** Edits: what a hunk did to what a rollout says, in the words in which kinds of damage are exempted. */
import { isDeepStrictEqual } from 'node:util'
import { isJsonObject, type JsonObject } from '../../src/shared/rollout/rolloutLine'
import type { Hunk } from './hunks'

export type Edit =
  /** A whole line is gone. */
  | { readonly kind: 'line removed'; readonly line: number; readonly text: string }
  /** A whole line is there that was not. */
  | { readonly kind: 'line added'; readonly text: string }
  /** A value of a line is another one; undefined where there is none. `path` is dotted, `*` for an element. */
  | { readonly kind: 'value'; readonly path: string; readonly before: unknown; readonly after: unknown }
  /** The line says the same in other words. */
  | { readonly kind: 'spelling'; readonly before: string; readonly after: string }

/**
 * Returns what a hunk changed. Of several lines that became one, that one is compared with the line it is closest to,
 * and the rest of them are gone. `baseLines` are the texts of all lines of the base.
 */
export function editsOf(hunk: Hunk, baseLines: readonly string[]): readonly Edit[] {
  const before = hunk.before.map((line, index) => ({ line: hunk.baseFrom + index, text: lineText(line) }))
  const edits: Edit[] = []
  let next = 0
  for (const [index, bytes] of hunk.after.entries()) {
    const left = hunk.after.length - index - 1
    const choices = before.slice(next, Math.max(next, before.length - left))
    // A line of the base at another place is that line, however much another one is like it.
    const best = baseLines.includes(lineText(bytes)) ? null : closest(choices, lineText(bytes))
    if (best === null) edits.push({ kind: 'line added', text: lineText(bytes) })
    else {
      edits.push(...choices.slice(0, best.index).map(removed), ...best.edits)
      next += best.index + 1
    }
  }
  return [...edits, ...before.slice(next).map(removed)]
}

interface OldLine {
  readonly line: number
  readonly text: string
}

function removed({ line, text }: OldLine): Edit {
  return { kind: 'line removed', line, text }
}

/** The old line from which a new one differs in the fewest values; null where there is none. */
function closest(
  choices: readonly OldLine[],
  text: string,
): { readonly index: number; readonly edits: readonly Edit[] } | null {
  const ranked = choices.map((old, index) => ({ index, edits: lineEdits(old.text, text) }))
  ranked.sort((a, b) => a.edits.length - b.edits.length)
  return ranked[0] ?? null
}

function lineText(bytes: Buffer): string {
  return bytes.toString('utf8', 0, bytes.at(-1) === 0x0a ? bytes.length - 1 : bytes.length)
}

function lineEdits(before: string, after: string): readonly Edit[] {
  const [old, now] = [parsed(before), parsed(after)]
  if (now === undefined) return [{ kind: 'value', path: '', before: old, after: now }]
  if (isDeepStrictEqual(old, now)) return before === after ? [] : [{ kind: 'spelling', before, after }]
  const edits: Edit[] = []
  compare(old, now, { path: '', edits })
  return edits
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** A member of an object itself: in JSON, `constructor` is a name like any other. */
function own(value: JsonObject, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined
}

function compare(
  before: unknown,
  after: unknown,
  to: { readonly path: string; readonly edits: Edit[] },
): void {
  if (isDeepStrictEqual(before, after)) return
  const { path, edits } = to
  const below = (key: string): typeof to => ({ path: path === '' ? key : `${path}.${key}`, edits })
  if (isJsonObject(before) && isJsonObject(after)) {
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
      compare(own(before, key), own(after, key), below(key))
    }
  } else if (Array.isArray(before) && Array.isArray(after)) {
    for (let at = 0; at < Math.max(before.length, after.length); at += 1)
      compare(before[at], after[at], below('*'))
  } else edits.push({ kind: 'value', path, before, after })
}
