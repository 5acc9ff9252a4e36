interface LinesHeadProps {
  readonly zone: string
  readonly day: string | null
}

/** Names of the columns, the zone of all times once, and the day of the first row on the screen. */
export function LinesHead({ zone, day }: LinesHeadProps) {
  return (
    <div className="lines-head" aria-hidden>
      <span className="line-number">Line</span>
      <span className="line-flag" />
      <span className="line-letter" />
      <span className="line-time" title={zone}>
        {day === null ? zone : `${day} ${zone.replace(/,.*/, '')}`}
      </span>
      <span className="line-type">Type</span>
      <span className="line-text">Summary</span>
      <span className="line-size">Size</span>
    </div>
  )
}
