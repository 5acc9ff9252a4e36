/** Compare state: what the state database says of sessions against their rollouts, one rollout at a time. */
import type { HeadRow } from '../lister/headRow'
import { shown, type FindingList } from './findingList'
import { stateDiffers, stateElsewhere } from './homeRules'
import { indexFileName } from './indexFile'
import { stateFileName } from './stateCopy'
import { comparedText, type StateRow } from './stateDatabase'
import { placeKey, statePlace } from './statePlaces'

/** Most rows that are held at once: some 500 MB at worst, a tenth of it as Codex writes them. */
const mostRows = 200_000

/**
 * Takes the rows of the database first, then each rollout, and adds what differs to the findings when it has ended.
 */
export class StateComparison {
  readonly #findings: FindingList
  readonly #homes: readonly string[]
  /** Rows by the place of their rollout; one is let go once its rollout was seen. */
  readonly #open = new Map<string, StateRow>()
  readonly #ids = new Set<string>()
  readonly #elsewhere = new Map<string, number>()
  readonly #unseen: { readonly path: string; readonly id: string | null }[] = []
  #rows = 0
  /** True when there were more rows than are held. */
  isPart = false

  constructor(findings: FindingList, homes: readonly string[]) {
    this.#findings = findings
    this.#homes = homes
  }

  /** Takes a row of the database; false when no more are held. */
  addRow(row: StateRow): boolean {
    if (this.#rows >= mostRows) {
      this.isPart = true
      return false
    }
    this.#rows += 1
    this.#ids.add(row.id)
    const { relative, otherHome } = statePlace(row.rolloutPath, this.#homes)
    if (otherHome !== null) this.#elsewhere.set(otherHome, (this.#elsewhere.get(otherHome) ?? 0) + 1)
    if (relative === null || this.#open.has(relative)) this.#missing(row)
    else this.#open.set(relative, row)
    return true
  }

  /** Takes a rollout of the home with the name that the index has for it. */
  addRollout({ summary, details }: HeadRow, indexName: string | null): void {
    const key = placeKey(summary.path)
    const row = this.#open.get(key)
    if (row === undefined) {
      this.#unseen.push({ path: summary.path, id: summary.id?.toLowerCase() ?? null })
      return
    }
    this.#open.delete(key)
    const differences = [
      difference('id', row.id, summary.id?.toLowerCase() ?? null),
      row.isArchived === summary.archived
        ? null
        : `archived: ${String(row.isArchived)} in the database, ${String(summary.archived)} by its folder`,
      difference('cwd', withoutSlash(row.cwd), withoutSlash(summary.cwd)),
      difference('cli_version', row.cliVersion, summary.cliVersion),
      difference('history_mode', row.historyMode, details.historyMode ?? 'legacy'),
      difference('git branch', row.gitBranch, summary.gitBranch),
      difference('git commit', row.gitCommit, summary.gitCommit),
      difference('git address', row.gitRepositoryUrl, details.gitRepositoryUrl, true),
      nameDifference(row, indexName),
    ].filter((text) => text !== null)
    if (differences.length === 0) return
    const message = `The database differs from the rollout: ${differences.join('; ')}.`
    this.#findings.add(stateDiffers, message, [stateFileName, summary.path])
  }

  /** Says what is left: rows without a rollout, where every rollout was seen, and rollouts without a row. */
  finish(isWhole: boolean): void {
    if (isWhole) for (const row of this.#open.values()) this.#missing(row)
    for (const { path, id } of this.#unseen) {
      // Of the segments of a thread, only the one that is written to has a row.
      if (this.isPart || (id !== null && this.#ids.has(id))) continue
      this.#findings.add(stateDiffers, 'The database has no row for this rollout.', [stateFileName, path])
    }
    for (const [home, count] of this.#elsewhere) {
      const message = `${count.toLocaleString('en')} of ${this.#rows.toLocaleString('en')} rows lead to ${shown(home)}.`
      this.#findings.add(stateElsewhere, message, [stateFileName])
    }
  }

  #missing({ id, rolloutPath }: StateRow): void {
    const message = `The row of session ${shown(id)} names a rollout that is not there: ${shown(rolloutPath)}.`
    this.#findings.add(stateDiffers, message, [stateFileName])
  }
}

/** Says how two values differ; null where they do not, and where the database has none. A secret is not shown. */
function difference(
  what: string,
  row: string | null,
  rollout: string | null,
  isSecret = false,
): string | null {
  if (row === null || row === (rollout?.slice(0, comparedText) ?? null)) return null
  return isSecret
    ? `${what}: another one in the database than in the rollout`
    : `${what}: ${shown(row)} in the database, ${shown(rollout)} in the rollout`
}

/** A legacy session has its name in the place of the title; an empty name in the index takes it away. */
function nameDifference({ name, title, historyMode }: StateRow, indexName: string | null): string | null {
  const inIndex = indexName === '' ? null : indexName
  if (name !== null) return name === inIndex ? null : namesText(name, inIndex)
  return inIndex === null || title === inIndex || historyMode === null ? null : namesText(title, inIndex)
}

function namesText(row: string | null, index: string | null): string {
  return `name: ${shown(row)} in the database, ${shown(index)} in ${indexFileName}`
}

function withoutSlash(path: string | null): string | null {
  return path === null || path.length < 2 ? path : path.replace(/[/\\]$/, '')
}
