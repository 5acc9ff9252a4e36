/**
 * Produced rollouts: files that the real Codex CLI writes now, against a mock model server, for tests that compare with
 * it. Needs the peer kit of the shared folder and the CLI's native binary, named by `CODEX_BIN`.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sharedFolder } from './shared'

/** One file that the real CLI wrote. */
export interface ProducedRollout {
  /** What it shows, such as `fork` or `legacy-compact`. */
  readonly kind: string
  readonly path: string
  /** Where the CLI wrote it, in its home; its parents lie there too. */
  readonly original: string
}

/** Why nothing can be produced on this machine, in one line; null where it can. */
export function whyNotProduced(): string | null {
  if (given() !== null) return null
  if (sharedFolder() === null) return null
  const binary = process.env['CODEX_BIN'] ?? ''
  return existsSync(binary)
    ? null
    : 'CODEX_BIN does not name the Codex CLI: tests on files that it writes now are skipped.'
}

/** True where `producedRollouts` answers. */
export function canProduce(): boolean {
  return given() !== null || (sharedFolder() !== null && whyNotProduced() === null)
}

/**
 * Makes the files once for a whole run, before its first test, into a temporary folder that is removed when the process
 * that asked ends; `ROLLSCOPE_PRODUCED` names it to the processes of the tests. A folder that it names already is kept.
 *
 * @throws Error with the words of the kit where it fails.
 */
export function produceForRun(): void {
  if (given() === null && canProduce()) process.env['ROLLSCOPE_PRODUCED'] = produce()
}

/** Returns one file of each kind, where `canProduce` says that there are any. Nobody may write below them. */
export function producedRollouts(): readonly ProducedRollout[] {
  return readIndex(given() ?? '')
}

function given(): string | null {
  const folder = process.env['ROLLSCOPE_PRODUCED'] ?? ''
  return existsSync(join(folder, 'index.json')) && folder !== '' ? folder : null
}

function produce(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rollscope-produced-'))
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true })
  })
  const kit = join(sharedFolder() ?? '', 'peer', 'produce.mjs')
  const { status, stdout, stderr } = spawnSync(process.execPath, [kit, folder], {
    encoding: 'utf8',
    timeout: 120_000,
  })
  if (status !== 0) throw new Error(`The peer kit failed: ${stdout}${stderr}`)
  return folder
}

function readIndex(folder: string): readonly ProducedRollout[] {
  const index = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as Readonly<
    Record<string, { readonly file: string; readonly original: string }>
  >
  return Object.entries(index).map(([kind, { file, original }]) => ({
    kind,
    path: join(folder, file),
    original: join(folder, original),
  }))
}
