import type { HomeFinding } from '../../shared/validation/homeReport'
import type { RuleInfo } from '../../shared/validation/report'

/** Most findings that are kept for one rule; the rest are counted. A home of nothing but differences must not fill the memory. */
const keptPerRule = 1_000

/** Most characters of a text of a file or a database that a message shows. */
const shownText = 120

/** Gathers findings about a home, with a limit for each rule. */
export class FindingList {
  readonly #kept = new Map<RuleInfo, HomeFinding[]>()
  readonly #omitted = new Map<RuleInfo, number>()

  add(info: RuleInfo, message: string, files: readonly string[]): void {
    const kept = this.#kept.get(info) ?? []
    this.#kept.set(info, kept)
    if (kept.length < keptPerRule) {
      kept.push({ rule: info.id, severity: info.severity, message, files: [...files] })
    } else this.#omitted.set(info, (this.#omitted.get(info) ?? 0) + 1)
  }

  /** Returns the findings of some rules in their order, and for each rule how many more there were. */
  inOrderOf(rules: readonly RuleInfo[]): HomeFinding[] {
    return rules.flatMap((info) => {
      const kept = this.#kept.get(info) ?? []
      const omitted = this.#omitted.get(info) ?? 0
      if (omitted === 0) return kept
      const message = `${omitted.toLocaleString('en')} more of this kind are not listed.`
      return [...kept, { rule: info.id, severity: info.severity, message, files: [] }]
    })
  }
}

/** Returns a text of a file or a database as a message shows it: quoted, escaped and cut. */
export function shown(text: string | null): string {
  if (text === null) return 'nothing'
  return JSON.stringify(text.length > shownText ? `${text.slice(0, shownText)}…` : text)
}
