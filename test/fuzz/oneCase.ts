/** One case: a base, a way to damage it, the check of the outcome, and what the oracle says. */
import type { Finding } from '../../src/shared/validation/finding'
import type { ValidationReport } from '../../src/shared/validation/report'
import type { Base } from './bases/base'
import { bases } from './bases/bases'
import { checkInMemory } from './memoryHome'
import { pickMutator } from './mutators/mutators'
import { judge, type Outcome } from './oracle'
import { Random } from './random'

export interface CaseResult {
  readonly number: number
  readonly base: string
  readonly kind: string
  readonly outcome: Outcome
  /** What broke a promise about every file; null where nothing did. */
  readonly broken: string | null
}

/** A case before it is checked. */
export interface PreparedCase {
  readonly base: Base
  readonly kind: string
  readonly bytes: Buffer
}

/** Makes case `number` of a seed: always the same bytes. */
export function prepareCase(seed: number, number: number): PreparedCase {
  const random = new Random(Math.imul(seed, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b))
  for (;;) {
    const base = random.pick(bases)
    const other = random.pick(bases)
    if (base === undefined || other === undefined) throw new Error('There are no bases.')
    const { kind, apply } = pickMutator(random)
    const bytes = apply(base.bytes, random, other.bytes)
    if (bytes !== null) return { base, kind, bytes }
  }
}

function checkAs({ beside, path }: Base, content: Buffer): Promise<ValidationReport> {
  return checkInMemory({ ...beside, [path]: content }, path)
}

const knownOf = new Map<Base, ReadonlySet<string>>()

/** What is said of a base before anything is done to it names no damage. */
async function knownRules(base: Base): Promise<ReadonlySet<string>> {
  const known =
    knownOf.get(base) ?? new Set((await checkAs(base, base.bytes)).findings.map(({ rule }) => rule))
  knownOf.set(base, known)
  return known
}

/** Runs a case. A throw of the check is an answer, too. */
export async function runCase(seed: number, number: number): Promise<CaseResult> {
  const { base, kind, bytes } = prepareCase(seed, number)
  const check = (content: Buffer): Promise<ValidationReport> => checkAs(base, content)
  const result = { number, base: base.name, kind }
  try {
    const report = await check(bytes)
    const again = await check(bytes)
    const known = await knownRules(base)
    const news = ({ findings }: ValidationReport): readonly Finding[] =>
      findings.filter(({ rule }) => !known.has(rule))
    const outcome = await judge(base, bytes, news(report), async (content) => news(await check(content)))
    return { ...result, outcome, broken: brokenPromise(bytes, report, again) }
  } catch (error) {
    const words = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return { ...result, outcome: { kind: 'missed', edits: [] }, broken: `It threw: ${words}` }
  }
}

function brokenPromise(bytes: Buffer, report: ValidationReport, again: ValidationReport): string | null {
  const { totalBytes, spans } = report.ledger
  const sum = spans.reduce((total, span) => total + span.bytes, 0)
  if (totalBytes !== bytes.length || sum !== bytes.length) {
    return `The spans sum to ${String(sum)} of ${String(bytes.length)} bytes.`
  }
  return JSON.stringify(report) === JSON.stringify(again) ? null : 'A second run gave another report.'
}
