/** Where Rollscope keeps its own files, and where Codex keeps its sessions. Pure: the environment is an argument. */
import { join } from 'node:path'

type Environment = Readonly<Record<string, string | undefined>>

/** Returns `ROLLSCOPE_DATA`, else the platform's place for application data. Always outside any CODEX_HOME we read. */
export function resolveDataFolder(environment: Environment, platform: string, homeFolder: string): string {
  const named = environment['ROLLSCOPE_DATA']
  if (named) return named
  switch (platform) {
    case 'darwin':
      return join(homeFolder, 'Library', 'Application Support', 'rollscope')
    case 'win32':
      return join(environment['LOCALAPPDATA'] ?? join(homeFolder, 'AppData', 'Local'), 'rollscope')
    default:
      return join(environment['XDG_DATA_HOME'] ?? join(homeFolder, '.local', 'share'), 'rollscope')
  }
}

/** Returns the CODEX_HOME that is read when nobody names one: `$CODEX_HOME`, else `~/.codex`. */
export function defaultHome(environment: Environment, homeFolder: string): string {
  const named = environment['CODEX_HOME']
  return named ? named : join(homeFolder, '.codex')
}

/** True where `$CODEX_HOME` decides which home is read. */
export function isHomeInEnvironment(environment: Environment): boolean {
  return Boolean(environment['CODEX_HOME'])
}
