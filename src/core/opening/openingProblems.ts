/** Opening problems: what a person is told of a place that they named and that did not open as they may expect. */
import { basename } from 'node:path'
import type { Problem } from '../../shared/session/session'
import { listProblem } from '../lister/listProblem'
import type { InspectedPath } from '../source/inspectPaths'

/** Says that a place holds no session. Who is pointed at the wrong folder must not take silence for a good answer. */
export function nothingIn(label: string): Problem {
  return {
    code: 'list/nothing-found',
    severity: 'error',
    message: `${label} holds no .jsonl or .jsonl.zst file, in no folder below it either.`,
    path: label,
  }
}

/** Says what is to be known of a path that was looked at: that it cannot be opened, or that it led elsewhere. */
export function problemsWith(path: InspectedPath): readonly Problem[] {
  if (path.kind === 'problem') return [listProblem(path.error)]
  if (!path.isLink) return []
  const name = basename(path.argument)
  const message = `${name} is a link. What it leads to was opened: ${basename(path.canonical)}.`
  return [{ code: 'list/link-followed', severity: 'info', message, path: name }]
}
