/** Menu label: text that is safe to stand in a native menu. Names of files may hold anything. */

/** Returns text as a label: `&` would mark a key, and control characters have no place in a menu. */
export function menuLabel(text: string): string {
  const shown = text.replace(/[\p{Cc}\p{Cf}]/gu, '\u{fffd}').replaceAll('&', '&&')
  return shown.length > 90 ? `${shown.slice(0, 89)}…` : shown
}
