/** Active root: the root that a person chose last. It is remembered, so that the next start begins with it. */
import type { Roots } from '../lister/roots'
import type { Recents } from '../recents/recents'

/** How this start begins, and where the choice of a person is kept. */
export interface ActiveRootOptions {
  readonly roots: Roots
  readonly recents: Recents
  /** The root of the environment. It needs no remembering. */
  readonly home: string
  /** True when somebody named `home` for this start: then it is remembered as opened, and stays for this start. */
  readonly isHomeNamed: boolean
  /** True where this start begins with the root that was chosen last. */
  readonly reopens: boolean
}

export class ActiveRoot {
  readonly #options: ActiveRootOptions
  /** Resolves when the root that was chosen last is active again. */
  readonly isKnown: Promise<void>

  constructor(options: ActiveRootOptions) {
    this.#options = options
    this.isKnown = this.#reopen()
  }

  async #reopen(): Promise<void> {
    const { roots, recents, home, isHomeNamed, reopens } = this.#options
    if (isHomeNamed) await recents.note([{ kind: 'root', path: home }])
    if (isHomeNamed || !reopens) return
    const chosen = await recents.chosenRoot()
    if (chosen !== null && chosen !== home) roots.setHome(chosen, true)
  }

  /** Makes a folder the active root and returns its id. */
  async open(path: string): Promise<string> {
    const { roots, recents } = this.#options
    const { rootId, label } = roots.setHome(path)
    await recents.note([{ kind: 'root', path: label }])
    await this.#remember(label)
    return rootId
  }

  /** Makes a listed home the active root; any other root stays as it is. */
  async choose(rootId: string): Promise<void> {
    const root = this.#options.roots.choose(rootId)
    if (root !== null) await this.#remember(root.label)
  }

  async #remember(path: string): Promise<void> {
    const { recents, home } = this.#options
    await recents.chooseRoot(path === home ? null : path)
  }
}
