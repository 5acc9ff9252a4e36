import { Eye } from 'lucide-react'
import { lastMeasuredVersion } from '../../../../shared/rollout/codexEyes'
import { useStores, useViewer } from '../../state/stores'

/** Shows the lines as Codex sees them, and as they are again. */
export function EyeButton() {
  const { viewer } = useStores()
  const isOn = useViewer((state) => state.isEyeOn)
  return (
    <button
      type="button"
      className="button button-small button-quiet"
      aria-pressed={isOn}
      title={`Show the lines as Codex ${lastMeasuredVersion} sees them (C)`}
      onClick={() => {
        viewer.getState().toggleEye()
      }}
    >
      <Eye size={14} strokeWidth={1.75} aria-hidden />
      As Codex sees it
    </button>
  )
}
