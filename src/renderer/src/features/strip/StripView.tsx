import {
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
} from 'react'
import type { RolloutHeader } from '../../../../shared/contract/openRollout'
import { matchCellCount } from '../../../../shared/rollout/lineFilter'
import { findingsOf, isStale } from '../../state/checkState'
import { useStores, useViewer } from '../../state/stores'
import { formatBytes, formatCount, formatShare } from '../../ui/format'
import { kindLooks } from '../../ui/recordLook'
import { StripLegend } from './StripLegend'
import { drawMatches, drawStrip, readColours, type StripColours } from './drawStrip'
import { MarkTip } from './MarkTip'
import { worstOf } from './markWords'
import { byteAt, cellAt, findingsNear, fractionOf, kindOfCell, markOfCell, stretched } from './stripModel'
import { useStripPosition } from './useStripPosition'

const height = 32
/** So far from its middle a mark can be pointed at; it is drawn three pixels wide. */
const markReachPx = 4
const noMatches: readonly number[] = []

export interface StripViewProps {
  readonly header: RolloutHeader
  /** Changes with the theme, so that the canvas takes its new colours. */
  readonly themeKey: string
}

/** The whole file as one bar: kinds in colour, findings above, where one is. A click or the arrows jump there. */
export function StripView({ header, themeKey }: StripViewProps) {
  const { viewer } = useStores()
  const drawn = useViewer((state) => state.strip)
  const findings = useViewer(findingsOf)
  const check = useViewer((state) => state.check.status)
  const matches = useViewer((state) => state.matched?.cells ?? noMatches)
  const canvas = useRef<HTMLCanvasElement>(null)
  const colours = useRef<StripColours | null>(null)
  const [width, setWidth] = useState(0)
  const [hover, setHover] = useState<number | null>(null)
  const totalBytes = useViewer((state) =>
    Math.max(
      state.strip?.totalBytes ?? header.contentBytes,
      isStale(state) ? (state.index?.totalBytes ?? 0) : 0,
    ),
  )
  const strip = useMemo(() => (drawn === null ? null : stretched(drawn, totalBytes)), [drawn, totalBytes])
  const { selected, from, to } = useStripPosition(totalBytes)

  useEffect(() => {
    const element = canvas.current
    if (element === null) return
    const observer = new ResizeObserver(([entry]) => {
      setWidth(entry?.contentRect.width ?? 0)
    })
    observer.observe(element)
    return () => {
      observer.disconnect()
    }
  }, [])

  useLayoutEffect(() => {
    if (canvas.current === null || width === 0) return
    colours.current = readColours(canvas.current)
    const size = { width, height, pixelRatio: window.devicePixelRatio }
    drawStrip(canvas.current, strip, colours.current, size)
    drawMatches(canvas.current, matches, matchCellCount, colours.current, size)
  }, [strip, matches, width, themeKey])

  function jump(fraction: number): void {
    void viewer.getState().goTo({ kind: 'byte', byteOffset: byteAt({ totalBytes }, fraction) })
  }

  function onKeyDown(event: KeyboardEvent): void {
    const hasModifier = event.altKey || event.ctrlKey || event.metaKey
    const target = hasModifier ? null : stepOf(event.key, selected ?? 0)
    if (target === null) return
    event.preventDefault()
    event.stopPropagation()
    jump(target)
  }

  /** The findings of the mark under the pointer; none where there is no mark. */
  function markedAt(fraction: number): readonly number[] {
    if (strip === null || strip.kinds.length === 0) return []
    const near = Math.ceil((markReachPx / Math.max(1, width)) * strip.kinds.length)
    return findingsNear(strip, fraction, near, findings)
  }

  /** A click on a mark goes to its worst finding, elsewhere to the byte that lies there. */
  function click(fraction: number): void {
    const worst = worstOf(markedAt(fraction), findings)
    if (worst === null) jump(fraction)
    else viewer.getState().goToFinding(worst)
  }

  function fractionUnder(event: PointerEvent): number {
    const box = event.currentTarget.getBoundingClientRect()
    return (event.clientX - box.left) / Math.max(1, box.width)
  }

  const valueText =
    selected === null ? 'No line selected' : `Byte ${formatCount(byteAt({ totalBytes }, selected))}`
  return (
    <div className="strip-row">
      <div
        className="strip"
        role="slider"
        tabIndex={0}
        aria-label="Position in the file"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round((selected ?? 0) * 100)}
        aria-valuetext={`${valueText} of ${formatCount(totalBytes)}`}
        onKeyDown={onKeyDown}
        onPointerMove={(event) => {
          setHover(fractionUnder(event))
        }}
        onPointerLeave={() => {
          setHover(null)
        }}
        onPointerDown={(event) => {
          click(fractionUnder(event))
        }}
      >
        <canvas ref={canvas} className="strip-canvas" aria-hidden />
        {from !== null && to !== null && (
          <div
            className="strip-viewport"
            style={{ left: `${String(from * 100)}%`, width: `max(3px, ${String((to - from) * 100)}%)` }}
          />
        )}
        {selected !== null && (
          <div className="strip-selected" style={{ left: `${String(selected * 100)}%` }} />
        )}
        {hover !== null && (
          <div
            className="strip-tip"
            style={
              hover < 0.5 ? { left: `${String(hover * 100)}%` } : { right: `${String((1 - hover) * 100)}%` }
            }
          >
            {tipOf(strip, totalBytes, hover, check === 'running')}
            <MarkTip indexes={markedAt(hover)} findings={findings} />
          </div>
        )}
      </div>
      <StripLegend />
    </div>
  )
}

/** Where a key leads from a fraction: arrows by one per cent, Page keys by ten. Null for other keys. */
function stepOf(key: string, from: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: 0.01,
    ArrowUp: 0.01,
    ArrowLeft: -0.01,
    ArrowDown: -0.01,
    PageUp: 0.1,
    PageDown: -0.1,
  }
  if (key === 'Home') return 0
  if (key === 'End') return 1
  const step = steps[key]
  return step === undefined ? null : fractionOf(from + step, 1)
}

function tipOf(
  strip: Parameters<typeof kindOfCell>[0] | null,
  totalBytes: number,
  fraction: number,
  isRunning: boolean,
): string {
  const byte = byteAt({ totalBytes }, fraction)
  const place = `byte ${formatCount(byte)} · ${formatShare(byte, totalBytes)} of ${formatBytes(totalBytes)}`
  if (strip === null || strip.kinds.length === 0)
    return `${place} · ${isRunning ? 'not read yet' : 'not read'}`
  const cell = cellAt(strip, fraction)
  const mark = markOfCell(strip, cell)
  const kind = kindLooks[kindOfCell(strip, cell)].label
  return `${kind}${mark === null ? '' : `, ${mark === 'info' ? 'note' : mark}`} · ${place}`
}
