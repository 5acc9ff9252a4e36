import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, posix, win32 } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { manifestLine } from '../../../src/core/exporter/manifest'
import { OutputNames } from '../../../src/core/exporter/outputNames'
import { folderNameProblem } from '../../../src/shared/export/folderName'
import { tempHome } from '../support/tempHome'
import { hasSha256sum, sha256 } from './support'

function check(paths: readonly string[], ending: string | null = null): readonly string[] {
  const names = new OutputNames()
  return paths.map((path) => names.add(path, ending).name)
}

describe('output names', () => {
  // SPEC export/names
  it.each([
    [['sessions/2026/a.jsonl'], ['sessions/2026/a.jsonl']],
    [
      ['a.jsonl', 'a.jsonl', 'a.jsonl'],
      ['a.jsonl', 'a~2.jsonl', 'a~3.jsonl'],
    ],
    [
      ['a.jsonl.zst', 'A.JSONL.zst'],
      ['a.jsonl.zst', 'A~2.JSONL.zst'],
    ],
    [
      ['é.jsonl', 'e\u0301.jsonl'],
      ['é.jsonl', 'e\u0301~2.jsonl'],
    ],
    [
      ['s.jsonl', '\u017f.jsonl', '\u212a.jsonl', 'k.jsonl'],
      ['s.jsonl', '\u017f~2.jsonl', '\u212a.jsonl', 'k~2.jsonl'],
    ],
    [['../../etc/x.jsonl'], ['__/__/etc/x.jsonl']],
    [['/etc/x.jsonl'], ['etc/x.jsonl']],
    [['C:\\x.jsonl'], ['C__x.jsonl']],
    [['a/../../b.jsonl'], ['a/__/__/b.jsonl']],
    [
      ['con.jsonl', 'x/NUL.jsonl', 'COM1'],
      ['_con.jsonl', 'x/_NUL.jsonl', '_COM1'],
    ],
    [['a\u0000\n\u202eb.jsonl'], ['a___b.jsonl']],
    [['trailing. /x.jsonl'], ['trailing__/x.jsonl']],
    [
      ['manifest.sha256', 'SELECTION.json'],
      ['manifest.sha256~2', 'SELECTION.json~2'],
    ],
    [
      ['a.jsonl', 'a.jsonl/b.jsonl', 'a.jsonl/c.jsonl'],
      ['a.jsonl', 'a.jsonl~2/b.jsonl', 'a.jsonl~2/c.jsonl'],
    ],
    [
      ['d/b.jsonl', 'd'],
      ['d/b.jsonl', 'd~2'],
    ],
    [[''], ['unnamed']],
  ])('%j become %j', (paths, expected) => {
    expect(check(paths)).toEqual(expected)
  })

  it('replace the ending of a rollout where the export has another', () => {
    expect(check(['a.jsonl', 'a.jsonl.zst', 'b'], '.md')).toEqual(['a.md', 'a~2.md', 'b.md'])
  })

  it('say when a file could not keep its own', () => {
    const names = new OutputNames()
    expect(['x/a.jsonl', 'x/a.jsonl', '../b.jsonl'].map((path) => names.add(path, null).isRenamed)).toEqual([
      false,
      true,
      true,
    ])
  })

  // SPEC export/names
  it('stay inside, are plain and differ, whatever the paths are', () => {
    const part = fc.oneof(
      fc.constantFrom(
        '..',
        '.',
        '',
        'a',
        'A',
        'con',
        'x.jsonl',
        ' ',
        '\\',
        'C:',
        '~',
        'a~2',
        'manifest.sha256',
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.string({ unit: 'grapheme', minLength: 80, maxLength: 300 }),
    )
    const path = fc.array(part, { maxLength: 5 }).map((parts) => parts.join('/'))
    fc.assert(
      fc.property(fc.array(path, { minLength: 1, maxLength: 12 }), (paths) => {
        const names = check(paths)
        const keys = names.map((name) => name.normalize('NFC').toLowerCase())
        expect(new Set([...keys, 'manifest.sha256', 'selection.json']).size).toBe(names.length + 2)
        for (const name of names) {
          for (const { isAbsolute, normalize } of [posix, win32]) {
            expect(isAbsolute(name)).toBe(false)
            expect(normalize(name).replaceAll('\\', '/')).toBe(name)
          }
          for (const piece of name.split('/')) {
            expect(piece).toMatch(/^[^\p{Cc}\p{Cf}\p{Cs}\\/<>:"|?*]+$/u)
            expect(piece).not.toMatch(/^\.{1,2}$|[. ]$|^ /)
            expect(Buffer.byteLength(piece)).toBeLessThanOrEqual(255)
          }
        }
      }),
      { seed: 43, numRuns: 1000 },
    )
  })
})

describe('manifest lines', () => {
  // SPEC export/manifest
  it.skipIf(!hasSha256sum)('are those of sha256sum, also for names that it escapes', () => {
    const folder = tempHome()
    for (const name of ['plain.txt', 'back\\slash', 'line\nend', 'carriage\rreturn', ' lead', '-dash', 'ü']) {
      mkdirSync(folder, { recursive: true })
      writeFileSync(join(folder, name), name)
      const own = manifestLine({ name, sha256: sha256(Buffer.from(name)) })
      const theirs = execFileSync('sha256sum', ['--', name], { cwd: folder, encoding: 'utf8' })
      expect(own).toBe(theirs)
    }
  })
})

describe('folderNameProblem', () => {
  it.each(['rollscope-export-2026-11-20-1432', 'Fall 17', 'ü', '.hidden', '-x'])('takes %j', (name) => {
    expect(folderNameProblem(name)).toBeNull()
  })

  // SPEC export/target
  it.each([
    '',
    '.',
    '..',
    'a/b',
    'a\\b',
    'a:b',
    'nul',
    'COM1.txt',
    'x.',
    'x ',
    ' x',
    'a\u202eb',
    'a\nb',
    'a'.repeat(65),
  ])('refuses %j and says why', (name) => {
    expect(folderNameProblem(name)).toMatch(/\.$/)
  })
})
