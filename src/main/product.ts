/** Product: what every host needs to know of the installed product, and the explorer composed from it. */
import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { createExplorer, type Explorer } from '../core/explorer'
import type { ExplorerOptions } from '../core/explorerOptions'
import { defaultHome, isHomeInEnvironment, resolveDataFolder } from '../core/platform/dataFolder'

/** Where the parts of the built product lie. */
export interface Product {
  readonly version: string
  readonly rendererFolder: string
  readonly preloadFile: string
  readonly iconFile: string
  readonly workerFile: string
  /** Null where the samples were left out of the installation. */
  readonly samplesFolder: string | null
}

/**
 * Describes the product whose built entries lie in `entryFolder`. Entries pass their own `import.meta.dirname`:
 * shared code may be bundled into another folder than they are.
 * @throws when the package is incomplete.
 */
export function describeProduct(entryFolder: string): Product {
  const root = path.resolve(entryFolder, '../..')
  const samples = path.join(root, 'resources/samples')
  return {
    version: readVersion(path.join(root, 'package.json')),
    rendererFolder: path.resolve(entryFolder, '../renderer'),
    preloadFile: path.resolve(entryFolder, '../preload/index.cjs'),
    iconFile: path.join(root, 'resources/icon.png'),
    workerFile: path.join(entryFolder, 'worker.js'),
    samplesFolder: existsSync(samples) ? samples : null,
  }
}

function readVersion(file: string): string {
  const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'))
  const hasVersion = typeof parsed === 'object' && parsed !== null && 'version' in parsed
  if (!hasVersion || typeof parsed.version !== 'string') throw new Error(`no version in ${file}`)
  return parsed.version
}

/** What a host adds to the product. `root` is the CODEX_HOME to read; without it the environment decides. */
export interface HostChoice extends Pick<ExplorerOptions, 'host' | 'startPaths' | 'keepsRecents'> {
  readonly root?: string | undefined
  readonly exportFolder?: string | undefined
}

/** Returns the absolute path of the folder that Rollscope keeps its own files in, from the environment. */
export function ownDataFolder(): string {
  return path.resolve(resolveDataFolder(process.env, process.platform, homedir()))
}

/** Creates the explorer of a host, with workers from the built entry. The caller disposes of it. */
export function composeExplorer(product: Product, { root, exportFolder, ...choice }: HostChoice): Explorer {
  return createExplorer({
    ...choice,
    ...(exportFolder === undefined ? {} : { exportFolder }),
    home: root ?? defaultHome(process.env, homedir()),
    isHomeNamed: root !== undefined || isHomeInEnvironment(process.env),
    dataFolder: ownDataFolder(),
    // Another root may be read: the sessions of this machine are evidence all the same.
    protectedFolders: [defaultHome(process.env, homedir())],
    samplesFolder: product.samplesFolder,
    version: product.version,
    spawnWorker: () => spawnWorker(product.workerFile),
  })
}

/** Megabytes of short-lived objects that a worker keeps before it tidies up. Parsed lines are gone after one visit. */
const youngObjectsMb = 32

/** Starts one worker thread from the built entry. */
export function spawnWorker(workerFile: string): Worker {
  return new Worker(workerFile, { resourceLimits: { maxYoungGenerationSizeMb: youngObjectsMb } })
}
