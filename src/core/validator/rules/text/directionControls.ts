import { codePointText } from '../../spelling/specialCharacters'
import { characterRule } from './characterRule'

/** Characters that change the direction of what follows, so that text reads in another order than it is stored. */
export const directionControls = characterRule(
  {
    id: 'text/bidi',
    severity: 'warning',
    title: 'Directional controls',
    explanation:
      'A text holds characters that turn the direction in which text is shown. File names and code can be made to look like others with them.',
    remedy: 'Read the text here, where they are shown as marks and turn nothing.',
    source: 'Unicode TR 9; CVE-2021-42574.',
    example: '"message":"file \\u202egnp.exe"',
    codex: 'Reads it.',
  },
  ({ code }) => (isDirectionControl(code) ? codePointText(code) : null),
)

/** Embeddings, overrides and isolates. Marks (U+200E, U+200F, U+061C) turn nothing and are usual in some scripts. */
export function isDirectionControl(code: number): boolean {
  return (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069)
}
