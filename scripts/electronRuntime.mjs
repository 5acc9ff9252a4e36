/**
 * Electron runtime: finds Electron's binary, fetches it where that is possible, and tells whether a window can open.
 *
 * Nothing here is run by `npm ci`: installing, building and testing need no binary. Whoever wants a window runs this.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import net from 'node:net'
import path from 'node:path'

const fetchTimeoutMs = 180_000

/**
 * Returns the executable, or undefined. Never `require('electron')` to find out: that starts a download.
 * @param {Record<string, string | undefined>} env
 */
export function findElectron(env = process.env) {
  const existing = (file) => (existsSync(file) ? file : undefined)
  if (env.ELECTRON_EXEC_PATH) return existing(env.ELECTRON_EXEC_PATH)
  const names = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }
  const name = names[process.platform] ?? 'electron'
  if (env.ELECTRON_OVERRIDE_DIST_PATH) return existing(path.join(env.ELECTRON_OVERRIDE_DIST_PATH, name))
  try {
    const folder = electronPackage()
    return existing(path.join(folder, 'dist', readFileSync(path.join(folder, 'path.txt'), 'utf8')))
  } catch {
    return undefined
  }
}

/** True when the environment names a binary, so that none is fetched. */
export function isElectronNamed(env = process.env) {
  return Boolean(env.ELECTRON_EXEC_PATH || env.ELECTRON_OVERRIDE_DIST_PATH)
}

function electronPackage() {
  return path.dirname(createRequire(import.meta.url).resolve('electron/package.json'))
}

/**
 * Fetches the binary with the package's own installer, within a time limit. Returns undefined when that worked, else
 * why it did not, in one line.
 * @throws when the download is not what its checksum says: that is never something to go on after.
 */
export async function fetchElectron(timeoutMs = fetchTimeoutMs) {
  let installer
  try {
    installer = path.join(electronPackage(), 'install.js')
  } catch {
    return 'the electron package is not installed'
  }
  if (!existsSync(installer)) return 'the electron package has no installer'
  const { status, output, timedOut } = await run(process.execPath, [installer], timeoutMs)
  if (/checksum|did not match/i.test(output)) {
    throw new Error(`Electron's download does not match its checksum, so it is not used.\n${output.trim()}`)
  }
  if (timedOut) return `Electron's binary did not arrive within ${String(timeoutMs / 1000)} s`
  if (status === 0 && findElectron({}) !== undefined) return undefined
  return `Electron's binary could not be fetched (${lastLine(output)})`
}

function run(command, args, timeoutMs) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    let timedOut = false
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8')
      stream.on('data', (text) => (output += text))
    }
    const timer = setTimeout(() => {
      timedOut = true
      child.kill('SIGKILL')
    }, timeoutMs)
    const end = (status) => {
      clearTimeout(timer)
      resolve({ status, output, timedOut })
    }
    child.on('error', () => end(null))
    child.on('close', end)
  })
}

function lastLine(output) {
  const lines = output.split('\n').map((line) => line.trim())
  const error = lines.find((line) => /error/i.test(line)) ?? lines.filter((line) => line !== '').at(-1)
  return error ?? 'no reason given'
}

/** Returns why a binary cannot run here (missing system libraries, mostly), or undefined when it can. */
export function whyNotLoadable(executable) {
  const probe = spawnSync(executable, ['-e', '0'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    timeout: 20_000,
    encoding: 'utf8',
  })
  if (probe.status === 0) return undefined
  return `Electron's binary does not load (${lastLine(probe.stderr || probe.error?.message || '')})`
}

/** True when a window can open. On Linux a variable is not enough (a stale DISPLAY is common): it knocks. */
export async function hasDisplay(env = process.env) {
  if (process.platform !== 'linux') return true
  const { WAYLAND_DISPLAY: wayland, XDG_RUNTIME_DIR: runtimeFolder } = env
  if (wayland && (await answers(path.resolve(runtimeFolder ?? '/', wayland)))) return true
  const [, host, number] = /^(.*):(\d+)(?:\.\d+)?$/.exec(env.DISPLAY ?? '') ?? []
  if (number === undefined) return false
  if (host && host !== 'unix') return answers({ host, port: 6000 + Number(number) })
  const socket = path.join('/', 'tmp', '.X11-unix', `X${number}`)
  return (await answers(socket)) || answers(`\0${socket}`) // a file, or an abstract name
}

function answers(target) {
  return new Promise((resolve) => {
    const socket = net.connect(typeof target === 'string' ? { path: target } : target)
    const end = (answer) => {
      socket.destroy()
      resolve(answer)
    }
    socket.setTimeout(500, () => end(false))
    socket.on('connect', () => end(true))
    socket.on('error', () => end(false))
  })
}

/** Switches that a development start needs: Chromium's sandbox refuses to run as root. */
export function developmentSwitches() {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
}
