/**
 * The house rules, proved: every kind of forbidden import is planted in a copy of the tree and must be refused,
 * by lint or by the compiler, and the built headless bundles must not know Electron.
 */
import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
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
  const layers = ['shared', 'core', 'main', 'preload', 'renderer']
  let copy = ''

  /** What planted files import; of each only that it is there counts, not what it does. */
  const standIns: Readonly<Record<string, string>> = {
    'src/core/taskTable.ts': 'export const taskTable = 1\n',
    'src/core/explorer.ts': 'export type Explorer = 1\n',
    'src/core/validator/seenIds.ts': 'export const SeenIds = 1\n',
    'src/main/serve.ts': 'export const serve = 1\n',
  }

  /** What is planted, with what the compiler has to say of it: 6307 is a file of a project that is not referenced. */
  const planted: Readonly<Record<string, readonly [text: string, code: string]>> = {
    'src/renderer/src/plantedValue.ts': [
      `import { taskTable } from '../../core/taskTable'\nexport const a = taskTable\n`,
      'TS6307',
    ],
    'src/renderer/src/plantedType.ts': [
      `import type { Explorer } from '../../core/explorer'\nexport type A = Explorer\n`,
      'TS6307',
    ],
    'src/shared/planted.ts': [
      `import { SeenIds } from '../core/validator/seenIds'\nexport const a = SeenIds\n`,
      'TS6307',
    ],
    'src/shared/plantedNode.ts': [`export const a = process.pid\n`, 'TS2591'],
    'src/core/plantedDom.ts': [`export const a = document.title\n`, 'TS2584'],
    'src/core/planted.ts': [`import { serve } from '../main/serve'\nexport const a = serve\n`, 'TS6307'],
  }

  /** The packages that a layer imports: whatever globals their types bring along are there for planted files, too. */
  function packagesOf(layer: string): string {
    const names = new Set<string>()
    for (const entry of readdirSync(join(repository, 'src', layer), {
      recursive: true,
      withFileTypes: true,
    })) {
      if (!/\.tsx?$/.test(entry.name)) continue
      const text = readFileSync(join(entry.parentPath, entry.name), 'utf8')
      for (const [, name] of text.matchAll(/\bfrom '([^.'][^']*)'/g)) names.add(name ?? '')
    }
    return [...names].map((name) => `import '${name}'\n`).join('') + 'export {}\n'
  }

  // The configuration is the real one; the files are few, because a compiler that reads all of ours takes half a minute.
  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'rollscope-house-'))
    const plant = (path: string, text: string): void => {
      mkdirSync(join(copy, path, '..'), { recursive: true })
      writeFileSync(join(copy, path), text)
    }
    for (const name of ['tsconfig.base.json', 'package.json']) {
      plant(name, readFileSync(join(repository, name), 'utf8'))
    }
    symlinkSync(join(repository, 'node_modules'), join(copy, 'node_modules'))
    for (const layer of layers) {
      const path = join('src', layer, 'tsconfig.json')
      // Built information goes below the copy, not into the linked node_modules.
      plant(path, readFileSync(join(repository, path), 'utf8').replaceAll('node_modules/.cache', '.cache'))
      plant(join('src', layer, layer === 'renderer' ? 'src' : '', 'packages.ts'), packagesOf(layer))
    }
    for (const [path, text] of Object.entries(standIns)) plant(path, text)
    for (const [path, [text]] of Object.entries(planted)) plant(path, text)
  })

  afterAll(() => {
    rmSync(copy, { recursive: true, force: true })
  })

  // ARCHITECTURE invariants 1, 8: what lint sees by name, the compiler sees by type.
  it('refuses imports between layers, the DOM in core and Node in shared', { timeout: 120_000 }, () => {
    const { stdout } = spawnSync(
      process.execPath,
      [
        join(repository, 'node_modules/typescript/bin/tsc'),
        '-b',
        ...layers.map((layer) => join(copy, 'src', layer)),
      ],
      { cwd: copy, encoding: 'utf8' },
    )
    const said = [...stdout.matchAll(/^(\S+)\(\S+ error (TS\d+)/gm)].map(([, path, code]) => [path, code])
    // 6059 says of each import that is refused once more that it leads out of the layer.
    const refused = new Set(
      said.filter(([, code]) => code !== 'TS6059').map(([path, code]) => `${path} ${code}`),
    )
    expect([...refused].sort()).toEqual(
      Object.entries(planted)
        .map(([path, [, code]]) => `${path} ${code}`)
        .sort(),
    )
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
    /^src\/core\/(source\/(zstdCache|copies)|validator\/runs\/reportSpool|platform\/(ownFile|ownFolder)|exporter\/exportDisk|home\/stateCopy)\.ts$/

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
