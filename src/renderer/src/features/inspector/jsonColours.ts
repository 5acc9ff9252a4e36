import { syntaxTree } from '@codemirror/language'
import { type Extension, RangeSetBuilder } from '@codemirror/state'
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view'

const marks: Readonly<Record<string, Decoration>> = {
  PropertyName: Decoration.mark({ class: 'json-key' }),
  Number: Decoration.mark({ class: 'json-atom' }),
  True: Decoration.mark({ class: 'json-atom' }),
  False: Decoration.mark({ class: 'json-atom' }),
  Null: Decoration.mark({ class: 'json-atom' }),
}

/** Colours of JSON as classes, for what is on the screen. The colours themselves are tokens of the theme. */
export function jsonColours(): Extension {
  return ViewPlugin.fromClass(
    class {
      decorations: DecorationSet
      constructor(view: EditorView) {
        this.decorations = visibleMarks(view)
      }
      update(update: ViewUpdate): void {
        const isParsed = syntaxTree(update.state) !== syntaxTree(update.startState)
        if (update.viewportChanged || isParsed) this.decorations = visibleMarks(update.view)
      }
    },
    { decorations: (plugin) => plugin.decorations },
  )
}

function visibleMarks(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>()
  for (const { from, to } of view.visibleRanges) {
    syntaxTree(view.state).iterate({
      from,
      to,
      enter(node) {
        const mark = marks[node.name]
        if (mark !== undefined) builder.add(node.from, node.to, mark)
      },
    })
  }
  return builder.finish()
}
