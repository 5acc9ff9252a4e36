/**
 * `npm run dev`: the desktop app with hot reloading. Needs Electron's binary and a display, and says so when one is
 * missing; `npm start -- --web` needs neither. `npm run dev -- PATH...` opens files and folders.
 */
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import path from 'node:path'
import {
  developmentSwitches,
  fetchElectron,
  findElectron,
  hasDisplay,
  isElectronNamed,
} from './electronRuntime.mjs'

const repository = path.resolve(import.meta.dirname, '..')

if (!(await hasDisplay())) stop('There is no display here. "npm start -- --web" opens the browser version.')
if (findElectron() === undefined && !isElectronNamed()) {
  process.stderr.write("Fetching Electron's binary once (about 110 MB) ...\n")
  const failure = await fetchElectron().catch((error) => error.message)
  if (failure !== undefined) {
    stop(`${failure}. Name one with ELECTRON_EXEC_PATH, or use "npm start -- --web".`)
  }
}
const executable = findElectron()
if (executable === undefined) {
  stop('ELECTRON_EXEC_PATH or ELECTRON_OVERRIDE_DIST_PATH leads to no Electron.')
}

const from = process.env.INIT_CWD ?? process.cwd()
const paths = process.argv.slice(2).map((given) => path.resolve(from, given))
const manifest = createRequire(import.meta.url).resolve('electron-vite/package.json')
const tool = path.join(path.dirname(manifest), 'bin/electron-vite.js')
// What follows the first `--` is Electron's own command line.
const electronArguments = [...developmentSwitches(), '--', ...paths]
const child = spawn(process.execPath, [tool, 'dev', '--watch', '--', ...electronArguments], {
  cwd: repository,
  stdio: 'inherit',
  env: { ...process.env, ELECTRON_EXEC_PATH: executable },
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('close', (status) => process.exit(status ?? 1))

function stop(reason) {
  process.stderr.write(`${reason}\n`)
  process.exit(1)
}
