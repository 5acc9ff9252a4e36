import { useMemo, useState } from 'react'
import { rawDiffLine } from '../../../../../shared/rollout/readable/patchText'
import type { DiffBlock, DiffFile, DiffLine } from '../../../../../shared/rollout/readable/readable'
import { formatCount, formatNumberOf } from '../../../ui/format'
import { findPattern } from '../find/findRanges'
import { BlockMenu, pointerChoice } from './BlockMenu'
import { ShownText } from './ShownText'

export interface DiffBlockViewProps {
  readonly block: DiffBlock
  readonly query: string
}

/** Lines of a file that are shown whole, and what is shown of more. */
const wholeLines = 60
const shownLines = 40

/** A patch, file by file. Added and removed lines have their marks as well as a colour. */
export function DiffBlockView({ block: { label, files, hiddenFiles, pointer }, query }: DiffBlockViewProps) {
  const text = files.map((file) => file.lines.map(rawDiffLine).join('\n')).join('\n')
  const isCut = hiddenFiles > 0 || files.some((file) => file.hiddenLines > 0)
  const choices = [
    { label: 'Copy as text', what: isCut ? 'Part of the patch' : 'Patch', text },
    ...pointerChoice(pointer),
    ...files
      .filter((file) => file.pointer !== pointer)
      .flatMap((file) => pointerChoice(file.pointer, file.path)),
  ]
  return (
    <div role="group" className="block" aria-label={label ?? 'Patch'}>
      <BlockMenu name={label ?? 'Patch'} choices={choices} />
      {label !== null && <h4 className="block-label">{label}</h4>}
      {files.map((file, index) => (
        <DiffFileView key={index} file={file} query={query} />
      ))}
      {hiddenFiles > 0 && (
        <p className="block-cut">{formatNumberOf(hiddenFiles, 'more file')} not shown here.</p>
      )}
    </div>
  )
}

function DiffFileView({ file, query }: { readonly file: DiffFile; readonly query: string }) {
  const { path, change, movedTo, added, removed, hiddenLines } = file
  const [isOpened, setIsOpened] = useState(false)
  const lines = useMemo(() => file.lines.filter(({ kind }) => kind !== 'head'), [file])
  const isFound = useMemo(() => {
    const pattern = findPattern(query)
    return pattern !== null && lines.some(({ text }) => text.search(pattern) >= 0)
  }, [lines, query])
  const isLong = lines.length > wholeLines
  const isOpen = !isLong || isOpened || isFound
  return (
    <div className="diff-file">
      <div className="diff-head">
        <span className="badge">{change}</span>
        <span className="mono diff-path" data-find="run">
          <ShownText text={movedTo === null ? path : `${path} → ${movedTo}`} hasStyles={false} />
        </span>
        <span className="num diff-counts">
          +{formatCount(added)} −{formatCount(removed)}
        </span>
      </div>
      {lines.length > 0 && (
        <pre className="diff-lines">
          {(isOpen ? lines : lines.slice(0, shownLines)).map((line, index) => (
            <DiffLineView key={index} line={line} />
          ))}
        </pre>
      )}
      {isLong && !isFound && (
        <button
          type="button"
          className="button button-small block-more"
          aria-expanded={isOpened}
          onClick={() => {
            setIsOpened(!isOpened)
          }}
        >
          {isOpened
            ? 'Show less'
            : `Show ${hiddenLines === 0 ? 'all ' : ''}${formatCount(lines.length)} lines`}
        </button>
      )}
      {hiddenLines > 0 && (
        <p className="block-cut">
          {formatNumberOf(hiddenLines, 'more line')} not shown here. Raw has every byte.
        </p>
      )}
    </div>
  )
}

const marks = { add: '+', delete: '−', context: ' ', hunk: '', head: '', note: '' } as const

function DiffLineView({ line: { kind, text } }: { readonly line: DiffLine }) {
  return (
    <div className={`diff-line diff-${kind}`}>
      <span className="diff-mark" data-find="skip">
        {marks[kind]}
      </span>
      <span data-find="run">
        <ShownText text={text} hasStyles={false} />
      </span>
    </div>
  )
}
