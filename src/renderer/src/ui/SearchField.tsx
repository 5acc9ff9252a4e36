import { Search } from 'lucide-react'
import type { KeyboardEvent, ReactNode, RefObject } from 'react'

export interface SearchFieldProps {
  readonly inputRef: RefObject<HTMLInputElement | null>
  readonly placeholder: string
  /** What is searched, for those who do not see the placeholder. */
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly className?: string
  readonly maxLength?: number
  /** What stands at the end of the field: a key, or a button. */
  readonly children: ReactNode
}

/** A field for words to look for, with a glass before them. It holds no state and knows not what is searched. */
export function SearchField({ inputRef, label, className = '', children, ...field }: SearchFieldProps) {
  const { onChange, ...rest } = field
  return (
    <div className={`filter-field ${className}`.trim()}>
      <Search size={14} aria-hidden className="filter-icon" />
      <input
        ref={inputRef}
        className="field"
        type="text"
        role="searchbox"
        spellCheck={false}
        autoComplete="off"
        aria-label={label}
        onChange={(event) => {
          onChange(event.target.value)
        }}
        {...rest}
      />
      {children}
    </div>
  )
}
