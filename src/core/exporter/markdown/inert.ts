/**
 * Inert: text of others inside of Markdown (CommonMark 0.31), where it can be nothing but text.
 *
 * It only ever stands in code, which knows no markup, no references and no addresses: on one line in a span, else in a
 * block, each between more backticks in a row than the text holds. What nobody would see is spelled out, so that the
 * document shows what the session holds.
 */
import { visibleLine } from '../visibleText'

/** Returns text as a span of code on one line. Line ends and tabs are spelled out; an empty text is said to be empty. */
export function inertSpan(text: string): string {
  const line = visibleLine(text).replace(/[\t\r\n]/g, (character) => lineEnds[character] ?? character)
  if (line === '') return '(empty)'
  const ticks = '`'.repeat(longestRun(line) + 1)
  // One blank is taken off either end, where the text itself begins or ends with a backtick or a blank.
  const pad = /^[` ]|[` ]$/.test(line) && /[^ ]/.test(line) ? ' ' : ''
  return `${ticks}${pad}${line}${pad}${ticks}`
}

const lineEnds: Readonly<Record<string, string>> = { '\t': '<U+0009>', '\r': '<U+000D>', '\n': '<U+000A>' }

/** Returns text as a block of code with its line end. `language` is a word of ours. */
export function inertBlock(text: string, language: 'text' | 'diff' | 'json'): string {
  // A lone carriage return ends a line for Markdown and for nobody else.
  const shown = visibleLine(text)
    .replace(/\r(?!\n)/g, '<U+000D>')
    .replace(/\r\n/g, '\n')
  const fence = '`'.repeat(Math.max(3, longestRun(shown) + 1))
  return `${fence}${language}\n${shown}${shown === '' || shown.endsWith('\n') ? '' : '\n'}${fence}\n`
}

/** Length of the longest run of backticks. */
function longestRun(text: string): number {
  let longest = 0
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length)
  return longest
}
