/** Move commands: what moves a selection, in the pane that has the focus. */
import { commandsIn, type Command, type Region } from './command'
import { showInspector } from './inspectorPlace'
import { foldRow } from './sessionActions'
import type { Stores } from './stores'
import type { ViewerState } from './viewerTypes'
import type { WindowState } from './windowStore'
import { openRow } from './validating'

const command = commandsIn('Move')

function moveBy(rows: number): Command['run'] {
  return (stores, region) => {
    if (region === 'sessions') {
      const { cursor, moveTo } = stores.sessions.getState()
      moveTo(cursor + rows)
    } else if (region === 'validation') {
      const { cursor, moveTo } = stores.validation.getState()
      moveTo(cursor + rows)
    } else if (region === 'findings') stores.viewer.getState().moveInFindings(rows)
    else stores.viewer.getState().moveBy(rows)
  }
}

function moveByPage(sign: -1 | 1): Command['run'] {
  return (stores, region) => {
    const isList = region === 'sessions' || region === 'validation' || region === 'findings'
    if (isList) moveBy(sign * 10)(stores, region)
    else stores.viewer.getState().moveBy(sign * Math.max(1, stores.viewer.getState().viewport.count - 1))
  }
}

function moveToEnd(end: 'first' | 'last'): Command['run'] {
  return ({ sessions, validation, viewer }, region) => {
    const position = end === 'first' ? 0 : Number.MAX_SAFE_INTEGER
    if (region === 'sessions') sessions.getState().moveTo(position)
    else if (region === 'validation') validation.getState().moveTo(position)
    else if (region === 'findings') viewer.getState().moveToEndOfFindings(end)
    else viewer.getState().moveToEnd(end)
  }
}

function open(stores: Stores, region: Region): void {
  const { sessions, validation, viewer, window } = stores
  if (region === 'sessions') {
    const { rowAt, cursor } = sessions.getState()
    const row = rowAt(cursor)
    if (row === undefined) return
    window.getState().showCentre('session')
    void viewer.getState().open(row.fileId, row.name ?? row.preview ?? '')
    window.getState().requestFocus('view')
  } else if (region === 'validation') {
    const row = validation.getState().rowAt(validation.getState().cursor)
    if (row !== undefined) void openRow(stores, row)
  } else if (region === 'findings') openFinding(viewer.getState(), window.getState())
  else {
    showInspector(stores, true)
    window.getState().requestFocus('view')
  }
}

/** Shows the line of a finding; the head of a rule is folded or unfolded. */
function openFinding({ findingCursor, toggleRule, explainRule }: ViewerState, window: WindowState): void {
  if (findingCursor?.kind === 'head') toggleRule(findingCursor.rule)
  else if (findingCursor?.kind === 'about') explainRule(findingCursor.rule)
  else {
    window.show('lines')
    window.requestFocus('view')
  }
}

function fold(isFolded: boolean): Command['run'] {
  return (stores, region) => {
    if (region === 'findings') stores.viewer.getState().foldInFindings(isFolded)
    else foldRow(isFolded)(stores, region)
  }
}

export const moveCommands: readonly Command[] = [
  command('next-row', 'Next row', ['j', 'ArrowDown'], moveBy(1)),
  command('previous-row', 'Previous row', ['k', 'ArrowUp'], moveBy(-1)),
  command('page-down', 'One screen down', ['PageDown'], moveByPage(1)),
  command('page-up', 'One screen up', ['PageUp'], moveByPage(-1)),
  command('first-row', 'First row', ['Home'], moveToEnd('first')),
  command('last-row', 'Last row', ['End'], moveToEnd('last')),
  command('open-row', 'Open the selected row', ['Enter'], open),
  command('fold', 'Fold a thread or rule, or go to the row above it', ['ArrowLeft'], fold(true)),
  command('unfold', 'Unfold a thread or rule', ['ArrowRight'], fold(false)),
]
