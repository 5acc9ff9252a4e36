/** File picture: what a window draws of a file while it is checked: its strip, and how many lines of each kind it has. */
import type { Census } from '../../shared/rollout/census'
import type { Strip } from '../../shared/rollout/strip'
import { hasPlace, type Finding } from '../../shared/validation/finding'
import { identifyLine } from '../reader/lineIdentity'
import type { ScannedLine } from '../scanner/scanLines'
import { CensusFold } from './censusFold'
import { StripFold } from './stripFold'

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

  /** Marks findings that stand at a place, and returns the strip so far. */
  strip(found: readonly Pick<Finding, 'lineNumber' | 'byteOffset' | 'severity'>[]): Strip {
    for (const finding of found) if (hasPlace(finding)) this.#strip.mark(finding.byteOffset, finding.severity)
    return this.#strip.result()
  }

  census(): Census {
    return this.#census.result()
  }
}
