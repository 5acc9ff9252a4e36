/**
 * Rule: one kind of thing that can be wrong with a rollout, as a fold over its scanned lines.
 *
 * A rule looks at lines in order and remembers what it must; it never reads. `codex` says what real Codex 0.169 was
 * measured to do with such a defect, once the whole file is known, because that often depends on its format.
 */
import type { EraId } from '../../shared/rollout/eras'
import type { SessionFacts } from '../../shared/rollout/sessionMeta'
import type { ForeignEraId } from '../../shared/rollout/foreignLine'
import type { Rejection, ShapeReport } from '../../shared/rollout/schema/shapeReport'
import type { RolloutForm, RolloutFormat } from '../../shared/rollout/formats'
import type { CodexVerdict, Finding } from '../../shared/validation/finding'
import type { RuleInfo } from '../../shared/validation/report'
import type { LineageFacts } from '../lineage/readChain'
import type { ScannedLine } from '../scanner/scanLines'
import type { RolloutName } from '../lister/rolloutName'
import type { SourceIssue } from '../source/issue'
import { Limits } from './limits'
import type { Note } from './sequence/notes'
import type { RecordFacts } from './recordFacts'
import type { WrittenLine } from './spelling/writtenLine'

/** What is known of a file before its first line is read. */
export interface FileBasics {
  /** Its name without the folder. */
  readonly name: string
  /** What the name says; null where it is not that of a rollout. */
  readonly rolloutName: RolloutName | null
  /** Permission bits; null where there are none, and where the file is a copy. */
  readonly mode: number | null
  /** The time that times are compared with, in milliseconds since 1970; null where nobody named one. */
  readonly nowMs: number | null
  /** Where a rule says that a bound was met. */
  readonly limits: Limits
  /**
   * True when the content holds these bytes at an offset: they are read again, because what a rule remembers of a line is
   * little. For the rare line that is like an earlier one.
   */
  readonly holds: (byteOffset: number, bytes: Uint8Array) => boolean
}

/** Basics of a file of which nothing is known but its content. */
export const noBasics: FileBasics = {
  name: '',
  rolloutName: null,
  mode: null,
  nowMs: null,
  limits: new Limits(),
  holds: () => false,
}

/** What is known of a file when its last line was seen. */
export interface FileFacts extends FileBasics {
  readonly form: RolloutForm
  readonly format: RolloutFormat
  readonly era: EraId
  readonly contentBytes: number
  readonly lineCount: number
  /** Line of the first session meta, null when there is none. */
  readonly metaLine: number | null
  /** Facts of the first session meta, null when there is none. */
  readonly session: SessionFacts | null
  readonly issues: readonly SourceIssue[]
  /** Why it was not read as one whole; null when it was. */
  readonly unread: string | null
  /** By how much it grew while it was read; none of that was looked at. */
  readonly grownBytes: number
  /** What is known of the files that it goes on from. */
  readonly lineage: LineageFacts
  /** What folds that several rules share could only tell at the end. */
  readonly notes: readonly Note[]
}

/** A scanned line with what several rules ask about it. */
export interface RuleLine {
  readonly line: ScannedLine
  /** The record of a line that is one record in an envelope and is held whole; null for all other lines. */
  readonly record: RecordFacts | null
  /** How a line that is one JSON value and is held whole is written; null for all other lines. */
  readonly written: WrittenLine | null
  /** The records of a glued line: Codex loses them, and they are there. */
  readonly parts: readonly RecordFacts[]
  /** Session facts when the line is a session meta of any era. */
  readonly sessionFacts: SessionFacts | null
  /** How a record that is held whole compares with the schemas; null for all other lines. */
  readonly shape: ShapeReport | null
  /** What makes a session meta unusable for Codex; part of the rejections of the shape, or an id that is no UUID. */
  readonly metaFaults: readonly Rejection[]
  /** The foreign grammar of a line that is no record; null for all other lines. */
  readonly foreign: ForeignEraId | null
  /** What folds that several rules share say of the line, or of lines before it. */
  readonly notes: readonly Note[]
}

/** A finding of a rule. `codex` is set where what Codex does was known when it was found; else the rule is asked at the end. */
export type Draft = Omit<Finding, 'rule' | 'severity' | 'codex'> & { readonly codex?: CodexVerdict | null }

/**
 * One run of a rule over one file. `onEnd` is asked when the last line was seen; `onPart` in its place when the file was
 * not read as one whole, where what is missing proves nothing.
 */
export interface RuleRun {
  readonly onLine?: (line: RuleLine) => readonly Draft[]
  readonly onEnd?: (file: FileFacts) => readonly Draft[]
  readonly onPart?: (file: FileFacts) => readonly Draft[]
  /** What it has in common with the other rules of its family, if it is of one. */
  readonly family?: RuleFamilyRun
}

/** The memory of a family of rules in one file. */
export interface RuleFamilyRun {
  /** True when no rule of the family has anything to say of a line. */
  isSilent(line: RuleLine): boolean
}

/** What a rule returns where it has nothing to say: one list for all lines. */
export const nothing: readonly Draft[] = []

export interface Rule {
  readonly info: RuleInfo
  /**
   * Types of plain records that it asks to see, such as `session_meta`, or `event_msg` for all of those; all types where it
   * does not say. Every rule sees all other lines. A plain record is whole, in every member as its schema says, and
   * written as Codex writes: nearly every line is. The first one of a file is shown to every rule.
   */
  readonly plain?: readonly string[]
  readonly start: (file: FileBasics) => RuleRun
  /** Null where nobody has measured what Codex does. */
  readonly codex: (draft: Draft, file: FileFacts) => CodexVerdict | null
}

/**
 * Returns one draft for the spans of a line that the test accepts: from the first of them, at its fault where it has one,
 * to the last. One for each line, because a line of foreign data may hold thousands.
 */
export function spansOf(
  { line }: RuleLine,
  accepts: (kind: ScannedLine['status']) => boolean,
  message: (bytes: number, runs: number) => string,
): readonly Draft[] {
  const spans = line.spans.filter((span) => accepts(span.kind)).map((span) => span.fault ?? span)
  const [first] = spans
  const last = spans.at(-1)
  if (first === undefined || last === undefined) return []
  const bytes = spans.reduce((sum, { byteLength }) => sum + byteLength, 0)
  return [
    {
      lineNumber: line.lineNumber,
      byteOffset: first.byteOffset,
      byteLength: last.byteOffset + last.byteLength - first.byteOffset,
      message: message(bytes, spans.length),
    },
  ]
}

/** Returns one draft for a whole line. */
export function lineDraft({ line }: RuleLine, message: string): Draft {
  const { lineNumber, byteOffset, byteLength } = line
  return { lineNumber, byteOffset, byteLength, message }
}

/** Writes a count of bytes for a message. */
export function bytesText(count: number): string {
  return count === 1 ? '1 byte' : `${count.toLocaleString('en')} bytes`
}
