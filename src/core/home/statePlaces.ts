/**
 * State places: where the rows of a state database say that rollouts lie, as paths below the home that is looked at. Paths
 * are compared as text, and nothing is opened by them.
 */

/** What a row's path is in this home. */
export interface StatePlace {
  /** Path below the home with `/`, without the `.zst` that compressing appends; null where it is in no home. */
  readonly relative: string | null
  /** The home that it was written in, where that is another folder than this one; null for this one. */
  readonly otherHome: string | null
}

const inAnyHome = /^(.*?)\/((?:archived_sessions|sessions)\/.*)$/s

/** Reads the path of a row. `homes` are the ways to name this home, each without a slash at its end. */
export function statePlace(rolloutPath: string, homes: readonly string[]): StatePlace {
  const path = withSlashes(rolloutPath)
  for (const home of homes) {
    const start = `${withSlashes(home)}/`
    if (path.startsWith(start)) return { relative: placeKey(path.slice(start.length)), otherHome: null }
  }
  const match = lastHome(path)
  return match === null
    ? { relative: null, otherHome: null }
    : { relative: placeKey(match.relative), otherHome: match.home }
}

/** Plain and compressed are one place: Codex compresses a rollout without a word to its row. */
export function placeKey(relative: string): string {
  return relative.endsWith('.zst') ? relative.slice(0, -'.zst'.length) : relative
}

/** Splits a path at the last folder that a home has: a home may lie below a folder of that name. */
function lastHome(path: string): { readonly home: string; readonly relative: string } | null {
  let found: { readonly home: string; readonly relative: string } | null = null
  for (let rest = path, before = ''; ;) {
    const match = inAnyHome.exec(rest)
    if (match === null) return found
    const [, home = '', relative = ''] = match
    found = { home: before + home, relative }
    const end = home.length + 1 + relative.indexOf('/')
    before += rest.slice(0, end)
    rest = rest.slice(end)
  }
}

/** A path of Windows has backslashes; elsewhere they may be part of a name. */
function withSlashes(path: string): string {
  return /^(?:[a-z]:|\\\\)/i.test(path) ? path.replaceAll('\\', '/') : path
}
