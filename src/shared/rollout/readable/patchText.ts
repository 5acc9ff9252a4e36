/**
 * Patch text: patches as files and lines, of the three forms that rollouts hold: the input of `apply_patch`
 * (`*** Begin Patch`), unified diffs, and the whole content of a file that was added or deleted. Every line is kept.
 */
import type { DiffFile, DiffLine } from './readable'

const fileHead = /^\*\*\* (Add|Update|Delete) File: (.*)$/
const moveHead = /^\*\*\* Move to: (.*)$/
const marker = /^\*\*\* (?:Begin Patch|End Patch|End of File)\s*$/

/** True when a text holds a patch as `apply_patch` takes it. */
export function hasPatch(text: string): boolean {
  return /^\*\*\* Begin Patch\s*$/m.test(text)
}

/** The files of an `apply_patch` text; null when it names none. Lines around the patch are kept as notes. */
export function parsePatch(text: string, pointer: string): readonly DiffFile[] | null {
  const files: {
    readonly path: string
    readonly change: string
    movedTo: string | null
    lines: DiffLine[]
  }[] = []
  const before: DiffLine[] = []
  for (const line of linesOf(text)) {
    const [, change, path] = fileHead.exec(line) ?? []
    if (change !== undefined && path !== undefined) {
      files.push({ path, change: change.toLowerCase(), movedTo: null, lines: before.splice(0) })
    }
    const file = files.at(-1)
    const [, movedTo] = moveHead.exec(line) ?? []
    if (file !== undefined && movedTo !== undefined) file.movedTo = movedTo
    const isHead = change !== undefined || movedTo !== undefined || marker.test(line)
    const parsed: DiffLine = isHead ? { kind: 'head', text: line } : patchLine(line, file !== undefined)
    ;(file?.lines ?? before).push(parsed)
  }
  return files.length === 0 ? null : files.map((file) => toFile(file, pointer))
}

/** A file of a unified diff. */
export function parseUnifiedDiff(
  text: string,
  file: Pick<DiffFile, 'path' | 'change' | 'movedTo' | 'pointer'>,
): DiffFile {
  let isInHunk = false
  const lines = linesOf(text).map((line): DiffLine => {
    if (line.startsWith('@@')) isInHunk = true
    return isInHunk ? patchLine(line, true) : { kind: 'head', text: line }
  })
  return toFile({ ...file, lines }, file.pointer)
}

/** A file that was added or deleted whole, as a patch. Says when its last line has no line feed. */
export function wholeFile(
  content: string,
  file: Pick<DiffFile, 'path' | 'change' | 'movedTo' | 'pointer'>,
): DiffFile {
  const kind = file.change === 'delete' ? 'delete' : 'add'
  const lines = linesOf(content).map((text): DiffLine => ({ kind, text }))
  const isOpen = content !== '' && !content.endsWith('\n')
  const end: readonly DiffLine[] = isOpen ? [{ kind: 'note', text: '\\ No newline at end of file' }] : []
  return toFile({ ...file, lines: [...lines, ...end] }, file.pointer)
}

/** A line of a patch as it stood. */
export function rawDiffLine({ kind, text }: DiffLine): string {
  switch (kind) {
    case 'add':
      return `+${text}`
    case 'delete':
      return `-${text}`
    case 'context':
      return ` ${text}`
    case 'head':
    case 'hunk':
    case 'note':
      return text
  }
}

function patchLine(line: string, isInFile: boolean): DiffLine {
  if (!isInFile) return { kind: 'note', text: line }
  if (line.startsWith('@@')) return { kind: 'hunk', text: line }
  if (line.startsWith('+')) return { kind: 'add', text: line.slice(1) }
  if (line.startsWith('-')) return { kind: 'delete', text: line.slice(1) }
  if (line.startsWith(' ')) return { kind: 'context', text: line.slice(1) }
  return { kind: 'note', text: line }
}

function toFile(
  { path, change, movedTo, lines }: Pick<DiffFile, 'path' | 'change' | 'movedTo' | 'lines'>,
  pointer: string,
): DiffFile {
  const count = (kind: DiffLine['kind']): number => lines.filter((line) => line.kind === kind).length
  return {
    path,
    change,
    movedTo,
    added: count('add'),
    removed: count('delete'),
    lines,
    hiddenLines: 0,
    pointer,
  }
}

/** Lines of a text. The line feed at its end ends the last one and begins none. */
function linesOf(text: string): readonly string[] {
  const lines = text.split('\n')
  if (lines.at(-1) === '') lines.pop()
  return lines
}
