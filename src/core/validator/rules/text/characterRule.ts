/** Character rule: a rule about some kind of special character in the texts of a line. */
import type { RuleInfo } from '../../../../shared/validation/report'
import { pointersAt } from '../../../scanner/pointerAt'
import { FewDrafts } from '../../fewDrafts'
import { lineDraft, nothing, type Draft, type Rule, type RuleLine } from '../../rule'
import { mostCharacters, type SpecialCharacter } from '../../spelling/specialCharacters'

/** Different characters, and places, that a message names. */
const named = 6
const places = 2

/**
 * Returns a name for a character that the rule is about, null for one that it is not about. `before` is the special
 * character before it in the line.
 */
export type NameCharacter = (
  character: SpecialCharacter,
  text: string,
  before: SpecialCharacter | undefined,
) => string | null

/** Makes a rule that names the characters of a line that `nameOf` names. */
export function characterRule(info: RuleInfo, nameOf: NameCharacter): Rule {
  return {
    info,
    plain: [],
    start: ({ limits }) => {
      const drafts = new FewDrafts()
      const end = (): readonly Draft[] => drafts.end()
      return {
        onLine: (line) => {
          if ((line.written?.characters.length ?? 0) >= mostCharacters) limits.meet('characters')
          const draft = draftOf(line, nameOf)
          if (draft !== null) drafts.add(draft)
          return nothing
        },
        onEnd: end,
        onPart: end,
      }
    },
    codex: () => null,
  }
}

function draftOf(line: RuleLine, nameOf: NameCharacter): Draft | null {
  const { written } = line
  if (written === null || written.characters.length === 0) return null
  const names = new Set<string>()
  const indexes: number[] = []
  let before: SpecialCharacter | undefined
  for (const character of written.characters) {
    const name = nameOf(character, written.text, before)
    before = character
    if (name === null) continue
    names.add(name)
    indexes.push(character.index)
  }
  if (indexes.length === 0) return null
  const count = indexes.length.toLocaleString('en')
  const where = [...new Set(pointersAt(written.text, indexes))]
  return lineDraft(line, `${count} in ${listed(where, places)}: ${listed([...names], named)}.`)
}

function listed(parts: readonly string[], limit: number): string {
  const more = parts.length - limit
  return [...parts.slice(0, limit), ...(more > 0 ? [`${more.toLocaleString('en')} more`] : [])].join(', ')
}
