/** Runtimes: what this process runs on, by name and version, for people who report a problem. */

const named = [
  ['electron', 'Electron'],
  ['chrome', 'Chromium'],
  ['node', 'Node'],
  ['v8', 'V8'],
] as const

/** Names the runtimes of `process.versions` that there are. */
export function runtimes(
  versions: Readonly<Record<string, string | undefined>>,
): { readonly name: string; readonly version: string }[] {
  return named.flatMap(([key, name]) => {
    const version = versions[key]
    return version === undefined ? [] : [{ name, version }]
  })
}
