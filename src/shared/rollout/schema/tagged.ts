/**
 * Tagged: objects whose kind stands in one of their own members, such as `type`.
 *
 * A tag that is in no option is not rejected: Codex adds kinds without notice. It is accepted with all its keys, and
 * `checkShape` reports it as unknown.
 */
import { z } from 'zod'

/** An object with its tag as a literal, or several literals where a kind was renamed. Unknown keys are kept. */
type Option = z.ZodObject<z.ZodRawShape, z.core.$loose>

/** What a tagged schema chooses between; `checkShape` reads it, because a union alone does not say why it chose. */
export interface TaggedChoice {
  readonly tag: string
  readonly options: ReadonlyMap<string, Option>
}

const choices = new WeakMap<z.ZodType, TaggedChoice>()

/** Returns what a schema chooses by its tag, or undefined where it is not tagged. */
export function taggedChoice(schema: z.ZodType): TaggedChoice | undefined {
  return choices.get(schema)
}

/** Makes a schema that goes by the tag of an object. Tags of no option are accepted as loose objects. */
export function tagged<const Options extends readonly [Option, ...Option[]]>(tag: string, options: Options) {
  const byTag = new Map(
    options.flatMap((option) => tagsOf(option, tag).map((name) => [name, option] as const)),
  )
  const other = z
    .looseObject({ [tag]: z.string() })
    .refine((value) => !byTag.has(String(value[tag])), { message: 'not as its type says' })
  const schema = z.union([...options, other])
  choices.set(schema, { tag, options: byTag })
  return schema
}

function tagsOf(option: Option, tag: string): readonly string[] {
  const literal = option.shape[tag]
  return literal instanceof z.ZodLiteral ? [...literal.values].map(String) : []
}
