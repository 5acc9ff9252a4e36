/** Row filter: which filters of a query leave a row out. Each asks for one field of the row, and all of them must hold. */
import type { HidingFilter } from '../../shared/session/page'
import type { SessionQuery } from '../../shared/session/query'
import type { SessionSummary } from '../../shared/session/session'

/** Returns the filters that leave a row out, none for a row that is wanted. */
export function rowFilter(query: SessionQuery): (row: SessionSummary) => readonly HidingFilter[] {
  const tests = [...valueTests(query), ...timeTests(query), ...textTests(query)]
  return (row) => tests.flatMap(([filter, test]) => (test(row) ? [] : [filter]))
}

type FilterTest = readonly [HidingFilter, (row: SessionSummary) => boolean]

/** The filters that ask for one value of one field. Nobody can ask for what is not recorded. */
function valueTests(query: SessionQuery): readonly FilterTest[] {
  const cwd = trimSlash(query.cwd)
  const asked: readonly (readonly [HidingFilter, string | null, (row: SessionSummary) => string | null])[] = [
    ['source', query.source, (row) => row.source],
    ['cwd', cwd, (row) => trimSlash(row.cwd)],
    ['provider', query.provider, (row) => row.modelProvider],
    ['originator', query.originator, (row) => row.originator],
    ['model', query.model, (row) => row.model],
    ['version', query.version, (row) => row.cliVersion],
    ['era', query.era, (row) => row.era],
    ['form', query.form, (row) => row.form],
  ]
  const tests = asked.flatMap(([filter, wanted, valueOf]): readonly FilterTest[] =>
    wanted === null ? [] : [[filter, (row) => valueOf(row) === wanted]],
  )
  const { damaged } = query
  return damaged === null ? tests : [...tests, ['damaged', (row) => isDamaged(row) === damaged]]
}

/** A time that no row has passes no filter of times. */
function timeTests({ since, until }: SessionQuery): readonly FilterTest[] {
  const tests: FilterTest[] = []
  const created = (row: SessionSummary): number => (row.createdAt === null ? NaN : Date.parse(row.createdAt))
  if (since !== null) {
    const from = Date.parse(since)
    tests.push(['since', (row) => created(row) >= from])
  }
  if (until !== null) {
    const to = endOf(until)
    tests.push(['until', (row) => created(row) <= to])
  }
  return tests
}

function textTests(query: SessionQuery): readonly FilterTest[] {
  const name = query.name?.toLowerCase()
  const needle = query.query?.toLowerCase()
  const tests: FilterTest[] = []
  if (name !== undefined) tests.push(['name', (row) => row.name?.toLowerCase().includes(name) ?? false])
  if (needle !== undefined) tests.push(['query', (row) => searchText(row).includes(needle)])
  return tests
}

function isDamaged({ problems }: SessionSummary): boolean {
  return problems.some(({ severity }) => severity === 'error')
}

/** A day without a time means all of it, to its last millisecond in UTC. */
function endOf(time: string): number {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(time)
  return Date.parse(time) + (isDay ? 86_400_000 - 1 : 0)
}

function trimSlash(path: string | null): string | null {
  return path === null ? null : path.replace(/(?<=.)[/\\]+$/, '')
}

function searchText(row: SessionSummary): string {
  return [row.name, row.preview, row.cwd, row.id, row.path].join('\n').toLowerCase()
}
