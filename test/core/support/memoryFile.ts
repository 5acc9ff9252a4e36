import type { OwnFile } from '../../../src/core/platform/ownFile'
import { err, ok, type AppError } from '../../../src/shared/result'

/** An own file in memory whose three ways to the disk can be made to fail. */
export interface MemoryFile extends OwnFile {
  text: string | null
  readonly aside: string[]
  readonly failing: { read?: boolean; replace?: boolean; setAside?: boolean }
}

const failure: AppError = { code: 'io', message: 'x could not be done.', file: 'x', hint: 'Go on.' }

/** Makes a file that holds a text, or that is not there. */
export function memoryFile(text: string | null = null): MemoryFile {
  const file: MemoryFile = {
    text,
    aside: [],
    failing: {},
    read: () => Promise.resolve(file.failing.read === true ? err(failure) : ok(file.text)),
    replace(next) {
      if (file.failing.replace === true) return Promise.resolve(err(failure))
      file.text = next
      return Promise.resolve(ok(null))
    },
    setAside() {
      if (file.failing.setAside === true) return Promise.resolve(err(failure))
      if (file.text !== null) file.aside.push(file.text)
      file.text = null
      return Promise.resolve(ok('x.damaged'))
    },
  }
  return file
}
