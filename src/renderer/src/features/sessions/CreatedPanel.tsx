import { useEffect, useRef, useState } from 'react'
import { Check } from 'lucide-react'
import {
  anyTime,
  isSameFilter,
  parseEnd,
  quickRanges,
  rangeOf,
  type CreatedFilter,
} from '../../state/createdFilter'
import { useSessions, useStores } from '../../state/stores'
import { zoneLabel } from '../../ui/format'
import { PanelHead } from './PanelHead'

export interface CreatedPanelProps {
  readonly onBack: () => void
}

/** Days from which and until which sessions were created: by one press, or typed. */
export function CreatedPanel({ onBack }: CreatedPanelProps) {
  const { sessions } = useStores()
  const created = useSessions((state) => state.view.created)
  const zone = useSessions((state) => state.view.zone)
  const [nowMs] = useState(() => Date.now())
  const list = useRef<HTMLDivElement>(null)

  useEffect(() => {
    list.current?.querySelector<HTMLElement>('[aria-checked="true"], button')?.focus()
  }, [])

  function choose(filter: CreatedFilter): void {
    sessions.getState().change({ created: filter })
  }

  return (
    <div>
      <PanelHead
        title="Created"
        onBack={onBack}
        onClear={
          created.kind === 'any'
            ? null
            : () => {
                choose(anyTime)
              }
        }
      />
      <div
        ref={list}
        className="filter-menu-list"
        role="radiogroup"
        aria-label="Created"
        onKeyDown={moveInside}
      >
        {quickRanges(nowMs, zone).map(({ title, filter }) => (
          <button
            key={title}
            type="button"
            role="radio"
            className="filter-item"
            aria-checked={isSameFilter(filter, created)}
            onClick={() => {
              choose(filter)
            }}
          >
            <span className="menu-mark">
              {isSameFilter(filter, created) && <Check size={14} aria-hidden />}
            </span>
            {title}
          </button>
        ))}
      </div>
      <DayFields created={created} onChange={choose} />
      <p className="filter-menu-note">Days in {zoneLabel(zone)}. A month or a year will do, too.</p>
    </div>
  )
}

interface DayFieldsProps {
  readonly created: CreatedFilter
  readonly onChange: (filter: CreatedFilter) => void
}

function DayFields({ created, onChange }: DayFieldsProps) {
  const { from, to } = created.kind === 'days' ? created : { from: null, to: null }
  return (
    <div className="filter-days">
      <DayField
        label="From"
        end="from"
        day={from}
        onDay={(day) => {
          onChange(rangeOf(day, to))
        }}
      />
      <DayField
        label="To"
        end="to"
        day={to}
        onDay={(day) => {
          onChange(rangeOf(from, day))
        }}
      />
      {from !== null && to !== null && from > to && (
        <p className="filter-wrong" role="alert">
          The first day is after the last: nothing can match.
        </p>
      )}
    </div>
  )
}

interface DayFieldProps {
  readonly label: string
  readonly end: 'from' | 'to'
  readonly day: string | null
  readonly onDay: (day: string | null) => void
}

/** One end of the range. Takes effect when it is left or Enter is pressed. */
function DayField({ label, end, day, onDay }: DayFieldProps) {
  const [text, setText] = useState(day ?? '')
  const parsed = parseEnd(text, end)

  useEffect(() => {
    setText(day ?? '')
  }, [day])

  function commit(): void {
    if (parsed === null) return
    setText(parsed.day ?? '')
    if (parsed.day !== day) onDay(parsed.day)
  }

  return (
    <label className="filter-day">
      <span>{label}</span>
      <input
        className="field"
        type="text"
        inputMode="numeric"
        placeholder="YYYY-MM-DD"
        spellCheck={false}
        value={text}
        aria-invalid={parsed === null}
        onChange={(event) => {
          setText(event.target.value)
        }}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit()
        }}
      />
    </label>
  )
}

/** Arrow keys move among the ranges, as in any group of radio buttons. */
function moveInside(event: React.KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  event.preventDefault()
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="radio"]')]
  const at = buttons.findIndex((button) => button === document.activeElement)
  buttons.at((at + step) % buttons.length)?.focus()
}
