import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { attemptOwn, removeOwn } from '../../../src/core/platform/ownFolder'
import { tempHome } from '../support/tempHome'

function failing(code: string): () => never {
  return () => {
    throw Object.assign(new Error(code), { code })
  }
}

describe("Rollscope's data folder", () => {
  // SPEC host/data-folder
  it.each([
    ['EACCES', 'permission-denied', 'may not be written to'],
    ['EROFS', 'permission-denied', 'may not be written to'],
    ['ENOSPC', 'no-space', 'has no room left'],
    ['ENOTDIR', 'not-a-file', 'is not a folder'],
    ['EIO', 'io', 'could not be used (EIO)'],
  ])(
    'that fails with %s says what is wrong with it, and not with what was to be read',
    (thrown, code, what) => {
      expect(attemptOwn(failing(thrown))).toEqual({
        ok: false,
        error: {
          code,
          message: `Rollscope's data folder ${what}.`,
          file: "Rollscope's data folder",
          hint: 'Name another folder with ROLLSCOPE_DATA. What was to be read is not at fault.',
        },
      })
    },
  )

  it('lets a bug through', () => {
    expect(() =>
      attemptOwn(() => {
        throw new TypeError('a bug')
      }),
    ).toThrow('a bug')
  })

  it('that cannot be tidied up fails nothing', () => {
    const file = join(tempHome(), 'a-file')
    writeFileSync(file, '')
    expect(() => {
      removeOwn(join(file, 'copies', 'x'))
    }).not.toThrow()
  })
})
