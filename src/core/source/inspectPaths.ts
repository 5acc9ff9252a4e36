/** Looks at paths that a person named: where they lead and what is there. Runs in a worker, because disks can be slow. */
import { basename } from 'node:path'
import { ok, type AppError } from '../../shared/result'
import type { Task, TaskRunner } from '../jobs/task'
import { attempt } from '../platform/attempt'

/** What a named path turned out to be. A `home` is a folder with sessions in the layout of a CODEX_HOME. */
export type InspectedPath =
  | {
      readonly kind: 'file' | 'folder' | 'home'
      readonly argument: string
      readonly canonical: string
      /** True when the argument itself is a link, which is followed because a person named it. */
      readonly isLink: boolean
    }
  | { readonly kind: 'problem'; readonly argument: string; readonly error: AppError }

/** Answers for each path in turn; one that cannot be looked at is a problem with the reason. */
export const inspectTask: Task<{ readonly paths: readonly string[] }, readonly InspectedPath[]> = {
  name: 'source.inspectPaths',
  run: ({ paths }, { fileSystem }) =>
    ok(
      paths.map((argument): InspectedPath => {
        const label = basename(argument) || argument
        const looked = attempt(label, () => {
          const canonical = fileSystem.canonical(argument)
          const isLink = fileSystem.lookAt(argument).kind === 'link'
          return { canonical, isLink, stat: fileSystem.lookAt(canonical) }
        })
        if (!looked.ok) return { kind: 'problem', argument, error: looked.error }
        const { canonical, isLink, stat } = looked.value
        switch (stat.kind) {
          case 'file':
            return { kind: 'file', argument, canonical, isLink }
          case 'directory': {
            const listed = attempt(label, () => fileSystem.list(canonical))
            if (!listed.ok) return { kind: 'problem', argument, error: listed.error }
            const isHome = listed.value.some(
              ({ name, kind }) =>
                kind === 'directory' && (name === 'sessions' || name === 'archived_sessions'),
            )
            return { kind: isHome ? 'home' : 'folder', argument, canonical, isLink }
          }
          case 'link':
          case 'other':
            return {
              kind: 'problem',
              argument,
              error: {
                code: 'not-a-file',
                message: `${label} is neither a file nor a folder.`,
                file: label,
                hint: 'Only regular files and folders can be opened.',
              },
            }
        }
      }),
    ),
}

/** Looks at paths in a worker. When that fails, it is the problem of each of them. */
export async function inspectPaths(
  runner: TaskRunner,
  paths: readonly string[],
): Promise<readonly InspectedPath[]> {
  const inspected = await runner.run(inspectTask, { paths })
  if (inspected.ok) return inspected.value
  return paths.map((argument) => ({ kind: 'problem', argument, error: inspected.error }))
}
