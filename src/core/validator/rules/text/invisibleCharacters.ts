import { codePointText, type SpecialCharacter } from '../../spelling/specialCharacters'
import { characterRule } from './characterRule'
import { isDirectionControl } from './directionControls'

/** Characters that take no room and are no part of a script, an emoji or a flag. */
export const invisibleCharacters = characterRule(
  {
    id: 'text/invisible',
    severity: 'info',
    title: 'Invisible characters',
    explanation:
      'A text holds characters that no screen shows: zero-width spaces, tags, soft hyphens, marks of byte order. They come with copied text, and they can carry text that nobody sees but a model reads.',
    remedy: 'Read the text here, where they are shown as marks.',
    source: 'Unicode TR 36.',
    example: '"message":"a\\u200bb"',
    codex: 'Reads it.',
  },
  (character, text) => (isHealthy(character, text) ? null : codePointText(character.code)),
)

function isHealthy({ code, index }: SpecialCharacter, text: string): boolean {
  if (code < 0xad || (code >= 0xd800 && code <= 0xdfff) || isDirectionControl(code)) return true
  if (code >= 0x80 && !isInvisible(code)) return true
  const before = characterBefore(text, index)
  if (isDirectionMark(code)) return true
  if (code === 0x200c || code === 0x200d) return joins.test(before)
  if (isVariation(code)) return !isVariation(before.codePointAt(0) ?? 0)
  // The flags of regions are written as a black flag with tags behind it.
  if (isTag(code)) return before === blackFlag || (isTag(before.codePointAt(0) ?? 0) && isInFlag(text, index))
  return false
}

/** Letters of scripts that need joiners, emoji with their modifiers, and variation selectors. */
const joins =
  /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{M}\ufe0f]|(?=\p{L})[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u
const blackFlag = '\u{1f3f4}'

function isInvisible(code: number): boolean {
  return invisible.test(String.fromCodePoint(code))
}

const invisible =
  /[\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2060-\u2064\u206a-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e01ef}]/u

function isDirectionMark(code: number): boolean {
  return code === 0x200e || code === 0x200f || code === 0x61c
}

function isVariation(code: number): boolean {
  return (code >= 0xfe00 && code <= 0xfe0f) || (code >= 0xe0100 && code <= 0xe01ef)
}

function isTag(code: number): boolean {
  return code >= 0xe0000 && code <= 0xe007f
}

/** Tags of the longest flag of a region. */
const flagTags = 6

/** True when the tags before an index follow a black flag. Each of these characters is two units of the text. */
function isInFlag(text: string, index: number): boolean {
  for (let tags = 0; tags <= flagTags; tags += 1) {
    const before = characterBefore(text, index - 2 * tags)
    if (before === blackFlag) return tags > 0
    if (!isTag(before.codePointAt(0) ?? 0)) return false
  }
  return false
}

/** Returns the character before an index of a JSON text; of an escaped one its last sign. */
function characterBefore(text: string, index: number): string {
  const pair = text.slice(Math.max(0, index - 2), index)
  return pair.length === 2 && (pair.codePointAt(0) ?? 0) > 0xffff ? pair : pair.slice(-1)
}
