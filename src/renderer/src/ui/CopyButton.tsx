import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'

export interface CopyButtonProps {
  /** Says what is copied. */
  readonly label: string
  /** Copies, and answers whether that worked. */
  readonly onCopy: () => Promise<boolean>
  /** Text beside the icon; an icon alone without it. */
  readonly text?: string
  readonly isDisabled?: boolean
  readonly title?: string
}

const thanksMs = 1_200

/** A button that copies and shows for a moment that it did. */
export function CopyButton({ label, onCopy, text, isDisabled = false, title = label }: CopyButtonProps) {
  const [isCopied, setIsCopied] = useState(false)
  useEffect(() => {
    if (!isCopied) return
    const timer = setTimeout(() => {
      setIsCopied(false)
    }, thanksMs)
    return () => {
      clearTimeout(timer)
    }
  }, [isCopied])
  const Icon = isCopied ? Check : Copy
  return (
    <button
      type="button"
      className={text === undefined ? 'icon-button' : 'button button-small'}
      aria-label={label}
      title={title}
      disabled={isDisabled}
      onClick={() => void onCopy().then(setIsCopied)}
    >
      <Icon size={text === undefined ? 13 : 14} strokeWidth={1.75} aria-hidden />
      {text}
    </button>
  )
}
