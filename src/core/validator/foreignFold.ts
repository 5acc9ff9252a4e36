/** Foreign fold: says of each line that is no record whether it is of a foreign grammar. */
import { foreignEra, type ForeignEraId } from '../../shared/rollout/foreignLine'
import type { ScannedLine } from '../scanner/scanLines'

/** The TypeScript CLI of 2025 laid its sessions out over many lines, none of which is a value by itself. */
type Layout = 'unknown' | 'opened' | 'spread' | 'lines'

/** Follows the lines of one file from the first on. */
export class ForeignFold {
  #layout: Layout = 'unknown'

  /** Takes the next line. Returns the foreign grammar that it is of, or null. */
  observe(line: ScannedLine, value: unknown): ForeignEraId | null {
    this.#layout = nextLayout(this.#layout, line)
    if (this.#layout === 'spread' && line.status !== 'record') return 'session-json'
    return line.status === 'json-not-record' ? foreignEra(value) : null
  }
}

function nextLayout(layout: Layout, line: ScannedLine): Layout {
  switch (layout) {
    case 'unknown':
      return beginning(line) === '{' ? 'opened' : 'lines'
    case 'opened':
      return /^"(session|items)": ?[[{]/.test(beginning(line)) ? 'spread' : 'lines'
    case 'spread':
    case 'lines':
      return layout
  }
}

function beginning({ bytes }: ScannedLine): string {
  return bytes.toString('latin1', 0, Math.min(bytes.length, 64)).trim()
}
