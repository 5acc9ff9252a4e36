/** Roots: the places that sessions are listed from: the active CODEX_HOME, what was opened by hand, the samples. */
import { basename } from 'node:path'
import { randomBytes } from 'node:crypto'
import type { Root } from '../../shared/contract/openedFiles'
import { err, ok, type Result } from '../../shared/result'
import type { InspectedPath } from '../source/inspectPaths'
import type { ListSource } from './candidate'

/** A root and what it lists. Sources are added to the opened root; the others keep theirs. */
export interface RootState {
  readonly rootId: string
  readonly kind: Root['kind']
  readonly label: string
  readonly sources: readonly ListSource[]
  /** True for a home that was chosen at an earlier start. */
  readonly isReopened?: boolean
}

export class Roots {
  #roots: readonly RootState[]

  constructor(home: string) {
    this.#roots = [newRoot('home', home, [homeSource(home)]), newRoot('opened', 'Opened files', [])]
  }

  get all(): readonly RootState[] {
    return this.#roots
  }

  get(rootId: string): RootState | null {
    return this.#roots.find((root) => root.rootId === rootId) ?? null
  }

  /** The same for calls, which answer why there is none. */
  find(rootId: string): Result<RootState> {
    const root = this.get(rootId)
    if (root !== null) return ok(root)
    return err({
      code: 'not-granted',
      message: 'This place is not listed any more.',
      hint: 'Choose another root.',
    })
  }

  get opened(): RootState {
    return this.#ofKind('opened') ?? newRoot('opened', 'Opened files', [])
  }

  /**
   * Makes a folder the active root: the first. A root that was active before stays listed, because another window may
   * show it, and keeps its id.
   */
  setHome(path: string, isReopened = false): RootState {
    const known = this.#roots.find(({ kind, label }) => kind === 'home' && label === path)
    const root = { ...(known ?? newRoot('home', path, [homeSource(path)])), isReopened }
    this.#roots = [root, ...this.#roots.filter((held) => held !== known)]
    return root
  }

  /** Makes a listed home the active root. Null where there is no home by that id. */
  choose(rootId: string): RootState | null {
    const root = this.get(rootId)
    return root?.kind === 'home' ? this.setHome(root.label) : null
  }

  /** Adds the samples as a root; returns the one there is when they were added before. */
  addSamples(path: string): RootState {
    const known = this.#ofKind('samples')
    if (known !== null) return known
    const root = newRoot('samples', 'Sample sessions', [homeSource(path)])
    this.#roots = [...this.#roots, root]
    return root
  }

  /** Adds what a person opened; something opened twice is listed once. Returns the sources that were named. */
  addOpened(paths: readonly Exclude<InspectedPath, { kind: 'problem' }>[]): readonly ListSource[] {
    const named = paths.map((path) => toSource(path))
    this.addOpenedSources(named)
    return named
  }

  /** Adds sources that are known already, such as copies of unknown origin. */
  addOpenedSources(named: readonly ListSource[]): void {
    const held = this.opened
    const added = named.filter(
      (source, index) =>
        !held.sources.some((known) => known.path === source.path) &&
        named.findIndex((other) => other.path === source.path) === index,
    )
    const next = { ...held, sources: [...held.sources, ...added] }
    this.#roots = this.#roots.map((root) => (root.rootId === held.rootId ? next : root))
  }

  #ofKind(kind: Root['kind']): RootState | null {
    return this.#roots.find((root) => root.kind === kind) ?? null
  }
}

function newRoot(kind: Root['kind'], label: string, sources: readonly ListSource[]): RootState {
  return { rootId: randomBytes(12).toString('base64url'), kind, label, sources }
}

function homeSource(path: string): ListSource {
  return { kind: 'home', path, label: path, prefix: '' }
}

function toSource(path: Exclude<InspectedPath, { kind: 'problem' }>): ListSource {
  const name = basename(path.canonical) || path.canonical
  return { kind: path.kind, path: path.canonical, label: name, prefix: name }
}
