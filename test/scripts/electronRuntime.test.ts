import { chmod, mkdir, writeFile } from 'node:fs/promises'
import net from 'node:net'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { findElectron, hasDisplay, isElectronNamed, whyNotLoadable } from '../../scripts/electronRuntime.mjs'
import { temporaryFolder } from '../support/temporaryFolder'

const onLinux = process.platform === 'linux'

describe.runIf(onLinux)('findElectron', () => {
  it('takes what the environment names, if it is there', async () => {
    const folder = await temporaryFolder()
    const executable = path.join(folder, 'electron')
    expect(findElectron({ ELECTRON_OVERRIDE_DIST_PATH: folder })).toBeUndefined()
    await writeFile(executable, '')
    expect(findElectron({ ELECTRON_OVERRIDE_DIST_PATH: folder })).toBe(executable)
    expect(findElectron({ ELECTRON_EXEC_PATH: executable })).toBe(executable)
    expect(findElectron({ ELECTRON_EXEC_PATH: path.join(folder, 'none') })).toBeUndefined()
    expect([isElectronNamed({}), isElectronNamed({ ELECTRON_EXEC_PATH: 'x' })]).toEqual([false, true])
  })
})

describe.runIf(onLinux)('whyNotLoadable', () => {
  it('says why a binary does not start', async () => {
    const broken = path.join(await temporaryFolder(), 'electron')
    await writeFile(
      broken,
      '#!/bin/sh\necho "error while loading shared libraries: libnss3.so" >&2\nexit 127\n',
    )
    await chmod(broken, 0o755)
    expect(whyNotLoadable(broken)).toContain('libnss3.so')
  })
})

describe.runIf(onLinux)('hasDisplay', () => {
  it('is not taken in by a variable that leads nowhere', async () => {
    expect(await hasDisplay({})).toBe(false)
    expect(await hasDisplay({ DISPLAY: 'nonsense' })).toBe(false)
    expect(await hasDisplay({ DISPLAY: ':9753' })).toBe(false)
    expect(await hasDisplay({ WAYLAND_DISPLAY: 'wayland-9', XDG_RUNTIME_DIR: '/nowhere' })).toBe(false)
  })

  it('finds a display that answers', async () => {
    const folder = await temporaryFolder()
    await mkdir(path.join(folder, 'run'))
    const socket = net.createServer().listen(path.join(folder, 'run/wayland-0'))
    onTestFinished(() => void socket.close())
    await new Promise((resolve) => socket.once('listening', resolve))
    const env = { WAYLAND_DISPLAY: 'wayland-0', XDG_RUNTIME_DIR: path.join(folder, 'run') }
    expect(await hasDisplay(env)).toBe(true)
  })
})
