/**
 * The house rules, proved: every kind of forbidden import is planted in a copy of the tree and must be refused,
 * by lint or by the compiler, and the built headless bundles must not know Electron.
 */
import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ESLint } from 'eslint'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { repositoryFolder } from './support/shared'

const repository = repositoryFolder()

/** Lints a text as if it stood in a file of the tree; returns the ids of the rules that refuse it. */
async function lint(filePath: string, text: string): Promise<readonly string[]> {
  // Type-aware rules need files that exist; what is planted here is judged by its imports alone.
  const eslint = new ESLint({
    cwd: repository,
    overrideConfig: { languageOptions: { parserOptions: { project: null } } },
    ruleFilter: ({ ruleId }) =>
      [
        'no-restricted-imports',
        'no-restricted-syntax',
        'no-restricted-properties',
        'no-restricted-globals',
      ].includes(ruleId),
  })
  const [result] = await eslint.lintText(text, { filePath: join(repository, filePath) })
  return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message)
}

describe('lint', () => {
  // ARCHITECTURE invariants 1, 8
  it.each([
    ['src/core/reader/planted.ts', `import { app } from 'electron'\nexport const a = app\n`],
    ['src/core/planted.ts', `import { useState } from 'react'\nexport const a = useState\n`],
    ['src/core/planted.ts', `import { a } from '../main/cli'\nexport const b = a\n`],
    ['src/core/reader/planted.ts', `import { a } from '../../renderer/src/App'\nexport const b = a\n`],
    ['src/shared/planted.ts', `import { join } from 'node:path'\nexport const a = join\n`],
    ['src/shared/planted.ts', `import { create } from 'zustand'\nexport const a = create\n`],
    ['src/shared/rollout/planted.ts', `import { a } from '../../core/explorer'\nexport const b = a\n`],
    ['src/main/cli/planted.ts', `import { app } from 'electron'\nexport const a = app\n`],
    ['src/main/web/planted.ts', `import { app } from 'electron/main'\nexport const a = app\n`],
    ['src/main/planted.ts', `import { a } from '../renderer/src/App'\nexport const b = a\n`],
    ['src/preload/planted.ts', `import { z } from 'zod'\nexport const a = z\n`],
    [
      'src/preload/planted.ts',
      `import { contract } from '../shared/contract/contract'\nexport const a = contract\n`,
    ],
    ['src/preload/planted.ts', `import { readFileSync } from 'node:fs'\nexport const a = readFileSync\n`],
    ['src/renderer/src/planted.ts', `import { join } from 'node:path'\nexport const a = join\n`],
    ['src/renderer/src/planted.ts', `import { a } from '../../core/explorer'\nexport const b = a\n`],
    ['src/renderer/src/planted.ts', `import { ipcRenderer } from 'electron'\nexport const a = ipcRenderer\n`],
    ['src/renderer/src/ui/planted.tsx', `import { a } from '../features/lines/Lines'\nexport const b = a\n`],
    [
      'src/renderer/src/state/planted.ts',
      `import { a } from '../features/lines/Lines'\nexport const b = a\n`,
    ],
  ])('refuses the import in %s, case %#', async (file, text) => {
    expect(await lint(file, text)).toEqual(['no-restricted-imports'])
  })

  it.each([
    ['src/core/planted.ts', 'export default 1\n', 'no-restricted-syntax'],
    ['src/core/planted.ts', `export * from './explorer'\n`, 'no-restricted-syntax'],
    [
      'src/renderer/src/features/planted.ts',
      'export const a = window.explorer\n',
      'no-restricted-properties',
    ],
    ['src/renderer/src/state/planted.ts', `export const a = () => fetch('/x')\n`, 'no-restricted-globals'],
  ])('refuses in %s, case %#', async (file, text, rule) => {
    expect(await lint(file, text)).toEqual([rule])
  })

  it.each([
    ['src/main/electron/planted.ts', `import { app } from 'electron'\nexport const a = app\n`],
    [
      'src/preload/planted.ts',
      `import { channels } from '../shared/contract/channels'\nexport const a = channels\n`,
    ],
    [
      'src/preload/planted.ts',
      `import type { Invoke } from '../shared/contract/dispatch'\nexport type A = Invoke\n`,
    ],
    ['src/core/planted.ts', `import { join } from 'node:path'\nexport const a = join\n`],
  ])('allows in %s, case %#', async (file, text) => {
    expect(await lint(file, text)).toEqual([])
  })
})

