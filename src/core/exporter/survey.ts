/**
 * Survey: which of the chosen files can be read now, how large they are, and which other files they go on from. Runs in
 * a worker; of what they hold it reads the beginning, and that only where no list has told it already.
 */
import { basename } from 'node:path'
import { err, ok, type AppError, type Result } from '../../shared/result'
import type { SessionLinks } from '../../shared/session/links'
import type { Task } from '../jobs/task'
import { readHead } from '../lister/head'
import { readRolloutName } from '../lister/rolloutName'
import { sessionLinks } from '../lister/sessionLinks'
import { openByteSource, type ByteSource } from '../source/byteSource'
import type { FileReference } from '../source/content'
import { cancelled } from './sessionWork'

/** Which rollout a file is, and which one holds the beginning of its history. */
export type FileLinks = Pick<SessionLinks, 'rolloutId' | 'baseRolloutId'>

/** A chosen file; `links` are null where nobody has read them yet. */
export interface SurveyedReference extends FileReference {
  readonly links: FileLinks | null
}

/** What is known of a chosen file, in the order of the request. */
export type Surveyed =
  | ({ readonly kind: 'file'; readonly sizeBytes: number } & FileLinks)
  | { readonly kind: 'unreadable'; readonly error: AppError }

/** Looks at each file in turn. One that cannot be read is an entry with the reason, never a failure of the survey. */
export const surveyTask: Task<
  { readonly references: readonly SurveyedReference[] },
  readonly Surveyed[],
  { readonly done: number; readonly total: number }
> = {
  name: 'exporter.survey',
  run: ({ references }, context): Result<readonly Surveyed[]> => {
    const found: Surveyed[] = []
    for (const { path, label, expected, links } of references) {
      if (context.isCancelled()) return err(cancelled)
      const opened = openByteSource(context.fileSystem, path, label, expected)
      if (opened.ok) {
        const { sizeBytes } = opened.value
        found.push({ kind: 'file', sizeBytes, ...(links ?? linksOf(opened.value)) })
        opened.value.close()
      } else found.push({ kind: 'unreadable', error: opened.error })
      if (found.length % 500 === 0) context.report({ done: found.length, total: references.length })
    }
    return ok(found)
  },
}

/** What cannot be read says nothing of other files; the export itself finds that out. */
function linksOf(source: ByteSource): FileLinks {
  const name = basename(source.label)
  const head = readHead(source, name)
  return sessionLinks(head.ok ? head.value.session : null, readRolloutName(name), null)
}
