import { expect } from 'vitest'
import { assertNever } from '../../../src/shared/assertNever'
import {
  ReadableSchema,
  type FlatBlock,
  type InnerReadable,
  type Readable,
  type ReadableBlock,
} from '../../../src/shared/rollout/readable/readable'
import { toReadable } from '../../../src/shared/rollout/readable/toReadable'

/** A readable form as lines: title, one line for each thing a block shows, and what is left. */
export function readableText(readable: Readable): readonly string[] {
  const { title, note, blocks, rest } = readable
  return [
    note === null ? title : `${title} (${note})`,
    ...blocks.flatMap((block) => blockText(block)),
    ...(rest.length === 0 ? [] : [`left: ${rest.join(', ')}`]),
  ]
}

/** Compares the readable form of an envelope with lines. */
export function check(type: string, payload: unknown, expected: readonly string[]): void {
  checkLine({ timestamp: '2026-01-01T00:00:00.000Z', type, payload }, expected)
}

/** Compares the readable form of a whole line with lines, and holds it to its schema. */
export function checkLine(line: unknown, expected: readonly string[]): void {
  const readable = toReadable(line)
  expect(ReadableSchema.parse(readable)).toEqual(readable)
  expect(readableText(readable)).toEqual(expected)
}

function blockText(block: ReadableBlock): readonly string[] {
  if (block.kind !== 'list') return flatText(block)
  return [block.label, ...block.items.flatMap((item) => innerText(item).map((line) => `  ${line}`))]
}

function innerText(item: InnerReadable): readonly string[] {
  return readableText(item)
}

function flatText(block: FlatBlock): readonly string[] {
  switch (block.kind) {
    case 'text': {
      const label = block.label === null ? '' : `${block.label}: `
      return [`${block.look}${block.isAside ? ' aside' : ''} ${label}${JSON.stringify(block.text)}`]
    }
    case 'facts':
      return block.facts.map(({ label, value }) => `${label} = ${value}`)
    case 'badges':
      return block.badges.map(
        ({ label, value, tone, detail }) =>
          `[${label} ${value}] ${tone}${detail === null ? '' : ` ${detail}`}`,
      )
    case 'plan':
      return block.steps.map(({ text, status }) => `${status}: ${text}`)
    case 'table':
      return [
        block.columns.join(' | '),
        ...block.rows.map(({ label, cells }) => [label, ...cells].join(' | ')),
      ]
    case 'diff':
      return block.files.flatMap(({ path, change, movedTo, added, removed, lines }) => [
        `${change} ${path}${movedTo === null ? '' : ` → ${movedTo}`} +${String(added)} -${String(removed)}`,
        ...lines.map(({ kind, text }) => `  ${kind} ${text}`),
      ])
    case 'image':
      return block.image.state === 'shown'
        ? [`${block.image.mediaType} ${String(block.image.width)}x${String(block.image.height)}`]
        : [`no image: ${block.image.what}: ${block.image.reason}`]
    case 'notice':
      return [`${block.tone} note: ${block.text}`]
    default:
      return assertNever(block)
  }
}
