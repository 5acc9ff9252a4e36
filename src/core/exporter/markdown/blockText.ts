/** Block text: the blocks of a readable form as Markdown. All words of a session go through `inert.ts`. */
import { createHash } from 'node:crypto'
import { assertNever } from '../../../shared/assertNever'
import type {
  Cut,
  DiffBlock,
  FlatBlock,
  ImageBlock,
  InnerReadable,
  Readable,
  ReadableBlock,
  TableBlock,
} from '../../../shared/rollout/readable/readable'
import { inertBlock, inertSpan } from './inert'

/** Returns the blocks of a line, one below the other, and the names of what none of them shows. */
export function readableText({
  blocks,
  rest,
  restCount,
}: Pick<Readable, 'blocks' | 'rest' | 'restCount'>): string {
  return blocks.map(blockText).join('') + restText(rest, restCount)
}

/** A title with what else it says: the types of a session may be any text. */
export function titleText({ title, note }: Pick<Readable, 'title' | 'note'>): string {
  return note === null ? inertSpan(title) : `${inertSpan(title)} ${inertSpan(note)}`
}

function blockText(block: ReadableBlock): string {
  if (block.kind !== 'list') return flatText(block)
  const items = block.items.map(innerText).join('')
  return `${labelText(block.label)}${items}${hiddenText(block.hiddenItems, 'record')}`
}

function innerText(inner: InnerReadable, index: number): string {
  return `#### ${String(index + 1)} ${titleText(inner)}\n\n${readableText(inner)}`
}

function flatText(block: FlatBlock): string {
  switch (block.kind) {
    case 'text':
      return `${labelText(block.label)}${inertBlock(block.text, 'text')}${cutText(block.cut)}\n`
    case 'facts':
      return `${labelText(block.label)}${listText(block.facts.map(({ label, value, cut }) => `${inertSpan(label)}: ${inertSpan(value)}${cutNote(cut)}`))}`
    case 'badges':
      return listText(
        block.badges.map(({ label, value, detail }) => {
          const more = detail === null ? '' : `, ${inertSpan(detail)}`
          return `${inertSpan(label)}: ${inertSpan(value)}${more}`
        }),
      )
    case 'plan':
      return listText(block.steps.map(({ status, text }) => `${inertSpan(status)}: ${inertSpan(text)}`))
    case 'table':
      return tableText(block)
    case 'diff':
      return diffText(block)
    case 'image':
      return `${labelText(block.label)}${imageText(block)}\n\n`
    case 'notice':
      return `${inertSpan(block.text)}\n\n`
    default:
      return assertNever(block)
  }
}

function labelText(label: string | null): string {
  return label === null ? '' : `${inertSpan(label)}:\n\n`
}

/** Rows of a list, each on one line. */
function listText(rows: readonly string[]): string {
  return rows.length === 0 ? '' : `${rows.map((row) => `- ${row}\n`).join('')}\n`
}

function cutText(cut: Cut | null): string {
  return cut === null ? '' : `\n${cutNote(cut).trim()}\n`
}

function cutNote(cut: Cut | null): string {
  return cut === null ? '' : ` (${String(cut.hiddenCharacters)} characters more are not shown)`
}

function hiddenText(count: number, one: string): string {
  return count === 0 ? '' : `${String(count)} more ${one}${count === 1 ? '' : 's'} not shown.\n\n`
}

/** Columns of a table stand under each other in code: a cell can hold nothing that makes another one. */
function tableText({ label, columns, rows }: TableBlock): string {
  const cells = [['', ...columns], ...rows.map((row) => [row.label, ...row.cells])]
  const widths = columns.map((_, index) => Math.max(...cells.map((row) => (row[index + 1] ?? '').length)))
  const first = Math.max(...cells.map((row) => (row[0] ?? '').length))
  const lines = cells.map((row) =>
    row
      .map((cell, index) => (index === 0 ? cell.padEnd(first) : cell.padStart(widths[index - 1] ?? 0)))
      .join('  ')
      .trimEnd(),
  )
  return `${labelText(label)}${inertBlock(lines.join('\n'), 'text')}\n`
}

const marks = { head: '', hunk: '', note: '', add: '+', delete: '-', context: ' ' } as const

function diffText({ label, files, hiddenFiles }: DiffBlock): string {
  const shown = files.map((file) => {
    const moved = file.movedTo === null ? '' : ` to ${inertSpan(file.movedTo)}`
    const counts = `${String(file.added)} added, ${String(file.removed)} removed`
    const lines = file.lines.map(({ kind, text }) => `${marks[kind]}${text}`).join('\n')
    return (
      `${inertSpan(file.change)} ${inertSpan(file.path)}${moved}: ${counts}\n\n` +
      `${lines === '' ? '' : `${inertBlock(lines, 'diff')}\n`}${hiddenText(file.hiddenLines, 'line')}`
    )
  })
  return `${labelText(label)}${shown.join('')}${hiddenText(hiddenFiles, 'file')}`
}

/** An image is named, never embedded: what it shows is looked at in the session. */
function imageText({ image }: ImageBlock): string {
  if (image.state === 'withheld') return inertSpan(`[${image.what}: ${image.reason}]`)
  const bytes = Buffer.from(image.dataUrl.slice(image.dataUrl.indexOf(',') + 1), 'base64')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return inertSpan(
    `[${image.mediaType}, ${String(image.width)} × ${String(image.height)}, ${String(bytes.length)} bytes, sha256 ${sha256}]`,
  )
}

function restText(rest: readonly string[], restCount: number): string {
  if (restCount === 0) return ''
  const more = restCount > rest.length ? ` and ${String(restCount - rest.length)} more` : ''
  return `Also in the record, not shown here: ${rest.map(inertSpan).join(', ')}${more}\n\n`
}
