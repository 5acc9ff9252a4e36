import { useMemo } from 'react'
import type { LineRow } from '../../../../shared/rollout/lineRow'
import type { CodexReport, EyeReading } from '../../../../shared/validation/codexReport'
import { useViewer } from '../../state/stores'
import type { ViewerState } from '../../state/viewerTypes'

type Eye = (lineNumber: number | null, row: LineRow | undefined) => EyeReading | null

const closed: Eye = () => null

/** What Codex makes of a line: as the row says, or as the check of the whole file found out from where it stands. */
export function useEye(): Eye {
  const isOn = useViewer((state) => state.isEyeOn)
  const codex = useViewer((state) => (state.check.status === 'done' ? state.check.report.codex : null))
  return useMemo(() => {
    if (!isOn) return closed
    const misplaced = misplacedOf(codex)
    return (lineNumber, row) => (lineNumber === null ? null : misplaced.get(lineNumber)) ?? row?.eye ?? null
  }, [isOn, codex])
}

/** True while the lines are shown as Codex sees them, and it refuses the whole file. */
export function isRefusedByCodex({ isEyeOn, check }: ViewerState): boolean {
  const codex = check.status === 'done' ? check.report.codex : null
  return isEyeOn && codex?.measured === true && codex.reads.answer === 'no'
}

function misplacedOf(codex: CodexReport | null): ReadonlyMap<number, EyeReading> {
  const misplaced = codex?.measured === true ? codex.misplaced : []
  return new Map(misplaced.map(({ lineNumber, note }) => [lineNumber, { outcome: 'misreads', note }]))
}
