import { hasCodex } from './codexServer'

/** Says once before the run why its tests are skipped, where they are (vitest `globalSetup`). */
export function setup(): void {
  if (hasCodex()) return
  process.stdout.write(
    'CODEX_BIN does not name the Codex CLI: what it makes of mutated rollouts is not compared.\n',
  )
}
