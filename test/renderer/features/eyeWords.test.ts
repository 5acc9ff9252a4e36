import { describe, expect, it } from 'vitest'
import { eyeBadge, eyeFacts } from '../../../src/renderer/src/features/lines/eyeWords'
import type { CodexSight } from '../../../src/shared/validation/codexReport'

const sound: CodexSight = {
  version: '0.169',
  measured: true,
  lists: { answer: 'yes', of: 'default', id: 'a', note: '' },
  reads: { answer: 'yes', turns: 2, note: '' },
  resumes: { answer: 'yes', newlineFirst: false, nextOrdinal: '12', note: '' },
  lines: { reads: 12, skips: 0, misreads: 0 },
  reasons: [],
  misplaced: [],
  byBeginning: null,
}

function texts(codex: Parameters<typeof eyeFacts>[0]): readonly string[] {
  return eyeFacts(codex).map(({ tone, text, note }) => `${tone === 'warning' ? '! ' : ''}${text} (${note})`)
}

describe('words for what Codex makes of a file', () => {
  it('say what it lists, reads and resumes', () => {
    expect(texts(sound)).toEqual([
      'lists it (In its default list.)',
      'reads it, 2 turns ()',
      'resumes it from ordinal 12 ()',
      'reads every line ()',
    ])
  })

  // SPEC eye/reasons
  it('say why lines are lost, and where the first of them is', () => {
    const reason = (note: string, lines: number, firstLine: number): CodexSight['reasons'][number] => ({
      outcome: 'skips',
      note,
      lines,
      firstLine,
    })
    const reasons = [
      reason('One.', 1, 9),
      reason('Two.', 1_200, 12),
      reason('Three.', 1, 14),
      reason('Four.', 1, 15),
    ]
    const { note } = eyeFacts({ ...sound, lines: { reads: 12, skips: 1_203, misreads: 0 }, reasons })[3] ?? {}
    expect(note).toBe('Line 9: One. 1,200 lines from line 12: Two. Line 14: Three. And 1 other reason.')
  })

  // SPEC eye/places
  it('tell of the list of archived sessions', () => {
    const lists: CodexSight['lists'] = { ...sound.lists, of: 'archived', note: 'In that list.' }
    expect(texts({ ...sound, lists })[0]).toBe('lists it as archived (In that list.)')
  })

  // SPEC eye/long-lines
  it('tell of lines that were judged by their beginnings', () => {
    const byBeginning = { lines: 2, firstLine: 4, note: 'Two.' }
    expect(texts({ ...sound, byBeginning })[3]).toBe('reads every line, 2 judged by the beginning (Two.)')
    const lines = { reads: 12, skips: 1, misreads: 0 }
    expect(texts({ ...sound, lines, byBeginning })[3]).toBe('! 12 lines read, 1 skipped (Two.)')
  })

  it('warn of every no, with its reason', () => {
    const refused: CodexSight = {
      ...sound,
      lists: { answer: 'no', of: 'default', id: null, note: 'The source is "exec".' },
      reads: { answer: 'no', turns: null, note: 'not valid UTF-8' },
      resumes: { answer: 'no', newlineFirst: false, nextOrdinal: null, note: 'not valid UTF-8' },
      lines: { reads: 1_200, skips: 1, misreads: 2 },
    }
    expect(texts(refused)).toEqual([
      '! does not list it (The source is "exec".)',
      '! reads none of it (not valid UTF-8)',
      '! does not resume it (not valid UTF-8)',
      '! taken by themselves, 1,200 lines could be read, 3 not ()',
    ])
    const { text } = eyeFacts({ ...refused, lines: { reads: 1, skips: 0, misreads: 0 } })[3] ?? {}
    expect(text).toBe('taken by themselves, 1 line could be read, 0 not')
  })

  it('do not know what was not read, and say nothing of versions that were not measured', () => {
    const unknown: CodexSight = {
      ...sound,
      lists: { answer: 'unknown', of: 'default', id: null, note: 'why' },
      reads: { answer: 'unknown', turns: null, note: 'why' },
      resumes: { answer: 'unknown', newlineFirst: false, nextOrdinal: null, note: 'why' },
    }
    expect(texts(unknown).slice(0, 3)).toEqual([
      'not known whether it lists it (why)',
      'not known whether it reads it (why)',
      'not known whether it resumes it (why)',
    ])
    expect(texts({ version: '0.170', measured: false })).toEqual(['not measured ()'])
  })

  it('warn of a file that is read without a turn, and of a line feed that is written first', () => {
    const empty: CodexSight = {
      ...sound,
      reads: { answer: 'yes', turns: 0, note: '' },
      resumes: { answer: 'yes', newlineFirst: true, nextOrdinal: null, note: '' },
    }
    expect(texts(empty).slice(1, 3)).toEqual([
      '! reads it, 0 turns ()',
      'resumes it (It writes a line feed first.)',
    ])
  })

  it('mark lines that are not read as they stand', () => {
    const outcomes = ['reads', 'skips', 'misreads'] as const
    expect(outcomes.map((outcome) => eyeBadge({ outcome, note: '' }))).toEqual([null, 'SKIPPED', 'MISREAD'])
  })
})
