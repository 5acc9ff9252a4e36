import { numberAt } from '../../../scanner/lineSpelling'
import { FewDrafts } from '../../fewDrafts'
import { codexFloatText, isExactInDouble, isIntegerText } from '../../spelling/jsonNumberText'
import { numberFaults } from '../../spelling/numberFaults'
import { lineDraft, nothing, type Draft, type Rule, type RuleLine } from '../../rule'
import type { WrittenLine } from '../../spelling/writtenLine'

/** JSON that is valid but not spelled as Codex spells it. */
export const oddSpelling: Rule = {
  info: {
    id: 'text/spelling',
    severity: 'info',
    title: 'Not spelled as Codex spells it',
    explanation:
      'The JSON says the same, but Codex writes it otherwise: without white space, without escapes that are not needed, with numbers in their shortest form. Another program wrote or rewrote this line.',
    remedy:
      'Ask what the file went through: an editor, a script, a conversion. Its values may have changed as well.',
    source: 'Every line that Codex was seen to write.',
    example: '{ "type": "event_msg", … }',
    codex: 'Reads it.',
  },
  plain: [],
  start: () => {
    const drafts = new FewDrafts()
    const end = (): readonly Draft[] => drafts.end()
    return {
      onLine: (line) => {
        if (line.written === null || line.foreign !== null) return nothing
        const odd = oddities(line, line.written)
        if (odd.length > 0) drafts.add(lineDraft(line, `Codex does not write ${odd.join(', nor ')}.`))
        return nothing
      },
      onEnd: end,
      onPart: end,
    }
  },
  codex: () => null,
}

function oddities(line: RuleLine, written: WrittenLine): readonly string[] {
  const { spaces, numbers } = written.spelling
  const { unicode, hasSolidus } = written.escapes
  if (spaces === 0 && numbers.length === 0 && unicode.length === 0 && !hasSolidus) return noOddities
  const escape = oddEscape(written)
  const number = numbers.length === 0 ? null : oddNumber(line, written)
  return [
    ...(spaces > 0 ? ['white space between values'] : []),
    ...(escape === null ? [] : [`the escape ${escape}`]),
    ...(number === null ? [] : [`a number as ${number}`]),
  ]
}

const noOddities: readonly string[] = []

/** Returns the first escape that Codex would not write, or null. Halves of characters are another rule's finding. */
function oddEscape({ text, escapes, characters }: WrittenLine): string | null {
  const solidus = escapes.hasSolidus ? /(?<!\\)(?:\\\\)*\\\//.exec(text) : null
  if (solidus !== null) return '\\/'
  if (escapes.unicode.length === 0) return null
  for (const { index, end, code } of characters) {
    const spelled = text.slice(index, end)
    const isHalf = code >= 0xd800 && code <= 0xdfff
    if (spelled.startsWith('\\') && !isHalf && spelled !== codexEscape(code)) return spelled
  }
  return null
}

/** Control characters without a short escape are the only ones that Codex writes by their number. */
function codexEscape(code: number): string | null {
  return code < 0x20 ? JSON.stringify(String.fromCharCode(code)).slice(1, -1) : null
}

function oddNumber(line: RuleLine, { text, spelling }: WrittenLine): string | null {
  for (const at of spelling.numbers) {
    const token = numberAt(text, at)
    const isUsual = isIntegerText(token, !token.startsWith('-')) || !isExactInDouble(token)
    if (isUsual || token === codexFloatText(Number(token))) continue
    return numberFaults(line).length > 0 ? null : token.slice(0, 60)
  }
  return null
}
