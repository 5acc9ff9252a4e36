/** Find ranges: where a text stands in what is on the screen, and showing it without changing the page. */

/** Places that are found at most; more help nobody, and each costs a range. */
export const mostFound = 5000

/** Text nodes that are read as one, because nothing stands between them: `data-find="run"` marks what holds them. */
const runs = '[data-find="run"]'
const skipped = 'button, input, .sr-only, [data-find="skip"]'

/** The pattern that finds a text literally, whatever its case; null for no text. */
export function findPattern(query: string): RegExp | null {
  return query === '' ? null : new RegExp(query.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`), 'giu')
}

/** Where a text stands in an element, in reading order. Buttons are no text; a match never spans two values. */
export function findRanges(host: Element, query: string): readonly Range[] {
  const pattern = findPattern(query)
  if (pattern === null) return []
  const ranges: Range[] = []
  for (const run of textRuns(host)) {
    const text = run.map(({ data }) => data).join('')
    for (const match of text.matchAll(pattern)) {
      if (ranges.length >= mostFound) return ranges
      ranges.push(rangeOf(run, match.index, match.index + match[0].length))
    }
  }
  return ranges
}

function textRuns(host: Element): readonly (readonly Text[])[] {
  const walker = host.ownerDocument.createTreeWalker(host, NodeFilter.SHOW_TEXT)
  const found: Text[][] = []
  let holder: Element | null = null
  while (walker.nextNode() !== null) {
    const node = walker.currentNode as Text
    const parent = node.parentElement
    if (parent === null || parent.closest(skipped) !== null) continue
    const around = parent.closest(runs)
    if (around !== null && around === holder) found.at(-1)?.push(node)
    else found.push([node])
    holder = around
  }
  return found
}

function rangeOf(run: readonly Text[], from: number, to: number): Range {
  const range = new Range()
  let at = 0
  for (const node of run) {
    const end = at + node.data.length
    if (from >= at && from < end) range.setStart(node, from - at)
    if (to > at && to <= end) range.setEnd(node, to - at)
    at = end
  }
  return range
}

/** Draws what was found as highlights, which are no part of the page. A browser without them shows none. */
export function showFound(ranges: readonly Range[], current: Range | null): void {
  if (!('Highlight' in globalThis) || !('highlights' in CSS)) return
  styleHighlights()
  CSS.highlights.set('found', new Highlight(...ranges))
  CSS.highlights.set('found-now', new Highlight(...(current === null ? [] : [current])))
}

let isStyled = false

/** The tool that builds the style sheets does not know highlights yet; a sheet made here needs no tool. */
function styleHighlights(): void {
  if (isStyled) return
  isStyled = true
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`
    ::highlight(found) { background-color: var(--found); }
    ::highlight(found-now) { background-color: var(--accent); color: var(--accent-ink); }
  `)
  document.adoptedStyleSheets.push(sheet)
}

/** Scrolls so that a range can be seen, and not at the very edge. */
export function revealRange(range: Range, scroller: HTMLElement): void {
  const box = scroller.getBoundingClientRect()
  const place = range.getBoundingClientRect()
  const isSeen = place.top >= box.top + 8 && place.bottom <= box.bottom - 8
  if (!isSeen) scroller.scrollTop += place.top - box.top - box.height / 3
}
