/**
 * Output text: what tools answered, in the conventions of ROLLOUT-FORMAT 2.5. An exit code that stands in a text is told
 * apart from the text; what follows no convention is shown as it stands.
 */
import { parseJson } from '../../parseJson'
import { badge, badgesBlock, fact, factsBlock, jsonSourceBlock, textBlock } from './blocks'
import { isJsonObject } from '../rolloutLine'
import type { Fact, FlatBlock, ReadableBadge } from './readable'
import { numberText, secondsText } from './values'

/** An output that is one text. */
export function outputTextBlocks(text: string, pointer: string): readonly FlatBlock[] {
  return (
    refusalBlocks(text, pointer) ??
    shellJsonBlocks(text, pointer) ??
    headedBlocks(text, pointer, mostHeads) ??
    plainBlocks(text, pointer)
  )
}

/** Commands that did not run. Only the wording says so, therefore the wording is shown. */
const refusals: readonly (readonly [RegExp, string])[] = [
  [
    /Rejected\("rejected by user"\)|^exec command rejected by user|^patch rejected by user|^rejected by user/m,
    'rejected by the user',
  ],
  [/SandboxDenied/, 'denied by the sandbox'],
  [/^(?:exec_command failed|apply_patch verification failed|exec_command failed for)/, 'failed to run'],
  [/^unsupported call:/, 'no such tool'],
  [/^aborted by user|^command was aborted by the user|^aborted$/m, 'aborted by the user'],
]

function refusalBlocks(text: string, pointer: string): readonly FlatBlock[] | null {
  const [, value] = refusals.find(([pattern]) => pattern.test(text.slice(0, 4096))) ?? []
  if (value === undefined || !isShortHead(text)) return null
  return [
    ...badgesBlock(badge('Outcome', value, pointer, { tone: 'caution' })),
    ...textBlock('terminal', text, pointer),
  ]
}

/** An output of a program may quote such words; a refusal of Codex begins with them and has no exit code. */
function isShortHead(text: string): boolean {
  return !/^(?:\{"output"|Chunk ID:|Exit code:|Wall time:)/.test(text)
}

/** `{"output": …, "metadata": {"exit_code": …, "duration_seconds": …}}` of 0.20 to 0.98. */
function shellJsonBlocks(text: string, pointer: string): readonly FlatBlock[] | null {
  if (!text.startsWith('{')) return null
  const value = parseJson(text)
  if (!isJsonObject(value) || typeof value['output'] !== 'string') return null
  const metadata = isJsonObject(value['metadata']) ? value['metadata'] : {}
  const others = Object.keys(value).filter((key) => key !== 'output' && key !== 'metadata')
  const unknown = Object.keys(metadata).filter((key) => key !== 'exit_code' && key !== 'duration_seconds')
  if (others.length > 0 || unknown.length > 0) return null
  const [exit, duration] = [metadata['exit_code'], metadata['duration_seconds']]
  const seconds = typeof duration === 'number' ? secondsText(duration) : null
  return [
    ...badgesBlock(exitBadge(typeof exit === 'number' ? exit : null, pointer)),
    ...factsBlock(fact('Duration', seconds, pointer)),
    ...outputBlock(value['output'], pointer),
  ]
}

/** Tools within tools, each with a head of its own. */
const mostHeads = 3
const headLine =
  /^(Chunk ID|Wall time|Process exited with code|Process running with session ID|Original token count|Exit code|Total output lines)(?:: ?| )(.*)$/

/** Lines such as `Exit code: 0` and `Wall time: …` before `Output:`, as unified exec and later shells write them. */
function headedBlocks(text: string, pointer: string, levels: number): readonly FlatBlock[] | null {
  if (levels === 0) return null
  const lines = text.split('\n', 12)
  const end = lines.findIndex((line) => headLine.exec(line) === null)
  const heads = lines.slice(0, end < 0 ? lines.length : end).map((line) => headLine.exec(line))
  const hasMark = lines[heads.length] === 'Output:'
  // Without the mark, a program may have printed such words itself.
  if (heads.length === 0 || (!hasMark && !text.startsWith('Chunk ID:'))) return null
  const length = lines.slice(0, heads.length + (hasMark ? 1 : 0)).join('\n').length + 1
  const rest = text.slice(length)
  const badges: ReadableBadge[] = []
  const facts: Fact[] = []
  for (const [, name = '', value = ''] of heads.filter((head) => head !== null)) {
    const isExit = /^(?:Exit code|Process exited with code)$/.test(name) && /^-?\d+$/.test(value)
    if (isExit) badges.push(...exitBadge(Number(value), pointer))
    else facts.push(...fact(name, value, pointer))
  }
  // A tool behind a tool writes its own head into the output of the outer one.
  const inner = headedBlocks(rest, pointer, levels - 1)
  return [...badgesBlock(badges), ...factsBlock(facts), ...(inner ?? outputBlock(rest, pointer))]
}

/** The exit code of a command as a badge; nothing for null. */
export function exitBadge(code: number | null, pointer: string): readonly ReadableBadge[] {
  return code === null
    ? []
    : badge('Exit code', numberText(code), pointer, { tone: code === 0 ? 'plain' : 'caution' })
}

function outputBlock(text: string, pointer: string): readonly FlatBlock[] {
  if (text !== '') return textBlock('terminal', text, pointer, { label: 'Output' })
  return [{ kind: 'notice', tone: 'plain', text: 'The output is empty.', pointer }]
}

function plainBlocks(text: string, pointer: string): readonly FlatBlock[] {
  if (text === '') return outputBlock(text, pointer)
  const isJson = /^\s*[[{]/.test(text) && parseJson(text) !== undefined
  return isJson ? jsonSourceBlock(text, pointer) : textBlock('terminal', text, pointer)
}
