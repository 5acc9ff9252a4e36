import type { Scribe } from './scribe'

/** A healthy rollout that is mutated. */
export interface Base {
  readonly name: string
  /** Path below a home, with the name that Codex would give it. */
  readonly path: string
  readonly bytes: Buffer
  /** Other rollouts of the same home, by path. */
  readonly beside: Readonly<Record<string, Buffer>>
}

/** Makes a base of what was written. The name is that of the moment at which the file was begun. */
export function toBase(name: string, scribe: Scribe, beside: readonly Base[] = []): Base {
  return {
    name,
    path: pathOf(scribe.sessionId),
    bytes: Buffer.from(scribe.text, 'utf8'),
    beside: Object.fromEntries(beside.map(({ path, bytes }) => [path, bytes])),
  }
}

/** The path of a session in a home, by the time in its id. */
function pathOf(sessionId: string): string {
  const ms = Number.parseInt(sessionId.replace('-', '').slice(0, 12), 16)
  const time = new Date(ms).toISOString().slice(0, 19)
  const folder = time.slice(0, 10).replaceAll('-', '/')
  return `sessions/${folder}/rollout-${time.replaceAll(':', '-')}-${sessionId}.jsonl`
}
