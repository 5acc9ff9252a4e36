/**
 * Prefix value: what the beginning of a JSON text says, for lines too long to be held whole.
 *
 * It parses as far as the text goes and closes what is open, so that type, time and the first words of a line of any
 * length can be shown from its first bytes. It never throws; what it cannot read is undefined.
 */

const depthLimit = 64

/** Parses a JSON text that may end anywhere. Members that were not reached are missing; a cut string ends where it ends. */
export function parsePrefix(text: string): unknown {
  return new PrefixParser(text).value(0)
}

class PrefixParser {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  value(depth: number): unknown {
    this.#skipSpace()
    if (depth > depthLimit) return this.#giveUp()
    switch (this.#text[this.#at]) {
      case '{':
        return this.#object(depth)
      case '[':
        return this.#array(depth)
      case '"':
        return this.#string()
      default:
        return this.#scalar()
    }
  }

  #giveUp(): undefined {
    this.#at = this.#text.length
    return undefined
  }

  #skipSpace(): void {
    while (' \t\r\n\v\f'.includes(this.#text[this.#at] ?? 'x')) this.#at += 1
  }

  #object(depth: number): unknown {
    const entries: [string, unknown][] = []
    this.#at += 1
    for (;;) {
      this.#skipSpace()
      if (this.#text[this.#at] !== '"') break
      const key = this.#string()
      this.#skipSpace()
      if (this.#text[this.#at] !== ':') break
      this.#at += 1
      const value = this.value(depth + 1)
      if (value !== undefined) entries.push([key, value])
      this.#skipSpace()
      if (this.#text[this.#at] !== ',') break
      this.#at += 1
    }
    this.#close('}')
    return Object.fromEntries(entries)
  }

  #array(depth: number): unknown {
    const values: unknown[] = []
    this.#at += 1
    this.#skipSpace()
    while (this.#at < this.#text.length && this.#text[this.#at] !== ']') {
      const value = this.value(depth + 1)
      if (value === undefined) break
      values.push(value)
      this.#skipSpace()
      if (this.#text[this.#at] !== ',') break
      this.#at += 1
    }
    this.#close(']')
    return values
  }

  /** Steps over the end of a container, or gives up on the rest of a text that is not JSON. */
  #close(mark: string): void {
    this.#skipSpace()
    if (this.#text[this.#at] === mark) this.#at += 1
    else this.#at = this.#text.length
  }

  #string(): string {
    const from = this.#at
    this.#at += 1
    while (this.#at < this.#text.length && this.#text[this.#at] !== '"') {
      this.#at += this.#text[this.#at] === '\\' ? 2 : 1
    }
    const isCut = this.#at >= this.#text.length
    this.#at = Math.min(this.#text.length, this.#at + 1)
    return decodeString(this.#text.slice(from + 1, isCut ? this.#text.length : this.#at - 1))
  }

  #scalar(): unknown {
    const match = /^[-+0-9.eEa-z]+/.exec(this.#text.slice(this.#at, this.#at + 64))
    if (match === null) return this.#giveUp()
    this.#at += match[0].length
    try {
      return JSON.parse(match[0]) as unknown
    } catch {
      return this.#giveUp()
    }
  }
}

/** Decodes the inside of a JSON string; an escape that the end cut off, or that is wrong, is left out. */
function decodeString(inside: string): string {
  const whole = inside.replace(/\\(u[0-9a-fA-F]{0,3})?$/, (tail, _hex, at: number) => {
    const slashes = /\\*$/.exec(inside.slice(0, at))?.[0].length ?? 0
    return slashes % 2 === 0 ? '' : tail
  })
  try {
    return JSON.parse(`"${whole}"`) as string
  } catch {
    return whole
  }
}
