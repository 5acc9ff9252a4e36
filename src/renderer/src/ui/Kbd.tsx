import { Fragment } from 'react'

export interface KbdProps {
  /** A key or keys pressed together, parts joined by `+`. */
  readonly label: string
}

/** Keys as they are printed on keyboards. */
export function Kbd({ label }: KbdProps) {
  const parts = label.split(/\+(?=.)/)
  return (
    <>
      {parts.map((part, index) => (
        <Fragment key={part}>
          {index > 0 && ' '}
          <kbd className="kbd">{part}</kbd>
        </Fragment>
      ))}
    </>
  )
}
