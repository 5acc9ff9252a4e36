import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { allRules } from '../../../src/core/validator/ruleCatalogue'
import { RuleFold } from '../../../src/core/validator/ruleFold'
import { noBasics, type Rule } from '../../../src/core/validator/rule'
import { scanLines } from '../../../src/core/scanner/scanLines'
import { valueOfLine } from '../../../src/core/scanner/lineValue'
import { noBase } from '../../../src/core/lineage/readChain'
import { plainTest } from '../../../src/shared/rollout/plainShape'
import { ShapeNotes } from '../../../src/shared/rollout/shapeNotes'
import { shapeVisit } from '../../../src/shared/rollout/shapeVisit'
import { isJsonObject } from '../../../src/shared/rollout/rolloutLine'
import { RolloutLineSchema } from '../../../src/shared/rollout/schema/rolloutLine'
import { corpusRollouts } from '../../support/corpus'
import { memorySource } from '../support/memorySource'
import { sharedFolder } from '../../support/shared'
import { parsedLines } from '../../support/rolloutLines'

function findingsOf(bytes: Buffer, rules: readonly Rule[]): readonly unknown[] {
  const fold = new RuleFold(rules, noBasics)
  scanLines(memorySource(bytes), {}, (line) => {
    fold.observe(line, valueOfLine(line))
    return true
  })
  const { findings } = fold.finish({
    form: 'jsonl',
    contentBytes: bytes.length,
    issues: [],
    lineage: noBase,
    grownBytes: 0,
    unread: null,
  })
  return findings.map(({ rule, lineNumber, message }) => `${rule} ${String(lineNumber)}: ${message}`).sort()
}

describe.skipIf(sharedFolder() === null)('plain records', () => {
  // SPEC check/plain
  it('have no findings of the rules that do not ask for them', () => {
    const askingForAll = allRules.map(({ info, start, codex }) => ({ info, start, codex }))
    for (const path of corpusRollouts('')) {
      const bytes = readFileSync(path)
      expect(findingsOf(bytes, allRules), path).toEqual(findingsOf(bytes, askingForAll))
    }
  })

  it('are in every member as their schema says, whatever is changed in a line', () => {
    const isPlain = plainTest(RolloutLineSchema)
    let plain = 0
    for (const path of corpusRollouts('')) {
      for (const { value } of parsedLines(path)) {
        for (const changed of [value, ...changesOf(value)]) {
          if (!isPlain(changed)) continue
          const notes = new ShapeNotes()
          shapeVisit(RolloutLineSchema)(changed, notes)
          expect([notes.rejections, notes.unknownTypes, notes.unknownKeys, notes.omitted]).toEqual([
            [],
            [],
            [],
            0,
          ])
          plain += 1
        }
      }
    }
    expect(plain).toBeGreaterThan(3000)
  })
})

/** A line with each member of its payload left out, or of another kind. */
function changesOf(line: unknown): readonly unknown[] {
  const payload = isJsonObject(line) ? line['payload'] : null
  if (!isJsonObject(line) || !isJsonObject(payload)) return []
  return Object.keys(payload).flatMap((key) => [
    { ...line, payload: Object.fromEntries(Object.entries(payload).filter(([name]) => name !== key)) },
    ...[null, 5, 'text', [], {}, { x: 1 }].map((odd) => ({
      ...line,
      payload: { ...payload, [key]: odd },
    })),
  ])
}
