import { describe, expect, it } from 'vitest'
import { reportTable } from '../../../src/core/report/reportTable'
import { emptySummary, summarise, summariseHome, type FileEntry } from '../../../src/core/report/report'
import type { HomeReport } from '../../../src/shared/validation/homeReport'
import { fakeReport } from '../../support/fakeExplorer'

const clean = {
  ...fakeReport,
  findings: [],
  counts: { error: 0, warning: 0, info: 0 },
  verdict: 'clean' as const,
}
const entries: readonly FileEntry[] = [
  { path: 'home/a\u001b[31m.jsonl', report: clean },
  { path: 'home/b.jsonl', report: fakeReport },
  {
    path: 'home/c.jsonl',
    error: { code: 'permission-denied', message: 'May not be read.', hint: 'Ask.' },
    isFile: true,
  },
]
const home: HomeReport = {
  path: 'home',
  findings: [
    {
      rule: 'home/same-id',
      severity: 'error',
      message: 'Two files have one id.',
      files: ['home/a\u001b[31m.jsonl', 'home/b.jsonl'],
    },
  ],
  notChecked: ['state_5.sqlite'],
}

async function write(
  format: keyof typeof reportTable,
  files: readonly FileEntry[],
  homes: readonly HomeReport[],
): Promise<string> {
  let text = ''
  const tool = { name: 'rollscope', version: '1', codex: '0.169', now: '2026-11-20T08:30:00.000Z' } as const
  const writer = reportTable[format](tool, (part) => {
    text += part
    return Promise.resolve()
  })
  await writer.begin()
  for (const entry of files) await writer.file(entry)
  for (const report of homes) await writer.home(report)
  await writer.end(homes.reduce(summariseHome, files.reduce(summarise, emptySummary)))
  return text
}

// SPEC report/formats
describe('reports', () => {
  it.each([
    ['nothing', [], []],
    ['files', entries, []],
    ['a home without files', [], [home]],
    ['files and homes', entries, [home, { ...home, path: 'other' }]],
  ] as const)('are the same values as JSON and as JSON lines, for %s', async (_, files, homes) => {
    const document = JSON.parse(await write('json', files, homes)) as Record<string, unknown>
    expect(Object.keys(document)).toEqual(['tool', 'files', 'homes', 'summary'])
    const lines = (await write('jsonl', files, homes)).trimEnd().split('\n')
    const parsed = lines.map((line) => JSON.parse(line) as Record<string, unknown>)
    expect({
      tool: parsed.at(-1)?.['tool'],
      files: parsed.filter((line) => 'path' in line),
      homes: parsed.flatMap((line) => ('home' in line ? [line['home']] : [])),
      summary: parsed.at(-1)?.['summary'],
    }).toEqual(document)
    expect(document['homes']).toEqual(homes)
  })

  it('say of which rules findings are not listed', async () => {
    const [finding] = fakeReport.findings
    if (finding === undefined) throw new Error('the report has a finding')
    const other = { ...finding, rule: 'line/blank' }
    const report = {
      ...fakeReport,
      findings: [finding, finding, other],
      byRule: [
        { rule: finding.rule, count: 1_202 },
        { rule: 'line/blank', count: 1 },
        { rule: 'text/bidi', count: 3 },
      ],
      omittedFindings: 1_203,
    }
    const text = await write('text', [{ path: 'a', report }], [])
    expect(text).toContain(
      `\n  1,203 more findings are counted and not listed: 1,200 of ${finding.rule}, 3 of text/bidi\n`,
    )
    const one = {
      ...report,
      findings: [finding],
      byRule: [{ rule: finding.rule, count: 2 }],
      omittedFindings: 1,
    }
    expect(await write('text', [{ path: 'a', report: one }], [])).toContain(
      `\n  1 more finding is counted and not listed: 1 of ${finding.rule}\n`,
    )
  })

  // SPEC eye/reasons
  it('say of a session that Codex refuses how many lines could be read by themselves', async () => {
    const { codex } = fakeReport
    if (!codex.measured) throw new Error('0.169 was measured')
    const reads = { answer: 'no', turns: null, note: 'not UTF-8' } as const
    const report = { ...fakeReport, codex: { ...codex, reads, lines: { reads: 20, skips: 1, misreads: 2 } } }
    expect(await write('text', [{ path: 'a', report }], [])).toContain(
      '  Codex 0.169 reads it: no; taken by themselves, 20 lines could be read, 3 not. not UTF-8\n',
    )
  })

  it('count the findings of homes, and what could not be read', async () => {
    const document = JSON.parse(await write('json', entries, [home])) as Record<string, unknown>
    expect(document['summary']).toEqual({
      files: 3,
      noFiles: 0,
      verdicts: { clean: 1, findings: 0, damaged: 1, unreadable: 1 },
      findings: { error: 2, warning: 0, info: 0 },
    })
  })

  // SPEC report/no-file
  it('do not count what is no file among the files', async () => {
    const none: FileEntry = {
      path: 'home/none',
      error: { code: 'nothing-found', message: 'Holds no rollout.' },
      isFile: false,
    }
    const document = JSON.parse(await write('json', [...entries, none], [])) as {
      readonly files: readonly object[]
      readonly summary: object
    }
    expect(document.files[3]).toEqual({
      path: 'home/none',
      verdict: null,
      error: { code: 'nothing-found', message: 'Holds no rollout.' },
    })
    expect(document.summary).toMatchObject({ files: 3, noFiles: 1, verdicts: { unreadable: 1 } })
    expect(await write('text', [none], [])).toContain(
      '0 files: 0 damaged, 0 with findings, 0 clean, 0 unreadable\n1 place without a file that could be checked\n',
    )
  })

  it('show a home as text, with names that drive no terminal', async () => {
    const text = await write('text', entries, [home])
    expect(text).toContain(
      [
        'the home home',
        '  error    home/same-id',
        '           Two files have one id.',
        '           home/a\\x1b[31m.jsonl',
        '           home/b.jsonl',
        '  not checked: state_5.sqlite',
        '',
        '3 files: 1 damaged, 0 with findings, 1 clean, 1 unreadable',
      ].join('\n'),
    )
    expect(text).not.toContain('\u001b')
  })

  // SPEC check/order
  it('show no range of a finding that spans no bytes', async () => {
    const finding = {
      rule: 'a/b',
      severity: 'info' as const,
      lineNumber: null,
      message: 'Said.',
      codex: null,
    }
    const findings = [
      { ...finding, byteOffset: 0, byteLength: 0 },
      { ...finding, byteOffset: 0, byteLength: 9_000 },
    ]
    const text = await write('text', [{ path: 'a', report: { ...clean, findings } }], [])
    expect(text).toContain('info     a/b  file\n')
    expect(text).toContain('info     a/b  file, bytes 0 +9,000\n')
  })

  it('say of how many files something was not checked', async () => {
    const other = { ...clean, notChecked: ['order of ordinals', 'ordinals'] }
    const text = await write('text', [...entries, { path: 'd', report: other }], [])
    expect(text).toContain('not checked:\n  order of ordinals\n  ordinals (in 1 file)\n')
  })
})
