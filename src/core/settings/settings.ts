/** Settings: the calls that read and change them, for every host alike. */
import type { Request, Response } from '../../shared/contract/contract'
import type { Emit } from '../../shared/contract/events'
import { ok, type Result } from '../../shared/result'
import {
  defaultSettings,
  findSettings,
  type Settings,
  type SettingsChange,
} from '../../shared/settings/settings'
import { Kept } from '../platform/kept'
import { ownFile, type OwnFile } from '../platform/ownFile'

/** Settings as hosts use them, beside the calls of their pages. */
export interface SettingsStore {
  read(): Promise<Settings>
  /** Changes some settings and tells every window. */
  write(part: SettingsChange): Promise<Settings>
}

/** Keeps the settings in one file and tells every client of a change. */
export class SettingsRoom implements SettingsStore {
  readonly #kept: Kept<Settings>
  readonly #emit: Emit

  /** `file` stands in for the one in the data folder, for tests. */
  constructor(dataFolder: string, emit: Emit, file: OwnFile = ownFile(dataFolder, 'settings.json')) {
    this.#emit = emit
    this.#kept = new Kept({ what: 'The settings', file, initial: defaultSettings, find: findSettings })
  }

  read(): Promise<Settings> {
    return this.#kept.get()
  }

  async write(part: SettingsChange): Promise<Settings> {
    const given = Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined))
    const settings = await this.#kept.change((known) => ({ ...known, ...given }))
    this.#emit('settings:changed', settings)
    return settings
  }

  /** Answers all settings, and what went wrong with keeping them since a page asked last. */
  async get(): Promise<Result<Response<'settings:get'>>> {
    const settings = await this.read()
    return ok({ settings, problems: this.#kept.takeProblems() })
  }

  /** Changes some settings. What cannot be kept is changed for as long as this process lasts. */
  async change(part: Request<'settings:change'>): Promise<Result<Response<'settings:change'>>> {
    const settings = await this.write(part)
    return ok({ settings, problems: this.#kept.takeProblems() })
  }

  /** Resolves when every change is written or has failed. */
  settle(): Promise<void> {
    return this.#kept.settle()
  }
}
