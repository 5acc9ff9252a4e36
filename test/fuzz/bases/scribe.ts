/** Scribe: writes a healthy rollout line by line, with a clock, ordinals, ids and token totals that agree with each other. */

/** The members of a record, in the order in which they are written. */
export type Members = Readonly<Record<string, unknown>>

/** Where a rollout begins. `firstOrdinal` is null in a file without ordinals. */
export interface ScribeStart {
  readonly startMs: number
  readonly firstOrdinal: number | null
  /** Added to the bytes of its ids, so that no two files share one. */
  readonly series: number
  /** How the token totals of its generation look. */
  readonly countsCacheWrites?: boolean
}

export class Scribe {
  readonly #lines: string[] = []
  readonly #series: number
  readonly #countsCacheWrites: boolean
  #ms: number
  #ordinal: number | null
  #serial = 0
  #answers = 0
  /** Id of the session: made at the start. */
  readonly sessionId: string

  constructor({ startMs, firstOrdinal, series, countsCacheWrites = false }: ScribeStart) {
    this.#ms = startMs
    this.#ordinal = firstOrdinal
    this.#series = series
    this.#countsCacheWrites = countsCacheWrites
    this.sessionId = this.id()
  }

  /** Milliseconds since 1970 at which the next line is written. */
  get nowMs(): number {
    return this.#ms
  }

  get nextOrdinal(): number {
    return this.#ordinal ?? 0
  }

  get time(): string {
    return new Date(this.#ms).toISOString()
  }

  /** A UUID v7 of this moment, another one each time. */
  id(): string {
    this.#serial += 1
    const time = this.#ms.toString(16).padStart(12, '0')
    const serial = (this.#series * 0x1000 + this.#serial).toString(16).padStart(12, '0')
    return `${time.slice(0, 8)}-${time.slice(8)}-7a5c-9b31-${serial}`
  }

  /** Writes a record in its envelope, and lets some milliseconds go by. `beside` stands beside the payload. */
  write(type: string, payload: Members, beside: Members = {}): this {
    const ordinal = this.#ordinal === null ? {} : { ordinal: this.#ordinal }
    this.bare({ timestamp: this.time, ...ordinal, type, payload, ...beside })
    if (this.#ordinal !== null) this.#ordinal += 1
    this.#ms += 13
    return this
  }

  event(type: string, payload: Members = {}): this {
    return this.write('event_msg', { type, ...payload })
  }

  item(type: string, payload: Members): this {
    return this.write('response_item', { type, ...payload })
  }

  /** Writes a line without an envelope. */
  bare(line: Members): this {
    this.#lines.push(JSON.stringify(line))
    return this
  }

  wait(ms: number): this {
    this.#ms += ms
    return this
  }

  /** The model answers once more. Returns what that used, what was used since the start, and the window. */
  usage(): { readonly total: Members; readonly last: Members } {
    this.#answers += 1
    return { total: this.#tokens(this.#answers), last: this.#tokens(1) }
  }

  #tokens(answers: number): Members {
    return {
      input_tokens: 1297 * answers,
      cached_input_tokens: 800 * answers,
      ...(this.#countsCacheWrites ? { cache_write_input_tokens: 0 } : {}),
      output_tokens: 60 * answers,
      reasoning_output_tokens: 20 * answers,
      total_tokens: 1357 * answers,
    }
  }

  get text(): string {
    return this.#lines.map((line) => `${line}\n`).join('')
  }
}
