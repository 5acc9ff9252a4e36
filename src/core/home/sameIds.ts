/** Same ids: which rollouts of a home say that they are the same session. */
import type { HeadRow } from '../lister/headRow'
import { shown, type FindingList } from './findingList'
import { alsoArchived, twoFilesOneId } from './homeRules'

/** Most files that a message says something of; the finding names all of them. */
const mostNamed = 5

/** What is remembered of a rollout. */
interface SeenRollout {
  readonly path: string
  readonly rolloutId: string | null
  readonly isArchived: boolean
  readonly isSegment: boolean
  /** What it is, for people. */
  readonly what: string
}

export class SameIds {
  readonly #byId = new Map<string, SeenRollout | SeenRollout[]>()

  add({ summary }: HeadRow): void {
    const { id, path, archived, links, sizeBytes } = summary
    if (id === null) return
    const size = sizeBytes === null ? 'unreadable' : `${sizeBytes.toLocaleString('en')} bytes`
    const seen: SeenRollout = {
      path,
      rolloutId: links.rolloutId,
      isArchived: archived,
      isSegment: links.role === 'segment',
      what: `${links.role}, ${size}${archived ? ', archived' : ''}`,
    }
    const key = id.toLowerCase()
    const held = this.#byId.get(key)
    // Nearly every id has one file: a list is made for the others alone.
    if (held === undefined) this.#byId.set(key, seen)
    else if (Array.isArray(held)) held.push(seen)
    else this.#byId.set(key, [held, seen])
  }

  has(id: string): boolean {
    return this.#byId.has(id)
  }

  /** Says which ids have several files, but for the segments of one thread, which are meant to share theirs. */
  finish(findings: FindingList): void {
    for (const [id, held] of this.#byId) {
      if (!Array.isArray(held)) continue
      const rivals = withoutSegments(held)
      if (rivals.length < 2) continue
      const active = rivals.filter(({ isArchived }) => !isArchived)
      const isPair = active.length < 2 && rivals.length - active.length < 2
      const named = rivals.slice(0, mostNamed).map(({ path, what }) => `${shown(path)} (${what})`)
      const more = rivals.length - named.length
      const list = [...named, ...(more > 0 ? [`and ${more.toLocaleString('en')} more`] : [])].join(', ')
      const paths = rivals.map(({ path }) => path)
      const text = isPair ? 'is active and archived' : `has ${rivals.length.toLocaleString('en')} files`
      findings.add(isPair ? alsoArchived : twoFilesOneId, `Session ${shown(id)} ${text}: ${list}.`, paths)
    }
  }
}

/** Leaves out every file that is the only one of its rollout beside segments of the same thread. */
function withoutSegments(files: readonly SeenRollout[]): readonly SeenRollout[] {
  if (!files.some(({ isSegment }) => isSegment)) return files
  return files.filter((file) => files.some((other) => other !== file && other.rolloutId === file.rolloutId))
}
