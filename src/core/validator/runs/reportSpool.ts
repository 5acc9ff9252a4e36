/**
 * Report spool: the reports of one run, kept in the data folder by the workers that make them, so that neither the host
 * nor the page ever holds all of them. Each batch has a file of its own; a report is found by its place in it.
 */
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { err, ok, type Result } from '../../../shared/result'
import { parseJson } from '../../../shared/parseJson'
import { ValidationReportSchema, type ValidationReport } from '../../../shared/validation/report'
import { attempt } from '../../platform/attempt'
import { attemptOwn, removeOwn } from '../../platform/ownFolder'
import type { FileSystem } from '../../platform/fileSystem'

/** Where a report lies: in the file of the batch that began with a file, from a byte to before another. */
export interface SpoolPlace {
  readonly batch: number
  readonly from: number
  readonly to: number
}

/** Writes the reports of one batch. */
export class SpoolWriter {
  readonly #batch: number
  readonly #descriptor: number
  #at = 0

  private constructor(batch: number, descriptor: number) {
    this.#batch = batch
    this.#descriptor = descriptor
  }

  /** Makes the file of a batch, of mode 0600, in the folder of the run. Whoever makes one closes it. */
  static create(folder: string, batch: number): Result<SpoolWriter> {
    return attemptOwn(() => {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      return new SpoolWriter(batch, openSync(join(folder, String(batch)), 'wx', 0o600))
    })
  }

  /** Appends a report and returns its place. */
  add(report: ValidationReport): Result<SpoolPlace> {
    const bytes = Buffer.from(JSON.stringify(report))
    const from = this.#at
    return attemptOwn(() => {
      for (let written = 0; written < bytes.length;) {
        written += writeSync(this.#descriptor, bytes, written, bytes.length - written, from + written)
      }
      this.#at = from + bytes.length
      return { batch: this.#batch, from, to: this.#at }
    })
  }

  close(): void {
    closeSync(this.#descriptor)
  }
}

/** Reads reports back, in any order; those of one batch in a row cost one opening. Whoever makes one closes it. */
export class SpoolReader {
  readonly #fileSystem: FileSystem
  readonly #folder: string
  #open: { readonly batch: number; readonly descriptor: number } | null = null

  constructor(fileSystem: FileSystem, folder: string) {
    this.#fileSystem = fileSystem
    this.#folder = folder
  }

  /** Returns the report at a place. What is not there, or is not what was written, is an error. */
  read({ batch, from, to }: SpoolPlace): Result<ValidationReport> {
    const bytes = Buffer.alloc(to - from)
    const read = attempt('the reports of this run', () => {
      const descriptor = this.#descriptorOf(batch)
      let at = 0
      for (let taken = 1; taken > 0 && at < bytes.length; at += taken) {
        taken = this.#fileSystem.read(descriptor, bytes, at, bytes.length - at, from + at)
      }
      return at
    })
    if (!read.ok) return read
    const parsed = ValidationReportSchema.safeParse(parseJson(bytes.toString('utf8', 0, read.value)))
    return parsed.success ? ok(parsed.data) : err(notOurs)
  }

  #descriptorOf(batch: number): number {
    if (this.#open?.batch === batch) return this.#open.descriptor
    this.close()
    const descriptor = this.#fileSystem.open(join(this.#folder, String(batch)))
    this.#open = { batch, descriptor }
    return descriptor
  }

  close(): void {
    if (this.#open !== null) this.#fileSystem.close(this.#open.descriptor)
    this.#open = null
  }
}

/** Removes the reports of one run. */
export function removeSpool(folder: string): void {
  removeOwn(folder)
}

const notOurs = {
  code: 'changed' as const,
  message: 'A report that was kept for this run is not what was written.',
  hint: 'Check the sessions again.',
}
