/**
 * Record writer: `selection.json`, session by session, because a hundred thousand of them are not held. What an export
 * proves and what not stands in the file itself, for whoever gets only that.
 */
import { assertNever } from '../../shared/assertNever'
import type { ExportFormat } from '../../shared/export/exportFormat'
import type { ExportedSession, ExportRecord } from '../../shared/export/exportRecord'
import { toSafeJson } from '../../shared/safeJson'
import type { OutputFile } from './outputFile'

/** What is known of an export before its first session. */
export type RecordHead = Omit<ExportRecord, 'sessions' | 'counts' | 'proves' | 'doesNotProve'>

export class RecordWriter {
  readonly #file: OutputFile
  #isFirst = true

  constructor(file: OutputFile, head: RecordHead, withoutBase: number) {
    this.#file = file
    const whole = {
      ...head,
      proves: proves(head.format),
      doesNotProve: [...doesNotProve(head.format), ...unproven(withoutBase)],
    }
    file.writeText(`${toSafeJson(whole).slice(0, -1)},"sessions":[`)
  }

  /** Adds one session, a line of its own. */
  session(session: ExportedSession): boolean {
    const separator = this.#isFirst ? '\n' : ',\n'
    this.#isFirst = false
    return this.#file.writeText(separator + toSafeJson(session))
  }

  /** Ends the document. */
  end(counts: ExportRecord['counts']): void {
    this.#file.writeText(`${this.#isFirst ? '' : '\n'}],"counts":${toSafeJson(counts)}}\n`)
  }
}

function proves(format: ExportFormat): string[] {
  const unchanged =
    'A file whose hash is that of its line in manifest.sha256 is the one that this export wrote. The manifest proves that much as long as its own hash, printed when the export was made, was kept apart.'
  switch (format) {
    case 'original':
      return [
        unchanged,
        'Each exported file had, byte for byte, this content when it was read: its size, times and identity were the same after reading as before.',
      ]
    case 'jsonl':
      return [
        unchanged,
        'Each line of a session is there with its place, and its bytes can be put together again from what stands for it; sha256 and contentSha256 are those of the file that was read.',
      ]
    case 'markdown':
      return [unchanged, 'sha256 and contentSha256 are those of the files that the documents were made from.']
    case 'csv':
      return [unchanged]
    default:
      return assertNever(format)
  }
}

/** A fork or a reverted session without its base lacks the beginning of what it goes on from. */
function unproven(withoutBase: number): string[] {
  if (withoutBase === 0) return []
  return [
    `What ${String(withoutBase)} of the sessions go on from: their histories begin in files that are not exported here. The sessions say which, as base.`,
  ]
}

function doesNotProve(format: ExportFormat): string[] {
  const always = [
    'Who wrote the session files, when, and whether anybody changed them before this export: they carry no signature.',
    'That there were no other sessions: what was not below the root, or was deleted before, is not counted here.',
  ]
  if (format === 'markdown') {
    return [
      ...always,
      'What a session says exactly: the documents are a reading of it, shortened where they say so, with hidden characters spelled out.',
    ]
  }
  if (format !== 'csv') return always
  return [
    ...always,
    'What the sessions hold: the table was made from the beginning and the end of each file, no file was read as a whole, and no hash of one is known.',
  ]
}
