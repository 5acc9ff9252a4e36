import { describe, expect, it } from 'vitest'
import { readStartLine, toStartLine } from '../../../src/main/electron/startFiles'

describe('readStartLine', () => {
  it('skips the executable and, unpackaged, the folder of the app', () => {
    expect(readStartLine({ argv: ['/e', '/app', 'a'], cwd: '/w' }, false).paths).toEqual(['/w/a'])
    expect(readStartLine({ argv: ['/e', 'a'], cwd: '/w' }, true).paths).toEqual(['/w/a'])
  })

  it("skips Chromium's switches wherever they stand", () => {
    const argv = ['/e', '--inspect=0', '--no-sandbox', '/app', '--user-data-dir=/tmp/x', 'a', '/b']
    expect(readStartLine({ argv, cwd: '/w' }, false)).toEqual({ paths: ['/w/a', '/b'], root: null })
  })

  it('takes everything after -- as a path, and --root before it as the root', () => {
    const argv = ['/e', '/app', '--root', 'home', '--', '-odd.jsonl', '--root']
    expect(readStartLine({ argv, cwd: '/w' }, false)).toEqual({
      paths: ['/w/-odd.jsonl', '/w/--root'],
      root: '/w/home',
    })
    expect(readStartLine({ argv: ['/e', '--root=/r'], cwd: '/w' }, true)).toEqual({ paths: [], root: '/r' })
  })
})

describe('toStartLine', () => {
  it('accepts a command line and nothing else', () => {
    expect(toStartLine({ argv: ['/e', 'a'], cwd: '/w' })).toEqual({ argv: ['/e', 'a'], cwd: '/w' })
    for (const sent of [
      null,
      undefined,
      'x',
      {},
      { argv: 'a', cwd: '/' },
      { argv: [1], cwd: '/' },
      { argv: [] },
    ]) {
      expect(toStartLine(sent)).toBeNull()
    }
  })
})
