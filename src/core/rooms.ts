/** Rooms: what one explorer consists of, made once and shared by all of its clients. Each is told what it may use. */
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { Emit } from '../shared/contract/events'
import { Exports } from './exporter/exports'
import { DraftRuns } from './exporter/draftRuns'
import { ReportExports } from './exporter/reportExports'
import type { ExplorerOptions } from './explorerOptions'
import { LineFilters } from './filter/lineFilters'
import { createInlineRunner } from './jobs/inlineRunner'
import { createWorkerPool } from './jobs/workerPool'
import { Lineages } from './lineage/lineages'
import { Listing } from './lister/listing'
import { Roots } from './lister/roots'
import { ActiveRoot } from './opening/activeRoot'
import { Opening } from './opening/opening'
import { nodeFileSystem } from './platform/fileSystem'
import { ownFile } from './platform/ownFile'
import { Histories } from './reader/histories'
import { LineReads } from './reader/lineReads'
import { OpenRollouts } from './reader/openRollouts'
import { RolloutWork } from './reader/rolloutWork'
import { Recents } from './recents/recents'
import { SettingsRoom } from './settings/settings'
import { Copies } from './source/copies'
import { Grants } from './source/grants'
import { FileChecks } from './validator/runs/fileChecks'
import { ValidationRuns } from './validator/runs/validationRuns'

export type Rooms = ReturnType<typeof createRooms>

/** At least three: one for who scrolls, one for the check of a file, and one for who filters it meanwhile. */
const workers = Math.max(3, Math.min(4, availableParallelism()))

/** Makes the rooms. `emit` reaches every client. */
export function createRooms(options: ExplorerOptions, emit: Emit) {
  const { home, dataFolder, version, keepsRecents } = options
  const runner =
    options.spawnWorker === null
      ? createInlineRunner(options.fileSystem ?? nodeFileSystem)
      : createWorkerPool({ spawnWorker: options.spawnWorker, size: workers })
  const cacheFolder = join(dataFolder, 'zst-cache')
  const nowMs = Date.now
  const grants = new Grants()
  const copies = new Copies(dataFolder)
  const roots = new Roots(home)
  const listing = new Listing({ runner, grants, nowMs, ownFolder: dataFolder })
  const nameOf = (fileId: string): string | null => listing.nameOf(fileId)
  const rollouts = new OpenRollouts({ runner, grants, cacheFolder, emit, nameOf })
  const recents = new Recents({
    runner,
    file: keepsRecents === undefined ? null : ownFile(dataFolder, 'recent.json'),
    emit,
    listener: keepsRecents,
  })
  const activeRoot = new ActiveRoot({
    roots,
    recents,
    home,
    isHomeNamed: options.isHomeNamed ?? false,
    reopens: keepsRecents !== undefined,
  })
  const codexHomes = options.protectedFolders ?? []
  const drafts = new DraftRuns({ runner, emit })
  const exports = new Exports({
    drafts,
    runner,
    grants,
    listing,
    roots,
    emit,
    dataFolder,
    startFolder: options.exportFolder ?? null,
    codexHomes,
    version,
    nowMs,
  })
  const { destinations } = exports
  return {
    emit,
    runner,
    samplesFolder: options.samplesFolder,
    grants,
    copies,
    roots,
    listing,
    rollouts,
    rolloutWork: new RolloutWork({ runner, grants, cacheFolder, emit, rollouts }),
    lineReads: new LineReads({ runner, rollouts }),
    fileChecks: new FileChecks({ runner, grants, cacheFolder, dataFolder }),
    filters: new LineFilters({ runner, rollouts, emit }),
    histories: new Histories({ runner, grants, cacheFolder }),
    lineages: new Lineages({
      runner,
      grants,
      cacheFolder,
      nameOf,
      contentOf: (fileId) => rollouts.contentOf(fileId),
    }),
    exports,
    reportExports: new ReportExports({ drafts, roots, destinations, dataFolder, codexHomes, version }),
    validationRuns: new ValidationRuns({
      runner,
      grants,
      roots,
      cacheFolder,
      ownFolder: dataFolder,
      nameOf,
      nowMs,
    }),
    settings: new SettingsRoom(dataFolder, emit),
    recents,
    activeRoot,
    opening: new Opening({ runner, grants, roots, activeRoot, recents, copies, ownFolder: dataFolder }),
  }
}
