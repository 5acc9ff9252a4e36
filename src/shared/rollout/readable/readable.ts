/**
 * Readable: what one parsed line says, as a title and blocks to show one below the other.
 *
 * Blocks know nothing of the window and nothing of Markdown; both are made from them. Each names the place it came from as
 * a JSON pointer (RFC 6901) into the line; what was decoded out of a string has the pointer of that string. Text is
 * untrusted and stands as it was recorded: escapes, controls and markup included.
 */
import { z } from 'zod'
import { recordKinds } from '../recordKind'

const pointer = z.string()
const label = z.string().nullable()
const list = <T extends z.ZodType>(item: T): z.ZodReadonly<z.ZodArray<T>> => z.array(item).readonly()

/** What was left off the end of a text. */
export const CutSchema = z.strictObject({ hiddenCharacters: z.int().min(1), hiddenLines: z.int().min(0) })
export type Cut = z.infer<typeof CutSchema>

/** How much attention a value deserves: `danger` where nothing stands between the model and the machine. */
export const toneSchema = z.enum(['plain', 'caution', 'danger'])
export type Tone = z.infer<typeof toneSchema>

/**
 * A text: `prose` as a person or a model wrote it, `code` (arguments, JSON, scripts), `terminal` output that may hold
 * escape sequences. `isAside` texts are background (instructions) and wait folded.
 */
export const TextBlockSchema = z.strictObject({
  kind: z.literal('text'),
  look: z.enum(['prose', 'code', 'terminal']),
  label,
  text: z.string(),
  cut: CutSchema.nullable(),
  isAside: z.boolean(),
  pointer,
})
export type TextBlock = z.infer<typeof TextBlockSchema>

/** A named value. A number that a double cannot hold exactly begins with `≈`. */
export const FactSchema = z.strictObject({
  label: z.string(),
  value: z.string(),
  cut: CutSchema.nullable(),
  isNumber: z.boolean(),
  pointer,
})
export type Fact = z.infer<typeof FactSchema>

/** Named values, one a row. */
export const FactsBlockSchema = z.strictObject({ kind: z.literal('facts'), label, facts: list(FactSchema) })
export type FactsBlock = z.infer<typeof FactsBlockSchema>

/** A setting or an outcome in a few words. `detail` says the rest of it, such as why an escalation was asked for. */
export const ReadableBadgeSchema = z.strictObject({
  label: z.string(),
  value: z.string(),
  detail: z.string().nullable(),
  tone: toneSchema,
  pointer,
})
export type ReadableBadge = z.infer<typeof ReadableBadgeSchema>

/** Settings and outcomes beside each other. */
export const BadgesBlockSchema = z.strictObject({
  kind: z.literal('badges'),
  badges: list(ReadableBadgeSchema),
})
export type BadgesBlock = z.infer<typeof BadgesBlockSchema>

/** Steps of a plan with the status that was recorded for each. */
export const PlanBlockSchema = z.strictObject({
  kind: z.literal('plan'),
  steps: list(z.strictObject({ text: z.string(), status: z.string(), pointer })),
  pointer,
})
export type PlanBlock = z.infer<typeof PlanBlockSchema>

/** Numbers in rows and columns; an empty cell was not recorded. */
export const TableBlockSchema = z.strictObject({
  kind: z.literal('table'),
  label,
  columns: list(z.string()),
  rows: list(z.strictObject({ label: z.string(), cells: list(z.string()) })),
  pointer,
})
export type TableBlock = z.infer<typeof TableBlockSchema>

/**
 * One line of a patch. `text` is without the mark of `add`, `delete` and `context` lines; all other lines stand whole:
 * `head` names the file, `hunk` opens a hunk, `note` is anything else.
 */
export const DiffLineSchema = z.strictObject({
  kind: z.enum(['head', 'hunk', 'add', 'delete', 'context', 'note']),
  text: z.string(),
})
export type DiffLine = z.infer<typeof DiffLineSchema>

/** One file of a patch. `added` and `removed` count all its lines, also those in `hiddenLines`. */
export const DiffFileSchema = z.strictObject({
  path: z.string(),
  change: z.string(),
  movedTo: z.string().nullable(),
  added: z.int().min(0),
  removed: z.int().min(0),
  lines: list(DiffLineSchema),
  hiddenLines: z.int().min(0),
  pointer,
})
export type DiffFile = z.infer<typeof DiffFileSchema>

/** A patch, by file. Lines outside every file, such as the marker of its end, stand with the file next to them. */
export const DiffBlockSchema = z.strictObject({
  kind: z.literal('diff'),
  label,
  files: list(DiffFileSchema),
  hiddenFiles: z.int().min(0),
  pointer,
})
export type DiffBlock = z.infer<typeof DiffBlockSchema>

/** An image that lies in the line itself, or why it is not shown. Nothing is ever fetched. */
export const ImageBlockSchema = z.strictObject({
  kind: z.literal('image'),
  label,
  image: z.discriminatedUnion('state', [
    z.strictObject({
      state: z.literal('shown'),
      mediaType: z.string(),
      sizeBytes: z.int().min(0),
      width: z.int().min(1),
      height: z.int().min(1),
      dataUrl: z.string(),
    }),
    z.strictObject({ state: z.literal('withheld'), what: z.string(), reason: z.string() }),
  ]),
  pointer,
})
export type ImageBlock = z.infer<typeof ImageBlockSchema>

/** A sentence of ours about the record. */
export const NoticeBlockSchema = z.strictObject({
  kind: z.literal('notice'),
  tone: toneSchema,
  text: z.string(),
  pointer,
})
export type NoticeBlock = z.infer<typeof NoticeBlockSchema>

const flatBlocks = [
  TextBlockSchema,
  FactsBlockSchema,
  BadgesBlockSchema,
  PlanBlockSchema,
  TableBlockSchema,
  DiffBlockSchema,
  ImageBlockSchema,
  NoticeBlockSchema,
] as const

/** A block that holds no other records. */
export const FlatBlockSchema = z.discriminatedUnion('kind', flatBlocks)
export type FlatBlock = z.infer<typeof FlatBlockSchema>

const head = {
  title: z.string(),
  /** What else the title should say: who wrote it, what it is a part of. */
  note: z.string().nullable(),
  recordKind: z.enum(recordKinds),
  /** Members of the record that no block shows, by name; `restCount` counts them all. */
  rest: list(z.string()),
  restCount: z.int().min(0),
}

/** A record inside a record, such as a message of a replaced history. */
export const InnerReadableSchema = z.strictObject({ ...head, blocks: list(FlatBlockSchema) })
export type InnerReadable = z.infer<typeof InnerReadableSchema>

/** Records inside a record, in their order. */
export const ListBlockSchema = z.strictObject({
  kind: z.literal('list'),
  label: z.string(),
  items: list(InnerReadableSchema),
  hiddenItems: z.int().min(0),
  pointer,
})
export type ListBlock = z.infer<typeof ListBlockSchema>

/** One block: a flat one, or a list of records, each with blocks of its own. */
export const ReadableBlockSchema = z.discriminatedUnion('kind', [...flatBlocks, ListBlockSchema])
export type ReadableBlock = z.infer<typeof ReadableBlockSchema>

/** One line in readable form. */
export const ReadableSchema = z.strictObject({ ...head, blocks: list(ReadableBlockSchema) })
export type Readable = z.infer<typeof ReadableSchema>
