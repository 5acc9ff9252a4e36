import { ChevronLeft } from 'lucide-react'

export interface PanelHeadProps {
  readonly title: string
  readonly onBack: () => void
  /** Null where nothing is set. */
  readonly onClear: (() => void) | null
}

/** The way back to all facets, and out of what is chosen of this one. */
export function PanelHead({ title, onBack, onClear }: PanelHeadProps) {
  return (
    <div className="filter-menu-head">
      <button
        type="button"
        className="filter-back"
        aria-label={`${title}: back to all facets`}
        onClick={onBack}
      >
        <ChevronLeft size={14} aria-hidden />
        {title}
      </button>
      {onClear !== null && (
        <button type="button" className="link text-12" onClick={onClear}>
          Clear
        </button>
      )}
    </div>
  )
}
