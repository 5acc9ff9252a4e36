/**
 * Rule fold: runs all rules over the lines of one file, and keeps what several of them ask about the file.
 * The check of a whole file uses it, and so does the lister on the head of a file.
 */
import { EraFold } from '../../shared/rollout/eraFold'
import { eras, type EraId } from '../../shared/rollout/eras'
import { sessionFactsOfLine, type SessionFacts } from '../../shared/rollout/sessionMeta'
import type { RolloutForm, RolloutFormat } from '../../shared/rollout/formats'
import type { KnownFinding } from '../../shared/validation/finding'
import type { LineageFacts } from '../lineage/readChain'
import type { ScannedLine } from '../scanner/scanLines'
import type { SourceIssue } from '../source/issue'
import { ForeignFold } from './foreignFold'
import { metaFaults } from './metaFaults'
import { NoteFold } from './sequence/noteFold'
import { gluedRecords, toRecordFacts } from './recordFacts'
import { shapeOf, textOf } from './heldLine'
import { plainLabel } from './plainRecord'
import { knownForm, noteForm } from './forms/recordForms'
import { ruleTable, type RuleTable } from './ruleTable'
import { WrittenLine } from './spelling/writtenLine'
import { ruleOutcome, take, type RuleEntry, type RuleOutcome } from './ruleOutcome'
import {
  nothing,
  type FileBasics,
  type FileFacts,
  type Rule,
  type RuleFamilyRun,
  type RuleLine,
} from './rule'

export class RuleFold {
  readonly #runs: readonly RuleEntry[]
  readonly #table: RuleTable
  #metaLine: number | null = null
  #lineCount = 0
  /** True once a plain record was seen, which every rule is shown. */
  #hasPlain = false
  /** Facts of the first session meta. */
  session: SessionFacts | null = null
  /** Id of the first session meta that names another session: its records were copied in. */
  copiedFromId: string | null = null
  readonly #era = new EraFold()
  readonly #foreign = new ForeignFold()
  readonly #notes: NoteFold
  readonly #basics: FileBasics

  constructor(rules: readonly Rule[], basics: FileBasics) {
    // An object of this run alone: rules of one family know by it that they look at the same lines.
    this.#basics = { ...basics }
    this.#notes = new NoteFold(basics)
    this.#runs = rules.map((rule) => ({ rule, run: rule.start(this.#basics), drafts: [], total: 0, told: 0 }))
    this.#table = ruleTable(rules)
  }

  /** Takes the next line. `value` is its parsed value, or that of its beginning. Returns how it is written. */
  observe(line: ScannedLine, value: unknown): WrittenLine | null {
    const sessionFacts = line.status === 'glued' ? null : sessionFactsOfLine(value)
    this.#lineCount = line.lineNumber
    this.#era.observe(value)
    if (sessionFacts !== null) this.#noteMeta(sessionFacts, line.lineNumber)
    const form = knownForm(line)
    const shape = form?.shape ?? shapeOf(line, value)
    const foreign = this.#foreign.observe(line, value)
    if (foreign !== null) this.#era.observeForeign(foreign)
    const text = value === undefined ? '' : textOf(line)
    const written = text === '' ? null : new WrittenLine(text, line.bytes.length, form)
    const record = shape === null ? null : toRecordFacts(value, text)
    const parts = gluedRecords(line)
    const ruleLine: RuleLine = {
      line,
      record,
      written,
      parts,
      sessionFacts,
      shape,
      metaFaults: metaFaults(shape, sessionFacts),
      foreign,
      notes: this.#notes.observe({ line, value, record, parts, shape, facts: sessionFacts }),
    }
    if (form === null) noteForm(ruleLine)
    this.#ask(ruleLine)
    return written
  }

  /** Asks the rules that look at a line. A family that is silent is asked once. */
  #ask(line: RuleLine): void {
    const label = this.#table.asksForPlain ? plainLabel(line) : null
    const indexes = label === null || !this.#hasPlain ? this.#table.all : this.#table.ofPlain(label)
    this.#hasPlain ||= label !== null
    let silent: RuleFamilyRun | null = null
    for (const index of indexes) {
      const entry = this.#runs[index]
      if (entry === undefined) continue
      const { onLine, family } = entry.run
      if (family !== undefined) {
        if (family === silent) continue
        if (family.isSilent(line)) {
          silent = family
          continue
        }
      }
      const drafts = onLine?.(line) ?? nothing
      if (drafts.length > 0) take(entry, drafts)
    }
  }

  #noteMeta(facts: SessionFacts, lineNumber: number): void {
    if (this.session === null) {
      this.session = facts
      this.#metaLine = lineNumber
    } else if (facts.id !== this.session.id) this.copiedFromId ??= facts.id
  }

  /** The era whose shapes the lines so far have. */
  get era(): EraId {
    return this.#era.era
  }

  get format(): RolloutFormat {
    return eras[this.era].format
  }

  get hasMeta(): boolean {
    return this.#metaLine !== null
  }

  /** Takes the findings of the lines so far that were not taken before, of each rule the first `perRule` at most. */
  takeKnown(perRule: number): readonly KnownFinding[] {
    return this.#runs.flatMap((entry) => {
      const { id, severity } = entry.rule.info
      const drafts = entry.drafts.slice(entry.told, perRule)
      entry.told += drafts.length
      return drafts.map(({ lineNumber, byteOffset, byteLength, message }) => ({
        rule: id,
        severity,
        lineNumber,
        byteOffset,
        byteLength,
        message,
      }))
    })
  }

  /**
   * Ends the fold. `unread` says what was not read, null for nothing; of a part nothing is said about what may follow.
   * Findings come in the order of the file, the more serious first at the same byte; infos about the file as a whole last.
   */
  finish(file: {
    readonly form: RolloutForm
    readonly contentBytes: number
    readonly issues: readonly SourceIssue[]
    readonly lineage: LineageFacts
    readonly unread: string | null
    readonly grownBytes: number
  }): RuleOutcome {
    const facts: FileFacts = {
      ...this.#basics,
      ...file,
      session: this.session,
      format: this.format,
      era: this.era,
      lineCount: this.#lineCount,
      metaLine: this.#metaLine,
      notes: this.#notes.finish(),
    }
    return ruleOutcome(this.#runs, facts)
  }
}
