/**
 * Clip readable: a readable form within limits, for sending it to a window. Whatever is cut says how much of it is hidden;
 * images beyond the limit say that they are not shown.
 */
import { assertNever } from '../../assertNever'
import { cutText, limitText } from './cutText'
import type {
  Cut,
  DiffBlock,
  DiffFile,
  FactsBlock,
  FlatBlock,
  ImageBlock,
  InnerReadable,
  ListBlock,
  PlanBlock,
  Readable,
  ReadableBlock,
  TableBlock,
} from './readable'

/** Limits of what is shown of one line. Texts and diffs in characters, images in decoded bytes. */
export interface ClipLimits {
  /** Longest single text. */
  readonly text: number
  /** Longest single fact, badge or step. */
  readonly fact: number
  /** All texts together; what comes after it is cut to nothing. */
  readonly total: number
  readonly images: number
  /** Most facts, steps, files, lines of a diff or records in one block. */
  readonly rows: number
}

/** What a window is sent of one line. */
export const windowLimits: ClipLimits = {
  text: 256 * 1024,
  fact: 4 * 1024,
  total: 1024 * 1024,
  images: 16 * 1024 * 1024,
  rows: 2000,
}

/** Cuts a readable form to limits. What is within them comes back as it is. */
export function clipReadable(readable: Readable, limits: ClipLimits): Readable {
  return {
    ...readable,
    title: limitText(readable.title, limits.fact),
    note: noteOf(readable, limits),
    blocks: new Clip(limits).blocks(readable.blocks),
  }
}

function noteOf({ note }: Pick<Readable, 'note'>, limits: ClipLimits): string | null {
  return note === null ? null : limitText(note, limits.fact)
}

class Clip {
  readonly #limits: ClipLimits
  #textLeft: number
  #imagesLeft: number

  constructor(limits: ClipLimits) {
    this.#limits = limits
    this.#textLeft = limits.total
    this.#imagesLeft = limits.images
  }

  blocks(blocks: readonly ReadableBlock[]): readonly ReadableBlock[] {
    return blocks.map((block) => (block.kind === 'list' ? this.#list(block) : this.#flat(block)))
  }

  #flat(block: FlatBlock): FlatBlock {
    switch (block.kind) {
      case 'text': {
        const [text, cut] = this.#text(block.text, this.#limits.text)
        return { ...block, text, cut }
      }
      case 'facts':
        return this.#facts(block)
      case 'badges':
        return {
          ...block,
          badges: this.#rows(block.badges).map((badge) => ({
            ...badge,
            value: limitText(badge.value, this.#limits.fact),
            detail: badge.detail === null ? null : limitText(badge.detail, this.#limits.fact),
          })),
        }
      case 'plan':
        return this.#plan(block)
      case 'table':
        return this.#table(block)
      case 'diff':
        return this.#diff(block)
      case 'image':
        return this.#image(block)
      case 'notice':
        return { ...block, text: limitText(block.text, this.#limits.fact) }
      default:
        return assertNever(block)
    }
  }

  #text(text: string, limit: number): readonly [string, Cut | null] {
    const [shown, cut] = cutText(text, Math.min(limit, this.#textLeft))
    this.#textLeft -= shown.length
    return [shown, cut]
  }

  #rows<T>(rows: readonly T[]): readonly T[] {
    return rows.length <= this.#limits.rows ? rows : rows.slice(0, this.#limits.rows)
  }

  #facts(block: FactsBlock): FactsBlock {
    const shown = this.#rows(block.facts).map((one) => {
      const [value, cut] = this.#text(one.value, this.#limits.fact)
      return { ...one, label: limitText(one.label, this.#limits.fact), value, cut }
    })
    const hidden = block.facts.length - shown.length
    if (hidden === 0) return { ...block, facts: shown }
    const more = {
      label: '…',
      value: `${String(hidden)} more are not shown`,
      cut: null,
      isNumber: false,
      pointer: '',
    }
    return { ...block, facts: [...shown, more] }
  }

  #plan(block: PlanBlock): PlanBlock {
    const shown = this.#rows(block.steps).map((step) => ({
      ...step,
      text: limitText(step.text, this.#limits.fact),
      status: limitText(step.status, this.#limits.fact),
    }))
    const hidden = block.steps.length - shown.length
    if (hidden === 0) return { ...block, steps: shown }
    return {
      ...block,
      steps: [
        ...shown,
        { text: `${String(hidden)} more are not shown`, status: '…', pointer: block.pointer },
      ],
    }
  }

  #table(block: TableBlock): TableBlock {
    return { ...block, rows: this.#rows(block.rows) }
  }

  #diff(block: DiffBlock): DiffBlock {
    const files = this.#rows(block.files).map((file) => this.#file(file))
    return { ...block, files, hiddenFiles: block.hiddenFiles + block.files.length - files.length }
  }

  #file(file: DiffFile): DiffFile {
    const shown: DiffFile['lines'][number][] = []
    for (const line of this.#rows(file.lines)) {
      if (line.text.length > this.#textLeft) break
      const [text, cut] = this.#text(line.text, this.#limits.fact)
      shown.push(
        cut === null ? line : { ...line, text: `${text}… (${String(cut.hiddenCharacters)} characters more)` },
      )
    }
    const path = limitText(file.path, this.#limits.fact)
    return { ...file, path, lines: shown, hiddenLines: file.lines.length - shown.length }
  }

  #image(block: ImageBlock): ImageBlock {
    const { image } = block
    if (image.state === 'withheld') return block
    if (image.sizeBytes <= this.#imagesLeft) {
      this.#imagesLeft -= image.sizeBytes
      return block
    }
    const what = `${image.mediaType}, ${String(image.sizeBytes)} bytes`
    return {
      ...block,
      image: { state: 'withheld', what, reason: 'this line holds more images than are shown at once' },
    }
  }

  #list(block: ListBlock): ListBlock {
    const items = this.#rows(block.items).map((item): InnerReadable => ({
      ...item,
      title: limitText(item.title, this.#limits.fact),
      note: noteOf(item, this.#limits),
      blocks: item.blocks.map((inner) => this.#flat(inner)),
    }))
    return { ...block, items, hiddenItems: block.hiddenItems + block.items.length - items.length }
  }
}
