/** Settings handlers: the calls that read and change what windows remember. */
import type { Handlers } from '../../shared/contract/dispatch'
import type { SettingsRoom } from './settings'

type SettingsCalls = Pick<Handlers, 'settings:get' | 'settings:change'>

/** Returns the calls, which are the same for every client. */
export function settingsHandlers(settings: SettingsRoom): SettingsCalls {
  return {
    'settings:get': () => settings.get(),
    'settings:change': (part) => settings.change(part),
  }
}
