/** Folder name: what a new folder or file of an export may be called, on every system that it may be copied to. Pure. */

/** Names that Windows keeps for devices, with any ending. */
export const reservedNames = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i

/** Control, formatting and private characters, separators of lines, and halves of pairs: nobody can read or type them. */
export const unreadableCharacters = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/u

/** Returns why a text cannot be the name of a new folder or file, or null when it can. */
export function folderNameProblem(name: string): string | null {
  if (name === '') return 'A name is needed.'
  if (name === '.' || name === '..') return 'These dots name another folder.'
  if (/[/\\]/.test(name)) return 'A name has no slashes: it is one in the place that was chosen.'
  if (/[<>:"|?*]/.test(name)) return 'A name has none of < > : " | ? *, which not every system allows.'
  if (unreadableCharacters.test(name)) return 'The name holds a character that cannot be seen.'
  if (/^\s|[\s.]$/.test(name)) return 'A name begins with no blank, and ends with no blank and no full stop.'
  if (reservedNames.test(name)) return 'Windows keeps this name for a device.'
  return [...name].length > 64 ? 'The name is longer than 64 characters.' : null
}
