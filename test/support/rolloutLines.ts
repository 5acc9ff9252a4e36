import { readFileSync } from 'node:fs'
import { decompress } from 'fzstd'

/** One line of a file that parses as JSON. */
export interface ParsedLine {
  readonly path: string
  readonly lineNumber: number
  readonly value: unknown
  /** Characters of its text. */
  readonly length: number
}

/** Returns the text of a rollout, compressed or not. */
export function rolloutText(path: string): string {
  const bytes = readFileSync(path)
  return (path.endsWith('.zst') ? Buffer.from(decompress(bytes)) : bytes).toString('utf8')
}

/** Returns the lines of a rollout that are JSON; whatever else stands there is left out. */
export function parsedLines(path: string): readonly ParsedLine[] {
  return rolloutText(path)
    .split('\n')
    .flatMap((text, index) => {
      const value = parse(text)
      return value === undefined ? [] : [{ path, lineNumber: index + 1, value, length: text.length }]
    })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
