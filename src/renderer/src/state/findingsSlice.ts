/** Findings slice: what is shown of the findings, where the cursor stands among them, and the steps from one to the next. */
import type { StateCreator } from 'zustand/vanilla'
import { findingsOf, reportOf } from './checkState'
import { headAbove, rowOfCursor, toFindingRows, type FindingRow } from './findingRows'
import { isStop, stepTarget, type StepExtent, type StepWhat } from './findingSteps'
import type { FindingsSlice, ViewerState } from './viewerTypes'

const nowhere = { at: 0, of: 0, wentRound: 'no', isOfFile: false } as const
const noRows: readonly FindingRow[] = []

/** Findings slice of the viewer. */
export const createFindingsSlice: StateCreator<ViewerState, [], [], FindingsSlice> = (set, get) => {
  const rowsOf = rememberRows()

  function cursorRow(): number {
    const { findingCursor, selectedFinding } = get()
    return rowOfCursor(get().findingRows(), findingCursor, selectedFinding)
  }

  /** Puts the cursor on a row; a finding is selected with its line, and that is no step of the trail. */
  function pointAt(row: FindingRow | undefined): void {
    if (row === undefined) return
    if (row.kind !== 'finding') {
      set({ findingCursor: { kind: row.kind, rule: row.rule } })
      return
    }
    const line = findingsOf(get())[row.index]?.lineNumber ?? null
    if (line !== null) {
      get().select(line)
      get().revealLine(line, 'center')
    }
    set({ selectedFinding: row.index, findingCursor: null })
  }

  function toggled<T>(known: ReadonlySet<T>, value: T): ReadonlySet<T> {
    const next = new Set(known)
    if (!next.delete(value)) next.add(value)
    return next
  }

  return {
    findingsOrder: 'rule',
    hiddenSeverities: new Set(),
    foldedRules: new Set(),
    explainedRules: new Set(),
    findingCursor: null,
    step: null,
    findingRows: () => rowsOf(get()),
    setFindingsOrder(findingsOrder) {
      set({ findingsOrder })
    },
    toggleSeverity(severity) {
      set({ hiddenSeverities: toggled(get().hiddenSeverities, severity) })
    },
    toggleRule(rule) {
      set({ foldedRules: toggled(get().foldedRules, rule), findingCursor: { kind: 'head', rule } })
    },
    explainRule(rule) {
      const { foldedRules, explainedRules } = get()
      const opened = new Set(foldedRules)
      opened.delete(rule)
      const isExplained = explainedRules.has(rule)
      set({ foldedRules: opened, explainedRules: toggled(explainedRules, rule) })
      set({ findingCursor: { kind: isExplained ? 'head' : 'about', rule } })
    },
    explainHere() {
      const rows = get().findingRows()
      const head = headAbove(rows, cursorRow())
      if (head !== null) get().explainRule(head.rule)
    },
    moveInFindings(by) {
      const rows = get().findingRows()
      const at = cursorRow()
      pointAt(rows[at < 0 ? 0 : Math.max(0, Math.min(rows.length - 1, at + by))])
    },
    moveToEndOfFindings(end) {
      pointAt(
        get()
          .findingRows()
          .at(end === 'first' ? 0 : -1),
      )
    },
    foldInFindings(isFolded) {
      const rows = get().findingRows()
      const at = cursorRow()
      const row = rows[at]
      const head = headAbove(rows, at)
      if (row === undefined || head === null) return
      if (row.kind !== 'head') {
        if (isFolded) pointAt(head)
      } else if (row.isOpen === isFolded) get().toggleRule(row.rule)
      else if (!isFolded) pointAt(rows[at + 1])
    },
    goToFinding(index) {
      const finding = findingsOf(get())[index]
      if (finding === undefined) return
      if (finding.lineNumber !== null) get().goToLine(finding.lineNumber)
      const foldedRules = new Set(get().foldedRules)
      if (foldedRules.delete(finding.rule)) set({ foldedRules })
      set({ selectedFinding: index, findingCursor: null, step: null })
    },
    stepFinding(what, by) {
      const state = get()
      const findings = findingsOf(state)
      const start = { selected: state.selectedFinding, line: state.selectedLine }
      const target = stepTarget(findings, what, start, by)
      if (target !== null) get().goToFinding(target.index)
      const { at, of, wentRound, isOfFile } = target ?? nowhere
      const step = { what, at, of, wentRound, isOfFile, extent: extentOf(state, what) }
      set({ step })
      return step
    },
  }
}

/** Rows are made once for each state of what they come from: whoever asks again gets the same array. */
function rememberRows(): (state: ViewerState) => readonly FindingRow[] {
  let before: readonly unknown[] = []
  let rows = noRows
  return (state) => {
    const report = reportOf(state)
    const { findingsOrder, hiddenSeverities, foldedRules, explainedRules } = state
    const now = [report, findingsOrder, hiddenSeverities, foldedRules, explainedRules]
    if (now.some((part, index) => part !== before[index])) {
      before = now
      const [order, hidden] = [findingsOrder, hiddenSeverities]
      const wish = { order, hidden, folded: foldedRules, explained: explainedRules }
      rows = report === null ? noRows : toFindingRows(report, wish)
    }
    return rows
  }
}

function extentOf(state: ViewerState, what: StepWhat): StepExtent {
  const report = reportOf(state)
  if (report === null) return state.check.status === 'running' ? 'so-far' : 'unknown'
  const { error, warning, info } = report.counts
  const listed = report.findings.filter((finding) => isStop(what, finding)).length
  return listed < (what === 'damage' ? error : error + warning + info) ? 'listed' : 'all'
}