describe('the compiler', () => {
  let copy = ''

  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'rollscope-house-'))
    for (const name of ['src', 'tsconfig.base.json', 'package.json']) {
      cpSync(join(repository, name), join(copy, name), { recursive: true })
    }
    symlinkSync(join(repository, 'node_modules'), join(copy, 'node_modules'))
    // Built information goes below the copy, not into the linked node_modules.
    for (const layer of ['shared', 'core', 'main', 'preload', 'renderer']) {
      const path = join(copy, 'src', layer, 'tsconfig.json')
      writeFileSync(path, readFileSync(path, 'utf8').replaceAll('node_modules/.cache', '.cache'))
    }
    const planted: Readonly<Record<string, string>> = {
      'src/renderer/src/plantedValue.ts': `import { taskTable } from '../../core/taskTable'\nexport const a = taskTable\n`,
      'src/renderer/src/plantedType.ts': `import type { Explorer } from '../../core/explorer'\nexport type A = Explorer\n`,
      // A file that imports nothing: packages of core bring the types of Node along, and would hide the next one.
      'src/shared/planted.ts': `import { SeenIds } from '../core/validator/seenIds'\nexport const a = SeenIds\n`,
      'src/shared/plantedNode.ts': `export const a = process.pid\n`,
      'src/core/plantedDom.ts': `export const a = document.title\n`,
      'src/core/planted.ts': `import { serve } from '../main/serve'\nexport const a = serve\n`,
    }
    for (const [path, text] of Object.entries(planted)) writeFileSync(join(copy, path), text)
  })

  afterAll(() => {
    rmSync(copy, { recursive: true, force: true })
  })

  // ARCHITECTURE invariants 1, 8: what lint sees by name, the compiler sees by type.
  it('refuses imports between layers, the DOM in core and Node in shared', { timeout: 120_000 }, () => {
    const refused = new Set<string>()
    const layers = ['shared', 'core', 'preload', 'renderer'].map((layer) => join(copy, 'src', layer))
    try {
      execFileSync(process.execPath, [join(repository, 'node_modules/typescript/bin/tsc'), '-b', ...layers], {
        cwd: copy,
        encoding: 'utf8',
        stdio: 'pipe',
        // It names every file that a planted one drags in: more than is kept by default.
        maxBuffer: 64 * 1024 * 1024,
      })
    } catch (error) {
      const { stdout } = error as { readonly stdout: string }
      for (const match of stdout.matchAll(/^(\S*[Pp]lanted\w*\.ts)\(/gm)) refused.add(match[1] ?? '')
    }
    expect([...refused].sort()).toEqual([
      'src/core/planted.ts',
      'src/core/plantedDom.ts',
      'src/renderer/src/plantedType.ts',
      'src/renderer/src/plantedValue.ts',
      'src/shared/planted.ts',
      'src/shared/plantedNode.ts',
    ])
  })
})

describe('the built bundles', () => {
  const out = join(repository, 'out', 'main')

  /** The files that an entry loads, the entry included. */
  function reachable(entry: string): readonly string[] {
    const seen = new Set<string>()
    const visit = (file: string): void => {
      // Bundled comments may quote an import; what is not there is not loaded.
      if (seen.has(file) || !existsSync(file)) return
      seen.add(file)
      const text = readFileSync(file, 'utf8')
      for (const match of text.matchAll(/(?:from|import)\s*\(?\s*["'](\.{1,2}\/[^"']+)["']/g)) {
        visit(join(file, '..', match[1] ?? ''))
      }
    }
    visit(join(out, entry))
    return [...seen]
  }

  // ARCHITECTURE invariant 1
  it.each(['cli.js', 'serve.js', 'worker.js'])('%s does not know Electron', (entry) => {
    expect(existsSync(join(out, entry)), 'run npm run build first').toBe(true)
    for (const file of reachable(entry)) {
      expect(readFileSync(file, 'utf8')).not.toMatch(/(?:from|require\(|import\()\s*["']electron["']/)
    }
  })

  it('has a preload that loads nothing but Electron', () => {
    const folder = join(repository, 'out', 'preload')
    const text = readdirSync(folder)
      .filter((name) => name.endsWith('.cjs'))
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('\n')
    const loaded = [...text.matchAll(/require\(["']([^"']+)["']\)/g)].map((match) => match[1])
    expect([...new Set(loaded)]).toEqual(['electron'])
  })
})

describe('core', () => {
  const writers =
    /^src\/core\/(source\/(zstdCache|copies)|validator\/runs\/reportSpool|platform\/(ownFile|leftBehind)|exporter\/exportDisk|home\/stateCopy)\.ts$/

  // ARCHITECTURE invariant 2: the keepers of our own data folder can write, and the disk of the exporter, which opens nothing that exists.
  it('has no file but the cache, the copies, the reports of runs, the copies of databases, our own small files, what removes those that were left behind and the disk of the exporter that imports a way to write', () => {
    const writing =
      /\b(writeFile|appendFile|createWriteStream|rename|unlink|rm|rmdir|truncate|utimes|mkdir|write|chmod|copyFile|symlink|link)(Sync)?\b/
    const guilty: string[] = []
    for (const entry of readdirSync(join(repository, 'src', 'core'), {
      recursive: true,
      withFileTypes: true,
    })) {
      if (!entry.isFile()) continue
      const path = join(entry.parentPath, entry.name).slice(repository.length + 1)
      const text = readFileSync(join(repository, path), 'utf8')
      const imports = [...text.matchAll(/import\s*\{([^}]*)\}\s*from\s*'node:fs(?:\/promises)?'/g)].map(
        (match) => match[1] ?? '',
      )
      const wholesale = /import\s+(?:\*\s+as\s+)?\w+\s+from\s*'node:fs/.test(text)
      if (wholesale || imports.some((names) => writing.test(names))) guilty.push(path)
    }
    expect(guilty.filter((path) => !writers.test(path))).toEqual([])
    expect(guilty.length).toBe(7)
  })
})
