import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { repositoryFolder } from '../support/shared'

const built = path.join(repositoryFolder(), 'out')
/** `npm test` builds first; a bare `vitest` may run without. */
const isBuilt = existsSync(path.join(built, 'main/cli.js'))

/** Returns the text of a built entry and of every chunk that it loads. */
function bundleOf(entry: string): string {
  const seen = new Map<string, string>()
  const read = (file: string): void => {
    if (seen.has(file)) return
    const text = readFileSync(file, 'utf8')
    seen.set(file, text)
    for (const [, target] of text.matchAll(/^import\s(?:[^"']*from\s*)?["'](\.[^"']+)["']/gm)) {
      read(path.resolve(path.dirname(file), target ?? ''))
    }
  }
  read(path.join(built, entry))
  return [...seen.values()].join('\n')
}

/** The names of the modules that a text loads. */
function modulesOf(text: string): readonly string[] {
  const found = text.matchAll(/(?:\bfrom|\bimport|\brequire\()\s*\(?\s*["']([^"'.][^"']*)["']/g)
  return [...new Set([...found].map(([, name]) => name ?? ''))].sort()
}

describe.skipIf(!isBuilt)('the built product', () => {
  it.each(['main/cli.js', 'main/serve.js', 'main/worker.js'])('%s runs without Electron', (entry) => {
    expect(modulesOf(bundleOf(entry))).not.toContain('electron')
  })

  it('main/index.js is the desktop host', () => {
    expect(modulesOf(bundleOf('main/index.js'))).toContain('electron')
  })

  it('the preload loads electron and nothing else, as a sandbox demands', () => {
    expect(modulesOf(bundleOf('preload/index.cjs'))).toEqual(['electron'])
  })

  it('the page has a place for its nonce, and nothing that its policy would refuse', () => {
    const page = readFileSync(path.join(built, 'renderer/index.html'), 'utf8')
    expect(page).toContain('content="__CSP_NONCE__"')
    expect(page).not.toMatch(/<style|style="|<script(?![^>]*\ssrc=)|https?:\/\//)
  })
})
