/** Eye of: what Rollscope says that Codex 0.169 makes of a file in memory. */
import { noBase, type LineageFacts } from '../../../../src/core/lineage/readChain'
import { valueOfLine } from '../../../../src/core/scanner/lineValue'
import { scanLines } from '../../../../src/core/scanner/scanLines'
import { EyeFold } from '../../../../src/core/validator/eye/eyeFold'
import { Limits } from '../../../../src/core/validator/limits'
import { eyeReport } from '../../../../src/core/validator/eye/eyeReport'
import { isJsonObject, type JsonObject } from '../../../../src/shared/rollout/rolloutLine'
import type { CodexSight, EyeReading } from '../../../../src/shared/validation/codexReport'
import { turnsText } from '../../../support/codexTurns'
import { memorySource } from '../../support/memorySource'

/** What is said of a file and of its lines. */
export interface Eye {
  readonly sight: CodexSight
  /** A reading for each line, null for a blank one; with what only the end of the file tells. */
  readonly readings: readonly (EyeReading | null)[]
  /** The turns that the lines make that are said to be read; null where Codex shows none. */
  readonly turns: string | null
}

/** Looks at a file as the check does. */
export function eyeOf(content: Uint8Array | string, lineage: LineageFacts = noBase): Eye {
  const bytes = Buffer.from(content)
  const fold = new EyeFold('0.169', new Limits())
  const readings: (EyeReading | null)[] = []
  const values: unknown[] = []
  scanLines(memorySource(bytes), {}, (line) => {
    const value = valueOfLine(line)
    values.push(value)
    readings.push(fold.observe(line, value))
    return true
  })
  const facts = fold.finish(bytes.length === 0 || bytes.at(-1) === 0x0a)
  const sight = eyeReport('0.169', facts, { lineage, unread: null, place: 'unknown' })
  for (const { lineNumber, note } of sight.misplaced) readings[lineNumber - 1] = { outcome: 'misreads', note }
  const misplaced = new Set(sight.misplaced.map(({ lineNumber }) => lineNumber))
  const records = values.filter((value, index): value is JsonObject => {
    const isRead = readings[index] !== null && readings[index]?.outcome !== 'skips'
    return isJsonObject(value) && isRead && !misplaced.has(index + 1)
  })
  const isShown = sight.reads.answer === 'yes' && (!facts.isPaginated || sight.reads.turns !== 0)
  return { sight, readings, turns: isShown ? turnsText(records, facts.isPaginated) : null }
}
