/**
 * Desktop host: composes the explorer with a window. The scheme is declared before anything else runs, because
 * Electron accepts that only synchronously at the start.
 */
import { mkdirSync } from 'node:fs'
import { app } from 'electron'
import { describeProduct, ownDataFolder } from './product'
import { registerPageScheme } from './electron/protocol'
import { startDesktop } from './electron/desktop'

registerPageScheme()

const dataFolder = ownDataFolder()
mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
app.setPath('userData', dataFolder)
app.setName('Rollscope')

const line = { argv: process.argv, cwd: process.cwd() }
if (app.requestSingleInstanceLock(line)) startDesktop(describeProduct(import.meta.dirname), line)
else app.exit(0)
