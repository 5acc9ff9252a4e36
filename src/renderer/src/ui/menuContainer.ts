/**
 * Where menus are drawn: inside the main landmark, so that a screen reader finds them there. Null, before the
 * window stands, means the end of the document.
 */
export function menuContainer(): HTMLElement | null {
  return document.querySelector<HTMLElement>('[role="main"]')
}
