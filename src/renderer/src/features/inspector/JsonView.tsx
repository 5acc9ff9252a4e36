import { useEffect, useRef } from 'react'
import { json } from '@codemirror/lang-json'
import { codeFolding, foldGutter, foldKeymap } from '@codemirror/language'
import { EditorState } from '@codemirror/state'
import { drawSelection, EditorView, highlightSpecialChars, keymap, lineNumbers } from '@codemirror/view'
import { cspNonce } from '../../ui/cspNonce'
import { hangingIndent } from './hangingIndent'
import { jsonColours } from './jsonColours'

export interface JsonViewProps {
  /** Pretty-printed JSON. */
  readonly text: string
}

/** One line's value, read only, with folds. Selecting and copying give the text as it stands. */
export function JsonView({ text }: JsonViewProps) {
  const host = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (host.current === null) return
    const view = new EditorView({ parent: host.current, state: stateOf(text) })
    return () => {
      view.destroy()
    }
  }, [text])
  return <div ref={host} className="json-view" />
}

function stateOf(text: string): EditorState {
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
      hangingIndent(),
      lineNumbers(),
      foldGutter({ openText: '▾', closedText: '▸' }),
      codeFolding(),
      drawSelection(),
      highlightSpecialChars(),
      keymap.of(foldKeymap),
      json(),
      jsonColours(),
    ],
  })
}
