/** Blocks: making them. What holds nothing makes no block, so that a form is a plain list of all it may hold. */
import { parseJson } from '../../parseJson'
import { prettyJson } from '../prettyJson'
import type { Fields } from './fields'
import type {
  BadgesBlock,
  Fact,
  FactsBlock,
  NoticeBlock,
  ReadableBadge,
  ReadableBlock,
  TextBlock,
  Tone,
} from './readable'
import { jsonText, numberText } from './values'

/** Longest text that stands as a fact; a longer one, or one of several lines, stands as a text of its own. */
const longestFact = 200

/** Longest JSON text that is laid out; a longer one stands as it was recorded, which is all that anybody can look at. */
const longestLaidOut = 2 * 1024 * 1024

type Look = TextBlock['look']

/** How a text is shown: its label, and whether it stands back behind what was said. */
export interface TextOptions {
  readonly label?: string | null
  readonly isAside?: boolean
}

/** A text; nothing for null, and nothing for an empty one. */
export function textBlock(
  look: Look,
  text: string | null,
  pointer: string,
  { label = null, isAside = false }: TextOptions = {},
): readonly TextBlock[] {
  return text === null || text === ''
    ? []
    : [{ kind: 'text', look, label, text, cut: null, isAside, pointer }]
}

/** The string of a member as a text. */
export function textOf(
  fields: Fields,
  key: string,
  look: Look,
  options: TextOptions = {},
): readonly TextBlock[] {
  return textBlock(look, fields.text(key), fields.at(key), options)
}

/** A text that may be JSON, laid out where it is. Digits, keys and escapes stay as they were recorded. */
export function jsonSourceBlock(
  text: string | null,
  pointer: string,
  options: TextOptions = {},
): readonly TextBlock[] {
  if (text === null) return []
  const value = text.length <= longestLaidOut ? parseJson(text) : undefined
  const isLaidOut = typeof value === 'object' && value !== null
  const laidOut = isLaidOut ? prettyJson(text.trim(), text.length * 2 + 65_536) : null
  return textBlock('code', laidOut ?? text, pointer, options)
}

/** A value laid out as JSON. */
export function jsonBlock(
  value: unknown,
  pointer: string,
  options: TextOptions = {},
): readonly (TextBlock | NoticeBlock)[] {
  if (value === undefined) return []
  const text = jsonText(value)
  if (text !== null) return textBlock('code', text, pointer, options)
  const name = options.label ?? 'The value'
  return [notice(`${name} is nested too deeply to lay it out here; Structured shows it.`, pointer)]
}

/** A named value; nothing for null. */
export function fact(label: string, value: string | number | null, pointer: string): readonly Fact[] {
  if (value === null) return []
  const isNumber = typeof value === 'number'
  return [{ label, value: isNumber ? numberText(value) : value, cut: null, isNumber, pointer }]
}

/** A string, number or boolean of a member as a fact; nothing for anything else. */
export function factOf(fields: Fields, key: string, label: string): readonly Fact[] {
  const number = fields.number(key)
  return fact(label, number ?? fields.scalar(key), fields.at(key))
}

/** Named values; no block without any. */
export function factsBlock(facts: readonly Fact[], label: string | null = null): readonly FactsBlock[] {
  return facts.length === 0 ? [] : [{ kind: 'facts', label, facts }]
}

/** Badges; no block without any. */
export function badgesBlock(badges: readonly ReadableBadge[]): readonly BadgesBlock[] {
  return badges.length === 0 ? [] : [{ kind: 'badges', badges }]
}

/** How a badge looks, and what it says beyond its value. */
export interface BadgeOptions {
  readonly tone?: Tone
  readonly detail?: string | null
}

/** A badge; nothing for null. */
export function badge(
  label: string,
  value: string | null,
  pointer: string,
  { tone = 'plain', detail = null }: BadgeOptions = {},
): readonly ReadableBadge[] {
  return value === null ? [] : [{ label, value, detail, tone, pointer }]
}

/** A sentence of ours. */
export function notice(text: string, pointer: string, tone: Tone = 'plain'): NoticeBlock {
  return { kind: 'notice', tone, text, pointer }
}

/** Everything that nobody has read of an object yet: short values as facts, texts and containers as blocks of their own. */
export function memberBlocks(fields: Fields): readonly (FactsBlock | TextBlock | NoticeBlock)[] {
  const facts: Fact[] = []
  const blocks: (TextBlock | NoticeBlock)[] = []
  for (const key of fields.untaken()) {
    const value = fields.value(key)
    const pointer = fields.at(key)
    if (typeof value === 'string' && (value.length > longestFact || value.includes('\n'))) {
      blocks.push(...textBlock('code', value, pointer, { label: key }))
    } else if (typeof value === 'object' && value !== null) {
      const short = shortJson(value)
      if (short !== null) facts.push(...fact(key, short, pointer))
      else blocks.push(...jsonBlock(value, pointer, { label: key }))
    } else {
      facts.push(...fact(key, typeof value === 'number' ? value : scalarText(value), pointer))
    }
  }
  return [...factsBlock(facts), ...blocks]
}

/** A small container on one line; null where it is not small, or holds others. */
function shortJson(value: object): string | null {
  const members = Object.values(value)
  if (members.length > 4 || members.some((member) => typeof member === 'object' && member !== null))
    return null
  const text = jsonText(value, 0)
  return text !== null && text.length <= 60 ? text : null
}

function scalarText(value: unknown): string {
  return typeof value === 'string' ? value : String(value)
}

/** Joins facts, and badges, that stand directly below each other, where no label sets them apart. */
export function mergeBlocks<B extends ReadableBlock>(blocks: readonly B[]): readonly B[] {
  const merged: B[] = []
  for (const block of blocks) {
    const last = merged.at(-1)
    if (last?.kind === 'badges' && block.kind === 'badges') {
      merged[merged.length - 1] = { ...last, badges: [...last.badges, ...block.badges] }
    } else if (last?.kind === 'facts' && block.kind === 'facts' && block.label === null) {
      merged[merged.length - 1] = { ...last, facts: [...last.facts, ...block.facts] }
    } else merged.push(block)
  }
  return merged
}
