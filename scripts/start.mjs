/**
 * `npm start`: builds the product and opens it. In a window where Electron's binary and a display exist, otherwise in
 * the browser, with the reason. `npm start -- PATH...` opens files and folders; `--root DIR` names the CODEX_HOME to
 * read, `--web` asks for the browser, `--port N` chooses its port.
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
  whyNotLoadable,
} from './electronRuntime.mjs'

const repository = path.resolve(import.meta.dirname, '..')
const say = (text) => process.stderr.write(`${text}\n`)

const { wantsWeb, switches, webSwitches, paths } = readArguments(process.argv.slice(2))
await build()
const { executable, reason } = await chooseHost()
if (executable === undefined) {
  say(`Opening in the browser: ${reason}. Ctrl-C ends Rollscope; its address:`)
  const serve = path.join(repository, 'out/main/serve.js')
  await follow(process.execPath, [serve, ...switches, ...webSwitches, '--', ...paths])
} else {
  await follow(executable, [repository, ...developmentSwitches(), ...switches, '--', ...paths])
}

/** Paths are meant from where the person typed them; npm itself runs this in the repository. */
function readArguments(args) {
  const from = process.env.INIT_CWD ?? process.cwd()
  const wish = { wantsWeb: false, switches: [], webSwitches: [], paths: [] }
  let ended = false
  for (let index = 0; index < args.length; index += 1) {
    const [name, inline] = ended ? [] : (/^(--[a-z]+)(?:=(.*))?$/s.exec(args[index])?.slice(1) ?? [])
    const value = () => inline ?? args[(index += 1)] ?? usage(`${name} needs a value`)
    if (!ended && args[index] === '--') ended = true
    else if (name === '--web') wish.wantsWeb = true
    else if (name === '--root') wish.switches.push('--root', path.resolve(from, value()))
    else if (name === '--port') wish.webSwitches.push('--port', value())
    else if (name === '--help') usage()
    else if (!ended && args[index].startsWith('-')) usage(`unknown option ${args[index]}`)
    else wish.paths.push(path.resolve(from, args[index]))
  }
  return wish
}

function usage(problem) {
  if (problem) say(`npm start: ${problem}`)
  say('Usage: npm start -- [--root DIR] [--web] [--port N] [PATH...]')
  process.exit(problem ? 2 : 0)
}

async function chooseHost() {
  if (wantsWeb) return { reason: 'you asked for it with --web' }
  if (!(await hasDisplay())) {
    const named = process.env.DISPLAY || process.env.WAYLAND_DISPLAY
    return { reason: named ? `no display answers at ${named}` : 'there is no display here' }
  }
  let executable = findElectron()
  if (executable === undefined && isElectronNamed()) {
    return { reason: 'ELECTRON_EXEC_PATH or ELECTRON_OVERRIDE_DIST_PATH leads to no Electron' }
  }
  if (executable === undefined) {
    say("Fetching Electron's binary once (about 110 MB; --web does without) ...")
    const failure = await fetchElectron().catch(fail)
    if (failure !== undefined) return { reason: failure }
    executable = findElectron()
  }
  const problem = whyNotLoadable(executable)
  return problem === undefined ? { executable } : { reason: problem }
}

async function build() {
  const manifest = createRequire(import.meta.url).resolve('electron-vite/package.json')
  const tool = path.join(path.dirname(manifest), 'bin/electron-vite.js')
  const status = await run(process.execPath, [tool, 'build', '--logLevel', 'warn'])
  if (status !== 0) fail(new Error('The build failed; what it said stands above.'))
}

/** Runs a host in this one's place: the person's Ctrl-C reaches both, and its exit status becomes ours. */
async function follow(command, args) {
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => undefined)
  process.exitCode = (await run(command, args)) ?? 1
}

function run(command, args) {
  return new Promise((resolve) => {
    const env = { ...process.env }
    delete env.ELECTRON_RUN_AS_NODE
    const child = spawn(command, args, { cwd: repository, stdio: 'inherit', env })
    process.on('SIGTERM', () => child.kill('SIGTERM'))
    child.on('error', (error) => fail(error))
    child.on('close', resolve)
  })
}

function fail(error) {
  say(error.message)
  process.exit(1)
}
