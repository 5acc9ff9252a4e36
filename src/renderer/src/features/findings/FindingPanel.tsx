import { useState } from 'react'
import { Crosshair } from 'lucide-react'
import { Tabs } from 'radix-ui'
import type { ValidationReport } from '../../../../shared/validation/report'
import { useViewer } from '../../state/stores'
import { EmptyState } from '../../ui/EmptyState'
import { FindingActions } from './FindingActions'
import { FindingDetail } from './FindingDetail'
import { LedgerPanel } from './LedgerPanel'

export interface FindingPanelProps {
  readonly report: ValidationReport
}

/** Beside the findings: the one that is selected with its bytes, or the ledger of the file. The ledger until one is. */
export function FindingPanel({ report }: FindingPanelProps) {
  const selected = useViewer((state) => state.selectedFinding)
  const fileId = useViewer((state) => (state.session.status === 'ready' ? state.session.fileId : null))
  const [chosen, setChosen] = useState<string | null>(null)
  const finding = selected === null ? undefined : report.findings[selected]
  const isThere = finding !== undefined && fileId !== null
  const shown = chosen ?? (finding === undefined ? 'ledger' : 'finding')
  return (
    <Tabs.Root className="finding-panel" value={shown} onValueChange={setChosen}>
      <div className="finding-panel-bar">
        <Tabs.List className="tabs" aria-label="Beside the findings">
          <Tabs.Trigger className="tab" value="finding">
            Finding
          </Tabs.Trigger>
          <Tabs.Trigger className="tab" value="ledger">
            Ledger
          </Tabs.Trigger>
        </Tabs.List>
        {shown === 'finding' && isThere && <FindingActions finding={finding} fileId={fileId} />}
      </div>
      <Tabs.Content className="finding-panel-content" value="finding" tabIndex={-1}>
        {!isThere ? (
          <EmptyState icon={Crosshair} title="No finding selected">
            <p>Select one to see the bytes around it.</p>
          </EmptyState>
        ) : (
          <FindingDetail finding={finding} fileId={fileId} />
        )}
      </Tabs.Content>
      <Tabs.Content className="finding-panel-content" value="ledger" tabIndex={-1}>
        <LedgerPanel report={report} />
      </Tabs.Content>
    </Tabs.Root>
  )
}
