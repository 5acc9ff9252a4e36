import { useEffect, useRef } from 'react'
import { json } from '@codemirror/lang-json'
import { codeFolding, foldGutter, foldKeymap } from '@codemirror/language'
import { EditorSelection, EditorState } from '@codemirror/state'
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from '@codemirror/view'
import { cspNonce } from '../../ui/cspNonce'
import { findInValue, showInValue, valueFind } from './find/valueFind'
import type { FindInView } from './find/useFind'
import { hangingIndent } from './hangingIndent'
import { jsonColours } from './jsonColours'

export interface JsonViewProps {
  /** Pretty-printed JSON. */
  readonly text: string
  readonly find: FindInView
  /** Called with the position of the cursor, 0 at first. */
  readonly onCursor: (position: number) => void
}

/** One line's value, read only, with folds. Selecting and copying give the text as it stands. */
export function JsonView({ text, find: { query, at, onFound }, onCursor }: JsonViewProps) {
  const host = useRef<HTMLDivElement>(null)
  const editor = useRef<EditorView>(null)
  useEffect(() => {
    if (host.current === null) return
    const view = new EditorView({ parent: host.current, state: stateOf(text, onCursor) })
    editor.current = view
    onCursor(0)
    return () => {
      editor.current = null
      view.destroy()
    }
  }, [text, onCursor])
  useEffect(() => {
    if (editor.current !== null) onFound(findInValue(editor.current, query))
  }, [text, query, onFound])
  useEffect(() => {
    if (editor.current !== null && query !== '') showInValue(editor.current, at)
  }, [text, query, at])
  return <div ref={host} className="json-view" />
}

function stateOf(text: string, onCursor: (position: number) => void): EditorState {
  const nonce = cspNonce()
  return EditorState.create({
    doc: text,
    extensions: [
      ...(nonce === null ? [] : [EditorView.cspNonce.of(nonce)]),
      EditorState.readOnly.of(true),
      EditorView.editable.of(false),
      EditorView.contentAttributes.of({
        tabindex: '0',
        'aria-label': 'Structured value',
        role: 'textbox',
        'aria-readonly': 'true',
        'aria-multiline': 'true',
      }),
      EditorView.lineWrapping,
      EditorView.updateListener.of((update) => {
        if (update.selectionSet) onCursor(update.state.selection.main.head)
      }),
      hangingIndent(),
      lineNumbers(),
      foldGutter({ openText: '▾', closedText: '▸' }),
      codeFolding(),
      drawSelection(),
      highlightActiveLine(),
      highlightSpecialChars(),
      keymap.of([
        ...foldKeymap,
        { key: 'ArrowDown', run: (view) => moveByLine(view, 1) },
        { key: 'ArrowUp', run: (view) => moveByLine(view, -1) },
      ]),
      json(),
      jsonColours(),
      valueFind(),
    ],
  })
}

/** Text that cannot be edited has no cursor of its own to move; it goes from line to line, where the values are. */
function moveByLine(view: EditorView, by: -1 | 1): boolean {
  const { doc, selection } = view.state
  const number = doc.lineAt(selection.main.head).number + by
  if (number < 1 || number > doc.lines) return true
  const line = doc.line(number)
  const indent = /^ */.exec(line.text)?.[0].length ?? 0
  view.dispatch({ selection: EditorSelection.cursor(line.from + indent), scrollIntoView: true })
  return true
}
