import type { TaskContext } from '../jobs/task'
import { prepareContent } from '../source/content'
import type { ChainTools } from './baseChain'
import { nowhere, readRolloutPlaces, type RolloutPlaces } from './rolloutPlaces'

/** How other files of a session may be looked for and read. */
export interface LookOptions {
  /** Where compressed files are decompressed to. */
  readonly cacheFolder: string
  /** False for a copy, which lies nowhere near the files that it belongs to. */
  readonly looksAround: boolean
}

/** Returns the tools of a worker for following the bases of the file at a path. Names are read once, when asked for. */
export function createChainTools(
  path: string,
  { cacheFolder, looksAround }: LookOptions,
  context: Pick<TaskContext<never>, 'fileSystem' | 'isCancelled'>,
): ChainTools {
  const { fileSystem } = context
  const isCancelled = (): boolean => context.isCancelled()
  let places: RolloutPlaces | null = null
  return {
    fileSystem,
    isCancelled,
    places: () => (places ??= looksAround ? readRolloutPlaces(fileSystem, path) : nowhere),
    prepare: async (reference) =>
      prepareContent.run({ reference, cacheFolder }, { fileSystem, isCancelled, report: () => undefined }),
  }
}
