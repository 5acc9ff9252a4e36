/** History printers: a history as text for people, or as one JSON document. Both print as they go and keep only counts. */
import type { HistoryEntry, HistoryPage, HistoryProblem } from '../../shared/rollout/history'
import { escapeText, safeJsonText } from '../../shared/escapeText'
import { toSafeJson } from '../../shared/safeJson'
import { formatCount, formatTable, plural } from '../../shared/formatText'

/** Takes the parts of a history in order: what it is, its items, then how many problems there are, and those. */
export interface HistoryPrinter {
  begin(path: string, page: HistoryPage): Promise<void>
  items(items: readonly HistoryEntry[]): Promise<void>
  beginProblems(total: number): Promise<void>
  problems(problems: readonly HistoryProblem[]): Promise<void>
  end(): Promise<void>
}

type Out = (text: string) => Promise<void>

/** Prints one JSON document with the keys of the command's contract. A record stands in it as it stands in the file. */
export function historyAsJson(out: Out): HistoryPrinter {
  let separator = '\n'
  /** A page is printed at once: writing costs more than joining. */
  const each = async (texts: readonly string[]): Promise<void> => {
    if (texts.length === 0) return
    await out(separator + texts.join(',\n'))
    separator = ',\n'
  }
  return {
    begin(path, { kind, conversationId }) {
      const head = toSafeJson({ kind, conversationId, rolloutPath: path })
      return out(`${head.slice(0, -1)},"items":[`)
    },
    items: (items) => each(items.map((item) => itemAsJson(item))),
    beginProblems() {
      separator = '\n'
      return out('\n],"problems":[')
    },
    problems: (problems) => each(problems.map((problem) => toSafeJson(problem))),
    end: () => out('\n]}\n'),
  }
}

function itemAsJson({ file, lineNumber, text, codex }: HistoryEntry): string {
  const place = toSafeJson({ file, lineNumber, ...(codex === 'other' ? { codex } : {}) })
  return `${place.slice(0, -1)},"record":${safeJsonText(text)}}`
}

/** Prints what a history is made of: its files, its records by type, and every problem. */
export function historyAsText(out: Out): HistoryPrinter {
  const files = new Map<string, { first: number; last: number; count: number }>()
  const types = new Map<string, number>()
  let page: HistoryPage | null = null
  return {
    begin(path, first) {
      page = first
      return out(`${escapeText(path)}\n`)
    },
    items(items) {
      for (const { file, lineNumber, ...item } of items) {
        const known = files.get(file)
        if (known === undefined) files.set(file, { first: lineNumber, last: lineNumber, count: 1 })
        else files.set(file, { ...known, last: lineNumber, count: known.count + 1 })
        const name = typeName(item)
        types.set(name, (types.get(name) ?? 0) + 1)
      }
      return Promise.resolve()
    },
    async beginProblems(total) {
      if (page === null) return
      const names = page.files.map((name) => [name, files.get(name)] as const)
      const count = [...types.values()].reduce((sum, some) => sum + some, 0)
      await out(`  ${summaryLine(page, count, total)}\n`)
      if (page.kind === 'resumed') await out(indent(filesAsText(names) + typesAsText(types)))
    },
    async problems(problems) {
      for (const problem of problems) await out(indent(problemAsText(problem)))
    },
    end: () => Promise.resolve(),
  }
}

/** Types that Codex does not know have one row together: a file may hold any number of them. */
function typeName({ type, subtype, codex }: Pick<HistoryEntry, 'type' | 'subtype' | 'codex'>): string {
  if (codex === 'other') return `${type ?? 'item'}/other`
  if (type === null) return subtype ?? 'line'
  const hasKinds = type === 'response_item' || type === 'event_msg'
  return hasKinds && subtype !== null ? `${type}/${subtype}` : type
}

function summaryLine({ kind, conversationId, files }: HistoryPage, items: number, problems: number): string {
  if (kind === 'new') return 'NEW  There is no such file: Codex would begin a new conversation.'
  return [
    `RESUMED  conversation ${escapeText(conversationId ?? 'not known')}`,
    plural(files.length, 'file'),
    plural(items, 'item'),
    plural(problems, 'problem'),
  ].join('  ')
}

type ReadFile = readonly [
  string,
  { readonly first: number; readonly last: number; readonly count: number } | undefined,
]

function filesAsText(files: readonly ReadFile[]): string {
  const rows = files.map(([name, read]) =>
    read === undefined
      ? [escapeText(name), 'none', '0']
      : [escapeText(name), `${formatCount(read.first)}-${formatCount(read.last)}`, formatCount(read.count)],
  )
  return formatTable(
    [{ title: 'files, oldest first' }, { title: 'lines' }, { title: 'items', right: true }],
    rows,
  )
}

function typesAsText(types: ReadonlyMap<string, number>): string {
  const sorted = [...types].sort(([a], [b]) => (a < b ? -1 : 1))
  const rows = sorted.map(([name, count]) => [escapeText(name), formatCount(count)])
  return formatTable([{ title: 'items' }, { title: 'count', right: true }], rows)
}

function problemAsText({ severity, code, file, lineNumber, message }: HistoryProblem): string {
  const place = lineNumber === null ? '' : `  line ${formatCount(lineNumber)}`
  return `${severity.padEnd(7)}  ${code}  ${escapeText(file)}${place}\n         ${escapeText(message)}\n`
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '  ')
}
