/** File picture: what a window draws of a file while it is checked: its strip, and how many lines of each kind it has. */
import type { Census } from '../../shared/rollout/census'
import type { Strip } from '../../shared/rollout/strip'
import type { Severity } from '../../shared/validation/severity'
import { identifyLine } from '../reader/lineIdentity'
import type { ScannedLine } from '../scanner/scanLines'
import { CensusFold } from './censusFold'
import { StripFold } from './stripFold'

/** A place with a finding. */
interface Mark {
  readonly byteOffset: number
  readonly severity: Severity
}

export class FilePicture {
  readonly #strip: StripFold
  readonly #census = new CensusFold()

  constructor(totalBytes: number) {
    this.#strip = new StripFold(totalBytes)
  }

  /** Takes the next line. `value` is its parsed value, or that of its beginning. */
  add(line: ScannedLine, value: unknown): void {
    this.#strip.add(line, value)
    this.#census.add(identifyLine(line))
  }

  /** Marks findings, and returns the strip so far. */
  strip(found: readonly Mark[]): Strip {
    for (const { byteOffset, severity } of found) this.#strip.mark(byteOffset, severity)
    return this.#strip.result()
  }

  census(): Census {
    return this.#census.result()
  }
}
