/**
 * Rule family: several rules that look at the same lines with the same memory, such as all that pair calls with outputs.
 * Their fold runs once for each line, whichever of them asks first.
 */
import {
  nothing,
  type Draft,
  type FileBasics,
  type FileFacts,
  type Rule,
  type RuleFamilyRun,
  type RuleLine,
} from '../rule'

/** A draft, and which rule of the family it belongs to. */
export interface Named<Name extends string> {
  readonly name: Name
  readonly draft: Draft
}

/** What the rules of a family have in common. */
export interface FamilyFold<Name extends string> {
  readonly onLine: (line: RuleLine) => readonly Named<Name>[]
  readonly onEnd: (file: FileFacts) => readonly Named<Name>[]
}

const none: readonly never[] = []

/** Drafts as they are found. A fold that found nothing hands out the same empty list every time. */
export class NamedDrafts<Name extends string> {
  #drafts: Named<Name>[] | null = null

  push(name: Name, draft: Draft): void {
    this.#drafts ??= []
    this.#drafts.push({ name, draft })
  }

  /** Returns what was found since it was asked last. */
  take(): readonly Named<Name>[] {
    const taken = this.#drafts ?? none
    this.#drafts = null
    return taken
  }
}

/** Returns the start of each rule of a family by its name. All that start with the same basics share one fold. */
export function ruleFamily<Name extends string>(
  start: (file: FileBasics) => FamilyFold<Name>,
): (name: Name) => Rule['start'] {
  const folds = new WeakMap<FileBasics, OnceALine<Name>>()
  return (name) => (file) => {
    const fold = folds.get(file) ?? new OnceALine(start(file))
    folds.set(file, fold)
    return {
      family: fold,
      onLine: (line) => pick(fold.ofLine(line), name),
      onEnd: (facts) => pick(fold.ofEnd(facts), name),
    }
  }
}

class OnceALine<Name extends string> implements RuleFamilyRun {
  readonly #fold: FamilyFold<Name>
  #line: RuleLine | null = null
  #ofLine: readonly Named<Name>[] = none
  #ofEnd: readonly Named<Name>[] | null = null

  constructor(fold: FamilyFold<Name>) {
    this.#fold = fold
  }

  ofLine(line: RuleLine): readonly Named<Name>[] {
    if (line !== this.#line) {
      this.#line = line
      this.#ofLine = this.#fold.onLine(line)
    }
    return this.#ofLine
  }

  isSilent(line: RuleLine): boolean {
    return this.ofLine(line).length === 0
  }

  ofEnd(file: FileFacts): readonly Named<Name>[] {
    this.#ofEnd ??= this.#fold.onEnd(file)
    return this.#ofEnd
  }
}

function pick<Name extends string>(drafts: readonly Named<Name>[], name: Name): readonly Draft[] {
  if (drafts.length === 0) return nothing
  return drafts.flatMap((named) => (named.name === name ? [named.draft] : []))
}
