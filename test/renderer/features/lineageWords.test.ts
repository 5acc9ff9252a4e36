import { describe, expect, it } from 'vitest'
import { hasRelatives, lineageClauses } from '../../../src/renderer/src/features/session-header/lineageWords'
import type { ChainLink, Lineage, Relative } from '../../../src/shared/rollout/lineage'
import type { SessionLinks } from '../../../src/shared/session/links'

const id = '01a1f7d8-21e6-7a90-9a70-cac1fbb955e2'
const found: Relative = { id, fileId: 'p', name: 'rollout-p.jsonl', title: null }
const gone: Relative = { id, fileId: null, name: null, title: null }
const none: Lineage = {
  chain: [],
  copy: null,
  forkedFrom: null,
  startedBy: null,
  lookedIn: 'home',
  findings: [],
}

function link(relative: Relative, more: Partial<ChainLink> = {}): ChainLink {
  const numbers = { fromOrdinal: null, endOrdinal: null, endByte: null, lineCount: null }
  return { ...relative, role: 'base', isFound: relative.fileId !== null, ...numbers, ...more }
}

const own = link({ ...found, fileId: 'o' }, { role: 'own' })

/** What is said, with links in brackets and where they lead. */
function check(lineage: Partial<Lineage>): readonly string[] {
  return lineageClauses({ ...none, ...lineage }).map(({ before, mention, after, tone }) => {
    const to =
      mention === null
        ? ''
        : ` [${mention.label}]${mention.fileId ?? ''}${mention.line === null ? '' : `#${String(mention.line)}`}`
    return `${tone === 'warning' ? '! ' : ''}${before}${to}${after}`
  })
}

// SPEC lineage/links
describe('what the header says of related files', () => {
  it.each<[Partial<Lineage>, readonly string[]]>([
    [{ chain: [own] }, []],
    [{ chain: [link(found, { lineCount: 42 }), own] }, ['Goes on from [01a1f7d8…b955e2]p#42 at line 42']],
    [
      { chain: [link(found), link(found, { lineCount: 1200, title: 'Mine' }), own] },
      ['Goes on from [Mine]p#1200 at line 1,200, 3 files in all'],
    ],
    [{ chain: [link(gone), own] }, ['! Goes on from [01a1f7d8…b955e2], which is not in this home']],
    [
      { chain: [link(gone), own], lookedIn: 'folder' },
      ['! Goes on from [01a1f7d8…b955e2], which is not in this folder'],
    ],
    [
      { chain: [link(gone), own], lookedIn: 'nowhere' },
      ['! Goes on from [01a1f7d8…b955e2]; where this copy came from is not known'],
    ],
    [{ chain: [own], forkedFrom: found }, ['Forked from [01a1f7d8…b955e2]p']],
    [
      { chain: [link(found, { lineCount: 2 }), own], forkedFrom: found },
      ['Goes on from [01a1f7d8…b955e2]p#2 at line 2'],
    ],
    [{ startedBy: { ...found, as: 'review' } }, ['Review started by [01a1f7d8…b955e2]p']],
    [
      { startedBy: { ...gone, as: 'sub-agent' } },
      ['! Sub-agent started by [01a1f7d8…b955e2], which is not in this home'],
    ],
    [
      { copy: { from: found, firstLine: 2, lastLine: 60, basis: 'compared' } },
      ['Records of [01a1f7d8…b955e2]p are copied in, lines 2-60'],
    ],
    [
      { copy: { from: found, firstLine: 2, lastLine: 9, basis: 'times' } },
      ['Records of [01a1f7d8…b955e2]p are copied in, lines 2-9 by their times'],
    ],
    [
      { copy: { from: gone, firstLine: 2, lastLine: null, basis: 'unknown' } },
      [
        '! Records of [01a1f7d8…b955e2], which is not in this home, are copied in, from line 2 on; where they end is not known',
      ],
    ],
    [{ copy: { from: null, firstLine: 2, lastLine: 3, basis: 'ordinal' } }, ['Inherited records, lines 2-3']],
    [
      {
        chain: [own],
        findings: [
          {
            rule: 'lineage/cycle',
            severity: 'error',
            lineNumber: 1,
            byteOffset: 0,
            byteLength: 1,
            message: '',
            codex: null,
          },
        ],
      },
      ['! Goes on from itself: its history has no beginning'],
    ],
  ])('%#', (lineage, words) => {
    expect(check(lineage)).toEqual(words)
  })

  it('is looked for where a file names another one', () => {
    const alone: SessionLinks = {
      role: 'thread',
      rolloutId: id,
      threadRootId: id,
      forkedFromId: null,
      parentThreadId: null,
      baseRolloutId: null,
      copiedFromId: null,
    }
    expect(
      [alone, { ...alone, role: 'copy' as const }, { ...alone, forkedFromId: id }].map(hasRelatives),
    ).toEqual([false, true, true])
  })
})
