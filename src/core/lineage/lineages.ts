/** Lineages: what open files belong with, in the host's thread: paths become grants that a client can open. */
import { basename } from 'node:path'
import type { Response } from '../../shared/contract/contract'
import { ok, type Result } from '../../shared/result'
import type { ChainLink, Relative } from '../../shared/rollout/lineage'
import type { CancelFlag, TaskRunner } from '../jobs/task'
import type { Content } from '../source/content'
import type { Grants } from '../source/grants'
import type { ChainFile } from './chainFile'
import { lineageTask, type LineageAnswer, type NamedRollout } from './lineageTask'
import type { RolloutPlace } from './rolloutPlaces'

/** What lineages are read with, and what is known of the files that are open. */
export interface LineagesOptions {
  readonly runner: TaskRunner
  readonly grants: Grants
  readonly cacheFolder: string
  readonly nameOf: (fileId: string) => string | null
  /** The content of an open file. */
  readonly contentOf: (fileId: string) => Result<Content>
}

export class Lineages {
  readonly #options: LineagesOptions

  constructor(options: LineagesOptions) {
    this.#options = options
  }

  /** Reads what an open file belongs with, and grants what was found. */
  async read(fileId: string, cancel: CancelFlag): Promise<Result<Response<'rollout:lineage'>>> {
    const { runner, grants, cacheFolder, contentOf } = this.#options
    const content = contentOf(fileId)
    if (!content.ok) return content
    const granted = grants.get(fileId)
    if (!granted.ok) return granted
    const look = { cacheFolder, looksAround: granted.value.origin === 'file' }
    const read = await runner.run(lineageTask, { content: content.value, look }, { lane: 'bulk', cancel })
    return read.ok ? ok(this.#toLineage(fileId, read.value)) : read
  }

  #toLineage(fileId: string, answer: LineageAnswer): Response<'rollout:lineage'> {
    const { files, copy, forkedFrom, startedBy, lookedIn, findings } = answer
    return {
      chain: files.map((file, index) => this.#toLink(file, index === files.length - 1 ? fileId : null)),
      copy: copy === null ? null : { ...copy, from: this.#toRelative(copy.from) },
      forkedFrom: this.#toRelative(forkedFrom),
      startedBy: startedBy === null ? null : { ...this.#relative(startedBy), as: startedBy.as },
      lookedIn,
      findings: [...findings],
    }
  }

  #toLink(
    { rolloutId, content, isArchived, header, endOrdinal, cut }: ChainFile,
    ownId: string | null,
  ): ChainLink {
    const place =
      content === null ? null : { path: content.reference.path, label: content.reference.label, isArchived }
    const fileId = ownId ?? this.#grant(place)
    return {
      id: rolloutId,
      fileId,
      name: place === null ? null : basename(place.label),
      title: fileId === null ? null : this.#options.nameOf(fileId),
      role: ownId === null ? 'base' : 'own',
      isFound: content !== null,
      fromOrdinal: header?.base?.endOrdinal ?? null,
      endOrdinal,
      endByte: cut?.endByte ?? null,
      lineCount: cut?.lineCount ?? null,
    }
  }

  #toRelative(rollout: NamedRollout | null): Relative | null {
    return rollout === null ? null : this.#relative(rollout)
  }

  #relative({ id, place }: NamedRollout): Relative {
    const fileId = this.#grant(place)
    const title = fileId === null ? null : this.#options.nameOf(fileId)
    return { id, fileId, name: place === null ? null : basename(place.label), title }
  }

  /** Grants a file that was found; one that is granted already keeps its grant. */
  #grant(place: RolloutPlace | null): string | null {
    if (place === null) return null
    const { grants } = this.#options
    return grants.idOf(place.path) ?? grants.add({ ...place, expected: null, origin: 'file' })
  }
}
