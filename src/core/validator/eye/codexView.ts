/** Codex view: the part of a check that tells what a version of Codex makes of the file, if that version was measured. */
import { measuredVersion } from '../../../shared/rollout/codexEyes'
import type { CodexReport } from '../../../shared/validation/codexReport'
import type { Finding } from '../../../shared/validation/finding'
import type { ScannedLine } from '../../scanner/scanLines'
import type { SourceIssue } from '../../source/issue'
import { lineFeed } from '../../scanner/textBytes'
import { EyeFold } from './eyeFold'
import { eyeReport, type EyeSurroundings } from './eyeReport'
import { withVerdicts } from './findingVerdicts'
import type { Limits } from '../limits'
import type { WrittenLine } from '../spelling/writtenLine'

/** What is known of a file beside its lines, and beside its stored form. */
interface Surroundings extends EyeSurroundings {
  readonly issues: readonly SourceIssue[]
}

export class CodexView {
  readonly #version: string
  readonly #fold: EyeFold | null
  #lastByte = lineFeed

  /** `version` is any text; of one that was not measured nothing is told. */
  constructor(version: string, limits: Limits) {
    const measured = measuredVersion(version)
    this.#version = version
    this.#fold = measured === null ? null : new EyeFold(measured, limits)
  }

  /** Takes the next bytes of the file, for how it ends. */
  noteChunk(chunk: Uint8Array): void {
    this.#lastByte = chunk.at(-1) ?? this.#lastByte
  }

  observe(line: ScannedLine, value: unknown, written: WrittenLine | null): void {
    this.#fold?.observe(line, value, written)
  }

  /**
   * Ends the view: returns the report, and findings in line with it. It may be asked once. `unread` says what was not read,
   * null for nothing.
   */
  conclude(
    findings: readonly Finding[],
    { issues, lineage, unread, place }: Surroundings,
  ): { readonly codex: CodexReport; readonly findings: Finding[] } {
    if (this.#fold === null) {
      const codex = { version: this.#version, measured: false } as const
      return { codex, findings: withVerdicts(findings, codex, null) }
    }
    const facts = this.#fold.finish(this.#lastByte === lineFeed)
    // What Codex does with a compressed file that is damaged was not tried.
    const isTorn = issues.some(({ rule }) => rule === 'source/frame-error' || rule === 'source/size-mismatch')
    const around = { lineage, place, unread: isTorn ? 'a part that is damaged' : unread }
    const codex = eyeReport(this.#version, facts, around)
    return { codex, findings: withVerdicts(findings, codex, facts.firstLine) }
  }
}
