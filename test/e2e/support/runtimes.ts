/** Runtimes: what this machine has to run scenarios with, and why not where it has nothing. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { chromium } from '@playwright/test'
import { findElectron, hasDisplay } from '../../../scripts/electronRuntime.mjs'

export type HostName = 'web' | 'electron'

/** What a Playwright project says of itself. */
export interface HostOption {
  readonly host: HostName
}

/** A runtime that is there, or one sentence on why it is not. */
export type Runtime = { readonly executable: string } | { readonly missing: string }

/** Looks for the runtime of a host. */
export async function findRuntime(host: HostName): Promise<Runtime> {
  if (host === 'web') {
    const executable = findChromium()
    return executable === null
      ? {
          missing:
            'no Chromium was found (CHROMIUM_PATH, /usr/bin/chromium): scenarios in the browser are skipped',
        }
      : { executable }
  }
  const executable = findElectron()
  if (executable === undefined) {
    return {
      missing:
        "no Electron binary was found (ELECTRON_OVERRIDE_DIST_PATH, or the electron package's own): scenarios in Electron are skipped",
    }
  }
  if (!(await hasDisplay())) {
    return { missing: 'no display answers (try xvfb-run -a): scenarios in Electron are skipped' }
  }
  // Playwright finds the binary through this variable, and without `executablePath` never races the first window.
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] ??= path.dirname(executable)
  return { executable }
}

function findChromium(): string | null {
  const candidates = [
    process.env['CHROMIUM_PATH'],
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    chromium.executablePath(),
  ]
  return candidates.find((file) => file !== undefined && file !== '' && existsSync(file)) ?? null
}
