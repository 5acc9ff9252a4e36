import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { CodexReport } from '../../../../src/shared/validation/codexReport'
import { sharedFolder } from '../../../support/shared'
import { reportOf } from '../check'
import { eyeOf } from './eyeOf'

interface Measured {
  readonly list: string
  readonly turns: string
  readonly resume: string
}

const shared = sharedFolder()
const folder = shared === null ? '' : join(shared, 'corpus', 'defects')

function readJson<T>(name: string): T {
  return JSON.parse(readFileSync(join(folder, name), 'utf8')) as T
}

/** What of the words of Codex a measured verdict names. */
const words = [
  'failed to read session metadata',
  'not valid UTF-8',
  'failed to parse first rollout record',
  'does not start with session metadata',
  'is missing an ordinal',
  'ordinal overflow',
  'missing source rollout',
] as const

function wordsOf(note: string): string {
  const text = note.replace('stream did not contain valid UTF-8', 'not valid UTF-8')
  return words.find((word) => text.includes(word)) ?? text
}

/** Cases where Rollscope and Codex do not agree, with the reason: none. */
const disagreements: readonly (readonly [string, string])[] = []

/** Writes a sight as the verdicts of the corpus are written. `turns` are those of the lines that are said to be read. */
function asMeasured(sight: CodexReport, turns: string | null, id: string): Measured {
  if (!sight.measured) throw new Error('not measured')
  const { lists, reads, resumes } = sight
  const other = lists.id === id ? '' : ` (id ${String(lists.id).slice(-4)})`
  const next = resumes.nextOrdinal === null ? '' : ` from ordinal ${resumes.nextOrdinal}`
  const isResumable = resumes.answer === 'yes'
  const shown = turns === '' ? 'no turns' : String(turns)
  return {
    list: lists.answer === 'yes' ? `yes${other}` : 'no',
    turns:
      reads.answer === 'yes'
        ? isResumable || reads.turns !== 0
          ? shown
          : 'after a resume'
        : `ERROR ${wordsOf(reads.note)}`,
    resume: isResumable
      ? `ok${resumes.newlineFirst ? ' (newline first)' : ''}${next}`
      : `FAILED ${wordsOf(resumes.note)}`,
  }
}

/** The measured words in the same form: without how many lines `codex exec resume` appended. */
function normalised({ list, turns, resume }: Measured): Measured {
  return {
    list,
    turns:
      turns.startsWith('resume ERROR') && !turns.includes('source')
        ? 'after a resume'
        : turns.replace('resume ', '').replace(/: /g, ':'),
    resume: resume.replace(/, kept, \+\d+ lines/, ''),
  }
}

describe.skipIf(shared === null)("Codex's eye on the defect files", () => {
  // SPEC eye/lines, eye/file
  it('agrees with what Codex 0.169.0 was measured to list, read, show and resume', async () => {
    const cases = readJson<readonly { readonly case: string; readonly file: string }[]>('cases.json')
    const measured = readJson<Readonly<Record<string, Measured>>>('codex-verdicts.json')
    const differing: string[] = []
    let compared = 0
    for (const { case: name, file } of cases) {
      const path = join(folder, 'cases', name, file)
      const { codex } = await reportOf(path)
      const id = /([0-9a-f-]{36})\.jsonl$/.exec(file)?.[1] ?? ''
      const mine = asMeasured(codex, eyeOf(readFileSync(path)).turns, id)
      const theirs = normalised(measured[name] ?? { list: '', turns: '', resume: '' })
      compared += 1
      if (JSON.stringify(mine) !== JSON.stringify(theirs))
        differing.push(name, JSON.stringify(mine), JSON.stringify(theirs))
    }
    expect(differing).toEqual(disagreements.map(([name]) => name))
    expect(compared).toBe(Object.keys(measured).length)
  })
})
