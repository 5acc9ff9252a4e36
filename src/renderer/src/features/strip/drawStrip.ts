/** Draws the strip. Knows a canvas and colours, nothing of stores. */
import { stripKinds, type Strip, type StripKind } from '../../../../shared/rollout/strip'
import { kindOfCell, markOfCell } from './stripModel'

/** Colours of the strip, read from the tokens of the theme that is on. */
export interface StripColours {
  readonly kinds: Readonly<Record<StripKind, string>>
  readonly hatch: string
  readonly error: string
  readonly warning: string
  readonly info: string
  /** Marks of matches, and the ground around them. */
  readonly match: string
  readonly ground: string
}

/** Height of the row of finding marks above the kinds. */
const marksHeight = 8

/** Reads the colours from the tokens. Called once per theme, not per frame. */
export function readColours(element: Element): StripColours {
  const style = getComputedStyle(element)
  const token = (name: string): string => style.getPropertyValue(name).trim()
  const kinds = Object.fromEntries(stripKinds.map((kind) => [kind, token(tokenOf(kind))]))
  return {
    kinds: kinds as Record<StripKind, string>,
    hatch: token('--strip-hatch'),
    error: token('--damage-fill'),
    warning: token('--warning-fill'),
    info: token('--info-fill'),
    match: token('--accent'),
    ground: token('--canvas'),
  }
}

function tokenOf(kind: StripKind): string {
  switch (kind) {
    case 'damage':
      return '--damage-fill'
    case 'blank':
      return '--strip-blank'
    case 'unread':
      return '--strip-unread'
    default:
      return `--kind-${kind}`
  }
}

/** Width and height in CSS pixels, and how many pixels of the screen there are to each. */
export interface StripSize {
  readonly width: number
  readonly height: number
  readonly pixelRatio: number
}

/** Draws all of the strip, or the neutral ground where nothing of it is known yet. */
export function drawStrip(
  canvas: HTMLCanvasElement,
  strip: Strip | null,
  colours: StripColours,
  size: StripSize,
): void {
  const { width, height, pixelRatio } = size
  canvas.width = Math.max(1, Math.round(width * pixelRatio))
  canvas.height = Math.max(1, Math.round(height * pixelRatio))
  const context = canvas.getContext('2d')
  if (context === null) return
  context.scale(pixelRatio, pixelRatio)
  context.clearRect(0, 0, width, height)
  context.fillStyle = colours.kinds.unread
  context.fillRect(0, marksHeight, width, height - marksHeight)
  if (strip === null || strip.kinds.length === 0) {
    hatch(context, colours.hatch, 0, width, height)
    return
  }
  drawKinds(context, strip, colours, width, height)
  drawMarks(context, strip, colours, width)
}

function drawKinds(
  context: CanvasRenderingContext2D,
  strip: Strip,
  colours: StripColours,
  width: number,
  height: number,
): void {
  const cells = strip.kinds.length
  let start = 0
  while (start < cells) {
    const kind = kindOfCell(strip, start)
    let end = start + 1
    while (end < cells && strip.kinds[end] === strip.kinds[start]) end += 1
    const left = (start / cells) * width
    const right = (end / cells) * width
    if (kind === 'unread') hatch(context, colours.hatch, left, right, height)
    else {
      context.fillStyle = colours.kinds[kind]
      context.fillRect(left, marksHeight, Math.max(right - left, 0.75), height - marksHeight)
    }
    start = end
  }
}

/** Marks are drawn after the kinds and errors last, so that the worst of neighbours that share a pixel is seen. */
function drawMarks(
  context: CanvasRenderingContext2D,
  strip: Strip,
  colours: StripColours,
  width: number,
): void {
  const cells = strip.kinds.length
  for (const severity of ['info', 'warning', 'error'] as const) {
    context.fillStyle = colours[severity]
    for (let cell = 0; cell < cells; cell++) {
      if (markOfCell(strip, cell) !== severity) continue
      const x = ((cell + 0.5) / cells) * width
      context.fillRect(x - 1.5, severity === 'info' ? 4 : 0, 3, severity === 'info' ? 2 : marksHeight - 2)
    }
  }
}

/** Height of the row of marks of matches, at the bottom of the strip. */
const matchHeight = 5

/** Draws where matches are: a tick for each of `cellCount` equal parts that holds one. */
export function drawMatches(
  canvas: HTMLCanvasElement,
  cells: readonly number[],
  cellCount: number,
  { match, ground }: StripColours,
  { width, height }: StripSize,
): void {
  const context = canvas.getContext('2d')
  if (context === null || cells.length === 0) return
  context.fillStyle = ground
  context.fillRect(0, height - matchHeight, width, matchHeight)
  context.fillStyle = match
  for (const cell of cells) {
    const x = ((cell + 0.5) / cellCount) * width
    context.fillRect(x - 1, height - matchHeight + 1, 2, matchHeight - 1)
  }
}

function hatch(
  context: CanvasRenderingContext2D,
  colour: string,
  left: number,
  right: number,
  height: number,
): void {
  context.save()
  context.beginPath()
  context.rect(left, marksHeight, right - left, height - marksHeight)
  context.clip()
  context.beginPath()
  context.strokeStyle = colour
  context.lineWidth = 1
  for (let x = Math.floor(left / 6) * 6 - height; x < right; x += 6) {
    context.moveTo(x, height)
    context.lineTo(x + height, 0)
  }
  context.stroke()
  context.restore()
}
