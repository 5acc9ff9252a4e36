/**
 * Kept: one JSON value of ours in an own file. Every change starts from what the file says now, because another process
 * may have written it. A file that makes no sense is set aside; one that cannot be written makes the value last as long
 * as this process, and either is told once.
 */
import { parseJson } from '../../shared/parseJson'
import type { Problem } from '../../shared/session/session'
import { errorText, type AppError } from '../../shared/result'
import type { OwnFile } from './ownFile'

/** What is kept, where, and how what was found there is read. */
export interface KeptOptions<T> {
  /** What this file is called to people, at the start of a sentence: `The settings`. */
  readonly what: string
  /** Null keeps the value in this process alone. */
  readonly file: OwnFile | null
  readonly initial: T
  /** Reads whatever was found. A damaged value is what could be saved of it. */
  readonly find: (found: unknown) => { readonly value: T; readonly isDamaged: boolean }
}

export class Kept<T> {
  readonly #options: KeptOptions<T>
  /** The value while no file holds it: there is none, or it could not be written. */
  #held: { readonly value: T } | null
  /** False once something lies there that can be neither read nor set aside: it is nobody's to overwrite. */
  #mayWrite = true
  #problems: Problem[] = []
  #hasToldFailure = false
  #last: Promise<unknown> = Promise.resolve()

  constructor(options: KeptOptions<T>) {
    this.#options = options
    this.#held = options.file === null ? { value: options.initial } : null
  }

  /** Returns the value as it is now. */
  get(): Promise<T> {
    return this.#afterOthers(() => this.#read())
  }

  /** Changes the value and returns what it became, also where it could not be written. */
  change(change: (value: T) => T): Promise<T> {
    return this.#afterOthers(async () => {
      const value = change(await this.#read())
      await this.#write(value)
      return value
    })
  }

  /** Hands over what went wrong since somebody asked last. */
  takeProblems(): Problem[] {
    const problems = this.#problems
    this.#problems = []
    return problems
  }

  /** Resolves when everything that was asked for is done. */
  async settle(): Promise<void> {
    await this.#last
  }

  #afterOthers<R>(action: () => Promise<R>): Promise<R> {
    const result = this.#last.then(action)
    this.#last = result.catch(() => undefined)
    return result
  }

  async #read(): Promise<T> {
    const { file, initial } = this.#options
    if (this.#held !== null || file === null) return this.#held?.value ?? initial
    const text = await file.read()
    if (!text.ok && text.error.code !== 'too-large') {
      this.#leaveAlone(text.error, initial)
      return initial
    }
    if (text.ok && text.value === null) return initial
    const found = this.#options.find(text.ok ? parseJson(text.value ?? '') : undefined)
    if (found.isDamaged) await this.#replaceDamaged(file, found.value)
    return found.value
  }

  async #replaceDamaged(file: OwnFile, value: T): Promise<void> {
    const aside = await file.setAside()
    if (!aside.ok) {
      this.#leaveAlone(aside.error, value)
      return
    }
    this.#tell('own/damaged', `${this.#options.what} could not be read and were set aside.`, aside.value)
    await this.#write(value)
  }

  #leaveAlone(error: AppError, value: T): void {
    this.#mayWrite = false
    this.#held = { value }
    this.#fail(error)
  }

  async #write(value: T): Promise<void> {
    const { file } = this.#options
    if (file === null || !this.#mayWrite) {
      this.#held = { value }
      return
    }
    const written = await file.replace(`${JSON.stringify(value, null, 2)}\n`)
    this.#held = written.ok ? null : { value }
    if (written.ok) this.#hasToldFailure = false
    else this.#fail(written.error)
  }

  #fail(error: AppError): void {
    if (this.#hasToldFailure) return
    this.#hasToldFailure = true
    this.#tell('own/not-kept', errorText(error), error.file ?? null)
  }

  #tell(code: string, message: string, path: string | null): void {
    this.#problems.push({ code, severity: 'warning', message, path })
  }
}
