import { describe, expect, it } from 'vitest'
import { diskWords } from '../../../src/renderer/src/features/session-header/diskWords'

const changed = { code: 'changed', message: 'It became shorter.' } as const

describe('diskWords', () => {
  it('says nothing while the file is what was opened', () => {
    expect([diskWords(null, null, 'a', 1), diskWords({ state: 'same', sizeBytes: 1 }, null, 'a', 1)]).toEqual(
      [null, null],
    )
  })

  it('takes another file only where it was said that there is one', () => {
    expect(diskWords({ state: 'replaced', sizeBytes: 1 }, null, 'a', 1)?.action).toBe('reopen-replaced')
    expect(diskWords({ state: 'rewritten', sizeBytes: 1 }, null, 'a', 1)).toMatchObject({
      action: 'reopen',
      sentence: expect.stringContaining('was changed in place since it was opened') as string,
    })
  })

  it('keeps what was read of a file that is gone', () => {
    expect(diskWords({ state: 'gone', sizeBytes: 0 }, null, 'a', 1)?.action).toBeNull()
  })

  it('tells what work on the file failed with before the disk has been looked at, and the disk afterwards', () => {
    for (const disk of [null, { state: 'grown', sizeBytes: 9 } as const]) {
      expect(diskWords(disk, changed, 'a', 1)).toMatchObject({
        tone: 'error',
        sentence: expect.stringContaining('It became shorter.') as string,
      })
    }
    expect(diskWords({ state: 'shrunk', sizeBytes: 1 }, changed, 'a', 9)?.sentence).toContain(
      'shorter on disk',
    )
  })
})
