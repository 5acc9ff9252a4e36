/** Codex view: the part of a check that tells what a version of Codex makes of the file, if that version was measured. */
import { measuredVersion } from '../../../shared/rollout/codexEyes'
import type { CodexReport } from '../../../shared/validation/codexReport'
import type { Finding } from '../../../shared/validation/finding'
import type { LineageFacts } from '../../lineage/readChain'
import type { ScannedLine } from '../../scanner/scanLines'
import type { SourceIssue } from '../../source/issue'
import { lineFeed } from '../../scanner/textBytes'
import { EyeFold } from './eyeFold'
import { eyeReport } from './eyeReport'
import type { WrittenLine } from '../spelling/writtenLine'

/** What is known of a file beside its lines. */
interface Surroundings {
  readonly issues: readonly SourceIssue[]
  readonly lineage: LineageFacts
  readonly unread: string | null
}

export class CodexView {
  readonly #version: string
  readonly #fold: EyeFold | null
  #lastByte = lineFeed

  /** `version` is any text; of one that was not measured nothing is told. */
  constructor(version: string) {
    const measured = measuredVersion(version)
    this.#version = version
    this.#fold = measured === null ? null : new EyeFold(measured)
  }

  /** Takes the next bytes of the file, for how it ends. */
  noteChunk(chunk: Uint8Array): void {
    this.#lastByte = chunk.at(-1) ?? this.#lastByte
  }

  observe(line: ScannedLine, value: unknown, written: WrittenLine | null): void {
    this.#fold?.observe(line, value, written)
  }

  /** Returns findings as this version lets them be told: what was measured of another says nothing of it. */
  findings(findings: readonly Finding[]): Finding[] {
    return this.#fold === null ? findings.map((finding) => ({ ...finding, codex: null })) : [...findings]
  }

  /** Ends the view. `unread` says what was not read, null for nothing. */
  report({ issues, lineage, unread }: Surroundings): CodexReport {
    if (this.#fold === null) return { version: this.#version, measured: false }
    const facts = this.#fold.finish(this.#lastByte === lineFeed)
    // What Codex does with a compressed file that is damaged was not tried.
    const isTorn = issues.some(({ rule }) => rule === 'source/frame-error' || rule === 'source/size-mismatch')
    return eyeReport(this.#version, facts, { lineage, unread: isTorn ? 'a part that is damaged' : unread })
  }
}
