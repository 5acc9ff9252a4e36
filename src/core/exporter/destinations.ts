/** Destinations: folders that exports can go into, by ids of this process, so that no page names a path. */
import { randomBytes } from 'node:crypto'
import { resolve } from 'node:path'
import type { ExportDestination } from '../../shared/export/exportPlan'
import { err, ok, type Result } from '../../shared/result'
import type { ClientPorts } from '../client'
import type { ExportTarget } from './draftFolder'

export class Destinations {
  readonly #startFolder: string | null
  readonly #byId = new Map<string, string>()

  /** `startFolder` is the one that a host without a dialog was started with. */
  constructor(startFolder: string | null) {
    this.#startFolder = startFolder
  }

  /** How a client comes to a place for exports. */
  placeOf({ choosePaths }: ClientPorts): 'chosen-folder' | 'start-folder' | 'nowhere' {
    if (choosePaths !== undefined) return 'chosen-folder'
    return this.#startFolder === null ? 'nowhere' : 'start-folder'
  }

  /** Asks for a place, or answers the one that the host was started with. */
  async choose({
    choosePaths,
  }: ClientPorts): Promise<Result<{ readonly destination: ExportDestination | null }>> {
    const startFolder = this.#startFolder
    if (choosePaths === undefined && startFolder === null) {
      return err({
        code: 'forbidden',
        message: 'This host was started without a folder for exports.',
        hint: 'Start it with --export-to DIR, or use "rollscope export".',
      })
    }
    const folder = choosePaths === undefined ? startFolder : (await choosePaths('export'))?.[0]
    return ok({ destination: typeof folder === 'string' ? this.add(folder) : null })
  }

  /** Makes a folder that a person named outside the page a destination. */
  add(folder: string): ExportDestination {
    const path = resolve(folder)
    const known = [...this.#byId].find(([, held]) => held === path)
    const destinationId = known?.[0] ?? randomBytes(12).toString('base64url')
    this.#byId.set(destinationId, path)
    return { destinationId, label: path }
  }

  /** Returns the place that a name at a destination is. */
  target(destinationId: string, folderName: string): Result<ExportTarget> {
    const folder = this.#byId.get(destinationId)
    if (folder !== undefined) return ok({ folder, name: folderName })
    return err({
      code: 'not-granted',
      message: 'This place for exports is no longer known.',
      hint: 'Choose the place again.',
    })
  }
}
