/** A format as what it is called and what it is. */
export interface FormatWords {
  readonly title: string
  readonly text: string
}

export interface OutputFormatProps<F extends string> {
  /** The name of the choice, which no other has. */
  readonly name: string
  readonly formats: readonly F[]
  readonly words: Readonly<Record<F, FormatWords>>
  readonly chosen: F
  readonly onChoose: (format: F) => void
}

/** As what something is written. Props only. */
export function OutputFormat<F extends string>(props: OutputFormatProps<F>) {
  const { name, formats, words, chosen, onChoose } = props
  return (
    <fieldset className="export-field">
      <legend>As</legend>
      {formats.map((format) => (
        <label key={format} className="export-choice">
          <input
            type="radio"
            name={name}
            checked={format === chosen}
            aria-describedby={`${name}-${format}`}
            onChange={() => {
              onChoose(format)
            }}
          />
          <span>
            {words[format].title}
            <span id={`${name}-${format}`} className="export-hint">
              {words[format].text}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
