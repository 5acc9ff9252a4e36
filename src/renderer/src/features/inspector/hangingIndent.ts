import { type EditorState, type Extension, RangeSetBuilder } from '@codemirror/state'
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view'

/** What a wrapped line is indented by beyond its own beginning, and at most in all, in characters. */
const hang = 2
const deepest = 24
/** The space that an editor leaves before every line. */
const linePaddingPx = 6

/** Wrapped lines go on below their own beginning, a little further in, not at the left edge. */
export function hangingIndent(): Extension {
  return ViewPlugin.fromClass(
    class {
      decorations: DecorationSet
      constructor(view: EditorView) {
        this.decorations = visibleIndents(view)
      }
      update(update: ViewUpdate): void {
        if (update.viewportChanged || update.docChanged) this.decorations = visibleIndents(update.view)
      }
    },
    { decorations: (plugin) => plugin.decorations },
  )
}

/** How far the rest of a wrapped line stands in, in characters. */
export function indentOf(line: string): number {
  return Math.min(deepest, (/^ */.exec(line)?.[0].length ?? 0) + hang)
}

function visibleIndents(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>()
  for (const { from, to } of view.visibleRanges) {
    for (const start of lineStarts(view.state, from, to)) {
      const indent = String(indentOf(view.state.doc.lineAt(start).text.slice(0, deepest)))
      const style = `padding-left: calc(${indent}ch + ${String(linePaddingPx)}px); text-indent: -${indent}ch`
      builder.add(start, start, Decoration.line({ attributes: { style } }))
    }
  }
  return builder.finish()
}

function lineStarts({ doc }: EditorState, from: number, to: number): readonly number[] {
  const starts: number[] = []
  for (let line = doc.lineAt(from); ; line = doc.line(line.number + 1)) {
    starts.push(line.from)
    if (line.to >= to || line.number === doc.lines) return starts
  }
}
