/** Manifest: one line a file, as `sha256sum` of the GNU coreutils writes them and `sha256sum -c` reads them. */
import type { WrittenFile } from './outputFile'

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r' }

/** Returns the line of a file. A name with a backslash or a line end is escaped, and the line then starts with `\`. */
export function manifestLine({ name, sha256 }: Pick<WrittenFile, 'name' | 'sha256'>): string {
  const escaped = name.replace(/[\\\n\r]/g, (character) => escapes[character] ?? character)
  return `${escaped === name ? '' : '\\'}${sha256}  ${escaped}\n`
}
