/**
 * Golden files: what a command answers on the corpus, kept as facts that a person can review, one line a file, with a
 * hash of the whole output. The corpus itself stays where it is. `ROLLSCOPE_GOLDEN=write` writes them anew; the change
 * then shows in the diff, line by line.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { repositoryFolder } from './shared'

/** One line for each file, by the path of the file below the corpus. */
export type GoldenFacts = Readonly<Record<string, string>>

/** Compares facts with the golden file of that name. */
export function expectGolden(name: string, facts: GoldenFacts): void {
  const folder = join(repositoryFolder(), 'test/golden')
  const file = join(folder, `${name}.json`)
  if (process.env['ROLLSCOPE_GOLDEN'] === 'write') {
    mkdirSync(folder, { recursive: true })
    writeFileSync(file, `${JSON.stringify(facts, null, 1)}\n`)
  }
  expect(facts).toEqual(JSON.parse(readFileSync(file, 'utf8')))
}

/** First half of the SHA-256 of a text: enough to see that something changed. */
export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}

/** Counts words: `a ×2, b`, in the order of the alphabet. */
export function inCounts(words: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([word, count]) => (count === 1 ? word : `${word} ×${String(count)}`))
    .join(', ')
}
