/**
 * The contract: every call a client can make, as a table of request and response schemas.
 *
 * One table serves Electron's IPC, HTTP and the tests. Requests name files by grant ids, never by paths.
 * Calls that may take long carry a `jobId` chosen by the client; `job:progressed` reports on it and
 * `job:cancel` ends it. Responses are checked in tests and in development only.
 */
import { z } from 'zod'
import { exportFormats } from '../export/exportFormat'
import { ExportDestinationSchema, ExportPlanSchema, ExportResultSchema } from '../export/exportPlan'
import { ExportSelectionSchema } from '../export/exportSelection'
import { CensusSchema } from '../rollout/census'
import { HistoryPageSchema, HistoryPlaceSchema } from '../rollout/history'
import { LineFilterSchema, matchCellCount } from '../rollout/lineFilter'
import { LineageSchema } from '../rollout/lineage'
import { LineRowSchema, LineSpanSchema } from '../rollout/lineRow'
import { rolloutForms, rolloutFormats } from '../rollout/formats'
import { ReadableSchema } from '../rollout/readable/readable'
import { ShapeReportSchema } from '../rollout/schema/shapeReport'
import { StripSchema } from '../rollout/strip'
import { SessionPageSchema } from '../session/page'
import { SessionQuerySchema } from '../session/query'
import { ProblemSchema, SessionSummarySchema } from '../session/session'
import { MenuItemSchema } from '../settings/menu'
import { RecentSchema } from '../settings/recent'
import { SettingsChangeSchema, SettingsSchema } from '../settings/settings'
import { RuleInfoSchema, ValidationReportSchema } from '../validation/report'
import { reportFormats } from '../validation/reportFormat'
import {
  RunRowsSchema,
  RunScopeSchema,
  RunStateSchema,
  RunViewSchema,
  WrittenReportSchema,
} from '../validation/run'
import type { Channel } from './channels'

const id = z.string().min(1).max(64)
const fileId = id
const jobId = id
const none = z.strictObject({})
const nullableText = z.string().nullable()

/**
 * A place that sessions are listed from. `label` is for display; `exists` false means an empty page that says so.
 * `isReopened` is there and true for a root that was chosen at an earlier start, and that nobody named at this one.
 */
export const RootSchema = z.strictObject({
  rootId: id,
  kind: z.enum(['home', 'opened', 'samples']),
  label: z.string(),
  exists: z.boolean(),
  isReopened: z.boolean().optional(),
})
export type Root = z.infer<typeof RootSchema>

/** What came of opening files: the ids that can be read now, and one problem per path that cannot. */
export const OpenedFilesSchema = z.strictObject({
  rootId: id,
  fileIds: z.array(fileId),
  problems: z.array(ProblemSchema),
})
export type OpenedFiles = z.infer<typeof OpenedFilesSchema>

/**
 * What is known of a file when it is opened, from its head alone. `sizeBytes` is what lies on disk,
 * `contentBytes` what is read (the decompressed size of a `.jsonl.zst`). `origin` `copy` means that the file came
 * in as bytes and nobody knows from where.
 */
export const RolloutHeaderSchema = z.strictObject({
  fileId,
  name: z.string(),
  path: z.string(),
  origin: z.enum(['file', 'copy']),
  form: z.enum(rolloutForms),
  format: z.enum(rolloutFormats),
  sizeBytes: z.int().min(0),
  contentBytes: z.int().min(0),
  updatedAt: nullableText,
  summary: SessionSummarySchema,
  gitRepositoryUrl: nullableText,
  historyMode: nullableText,
  forkedFromId: nullableText,
  parentThreadId: nullableText,
})
export type RolloutHeader = z.infer<typeof RolloutHeaderSchema>

/** How far the line index of a file has come. `lineCount` is exact for the first `indexedBytes`. */
export const IndexStateSchema = z.strictObject({
  fileId,
  lineCount: z.int().min(0),
  indexedBytes: z.int().min(0),
  totalBytes: z.int().min(0),
  complete: z.boolean(),
})
export type IndexState = z.infer<typeof IndexStateSchema>

/** A window of lines. `nextLine` is null at the end of the file. */
export const LineWindowSchema = z.strictObject({
  lines: z.array(LineRowSchema),
  nextLine: z.int().min(1).nullable(),
  index: IndexStateSchema,
})
export type LineWindow = z.infer<typeof LineWindowSchema>

/**
 * One line, a byte window of it. `text` holds bytes `windowFrom` to `windowFrom + windowLength` of the line as UTF-8,
 * bytes that are not UTF-8 as `\xNN` and control characters as they are. `json` is the pretty-printed value where the
 * line is one JSON value of at most 1 MiB, else null, and `shape` says how that value compares with the schemas.
 * `readable` is its readable form, within limits, where it was asked for and the line is one JSON value of at most 32 MiB.
 */
export const LineDetailSchema = z.strictObject({
  row: LineRowSchema,
  spans: z.array(LineSpanSchema),
  windowFrom: z.int().min(0),
  windowLength: z.int().min(0),
  text: z.string(),
  hasInvalidUtf8: z.boolean(),
  json: nullableText,
  readable: ReadableSchema.nullable(),
  shape: ShapeReportSchema.nullable(),
})
export type LineDetail = z.infer<typeof LineDetailSchema>

/**
 * How far a filter has come. It has looked at `scannedLines` lines, all that lie in the first `scannedBytes`, and found
 * `matched` of them. `capped` says that it ended because more than `matched` cannot be kept. `cells` are the
 * parts of the content, of `matchCellCount`, in which matches begin. `jobId` is that of the run that told it.
 */
export const FilterStateSchema = z.strictObject({
  fileId,
  filterId: id,
  jobId,
  matched: z.int().min(0),
  scannedLines: z.int().min(0),
  scannedBytes: z.int().min(0),
  totalBytes: z.int().min(0),
  complete: z.boolean(),
  capped: z.boolean(),
  cells: z.array(
    z
      .int()
      .min(0)
      .max(matchCellCount - 1),
  ),
})
export type FilterState = z.infer<typeof FilterStateSchema>

/** Settings, and what went wrong with keeping them. */
const KeptSettingsSchema = z.strictObject({ settings: SettingsSchema, problems: z.array(ProblemSchema) })

function call<Req extends z.ZodType, Res extends z.ZodType>(
  request: Req,
  response: Res,
): { readonly request: Req; readonly response: Res } {
  return { request, response }
}

export const contract = {
  /**
   * Says which product, version, host and platform answers, and what this host can do. `runtimes` are what it runs on, by
   * name and version; `dataFolder` is where it keeps its own files, for display.
   */
  'app:getInfo': call(
    none,
    z.strictObject({
      version: z.string(),
      host: z.enum(['electron', 'web', 'cli', 'test']),
      platform: z.string(),
      runtimes: z.array(z.strictObject({ name: z.string(), version: z.string() })),
      dataFolder: z.string(),
      canChooseFiles: z.boolean(),
      exportsTo: z.enum(['chosen-folder', 'start-folder', 'nowhere']),
      canShowInFolder: z.boolean(),
      canDragOut: z.boolean(),
      canOpenWindows: z.boolean(),
      canZoom: z.boolean(),
      hasNativeMenus: z.boolean(),
      startedWith: OpenedFilesSchema.nullable(),
    }),
  ),
  /** Lists the places that sessions can be listed from, the active root first. */
  'root:list': call(none, z.strictObject({ roots: z.array(RootSchema) })),
  /** Makes a listed Codex home the active root, of this start and, where recent files are kept, of the next. */
  'root:choose': call(z.strictObject({ rootId: id }), none),
  /** Makes the sample sessions that come with the product a root. */
  'root:openSamples': call(none, RootSchema),
  /** Lists one page of sessions of a root. A missing root is an empty page with a problem that says so. */
  'session:list': call(z.strictObject({ rootId: id, jobId, query: SessionQuerySchema }), SessionPageSchema),
  /** Finds the rollout files of a root whose session has this id, verified by their heads. */
  'session:find': call(
    z.strictObject({ rootId: id, jobId, sessionId: z.string().max(200) }),
    z.strictObject({ sessions: z.array(SessionSummarySchema), problems: z.array(ProblemSchema) }),
  ),
  /**
   * Opens a file for reading: checks that it is still the granted one, decompresses it where needed, reads its head.
   * `acceptReplaced` opens what stands at its path now, when a person asks for that after they were told.
   */
  'rollout:open': call(
    z.strictObject({ fileId, jobId, acceptReplaced: z.boolean().default(false) }),
    RolloutHeaderSchema,
  ),
  /** Forgets what is held for an open file and stops its work. */
  'rollout:close': call(z.strictObject({ fileId }), none),
  /** Builds or extends the line index to the end of the file. `rollout:indexed` reports as it grows. */
  'rollout:index': call(z.strictObject({ fileId, jobId }), IndexStateSchema),
  /**
   * Reads up to `limit` lines from line `from`. Works while the index grows, for lines it has reached. Long lines
   * are judged by their beginning unless `whole` asks to wait for all their bytes. `eye` asks what Codex makes of each line
   * in a file of that format.
   */
  'rollout:readLines': call(
    z.strictObject({
      fileId,
      from: z.int().min(1),
      limit: z.int().min(1).max(500),
      maxTextBytes: z.int().min(16).max(1_048_576).default(400),
      whole: z.boolean().default(false),
      eye: z.enum(['legacy', 'paginated']).optional(),
    }),
    LineWindowSchema,
  ),
  /** Reads a byte window of one line, at most 1 MiB of it, and its readable form `withReadable`. */
  'rollout:readLine': call(
    z.strictObject({
      fileId,
      lineNumber: z.int().min(1),
      windowFrom: z.int().min(0).default(0),
      windowLength: z.int().min(1).max(1_048_576).default(65_536),
      withReadable: z.boolean().default(false),
    }),
    LineDetailSchema,
  ),
  /** Reads up to 64 KiB of the content from the byte `from`: fewer at its end, none beyond. `bytes` is base64. */
  'rollout:readBytes': call(
    z.strictObject({ fileId, from: z.int().min(0), length: z.int().min(1).max(65_536) }),
    z.strictObject({ from: z.int().min(0), bytes: z.base64(), totalBytes: z.int().min(0) }),
  ),
  /** Says which line holds a byte of the content. */
  'rollout:locate': call(
    z.strictObject({ fileId, byteOffset: z.int().min(0) }),
    z.strictObject({ lineNumber: z.int().min(1), byteOffset: z.int().min(0) }),
  ),
  /**
   * Reads the whole file: ledger, findings, hashes, the strip, and the census of kinds and types. `rollout:surveyed` shows
   * the strip as it fills, and what is found. `codex` is the version whose reading of the file the report tells, where it
   * was measured; without it, the last one that was.
   */
  'rollout:check': call(
    z.strictObject({ fileId, jobId, codex: z.string().min(1).max(100).optional() }),
    z.strictObject({ report: ValidationReportSchema, strip: StripSchema, census: CensusSchema }),
  ),
  /**
   * Reads a page of what Codex loads of a session: from the beginning of its oldest base, or from where the page before
   * ended. `new` is the answer for a file that is not there. The file need not be open.
   */
  'rollout:history': call(
    z.strictObject({ fileId, jobId, from: HistoryPlaceSchema.nullable().default(null) }),
    HistoryPageSchema,
  ),
  /** Finds out which files an open one belongs with: its bases, what is copied into it, who started it. */
  'rollout:lineage': call(z.strictObject({ fileId, jobId }), LineageSchema),
  /** Compares the file on disk with what was opened. */
  'rollout:stat': call(
    z.strictObject({ fileId }),
    z.strictObject({
      state: z.enum(['same', 'grown', 'shrunk', 'rewritten', 'replaced', 'gone']),
      sizeBytes: z.int().min(0),
    }),
  ),
  /**
   * Finds the lines of a filter in the whole file; `rollout:matched` tells of them as they are found. The client chooses
   * `filterId`: another filter under the same id replaces the one before, the same filter goes on where it ended, and
   * takes in what was appended.
   */
  'rollout:filter': call(
    z.strictObject({ fileId, jobId, filterId: id, filter: LineFilterSchema }),
    FilterStateSchema,
  ),
  /** Reads the rows of up to `limit` matches of a filter, from the match `from` (0-based). */
  'rollout:readMatches': call(
    z.strictObject({
      fileId,
      filterId: id,
      from: z.int().min(0),
      limit: z.int().min(1).max(500),
      maxTextBytes: z.int().min(16).max(1_048_576).default(400),
      whole: z.boolean().default(false),
      eye: z.enum(['legacy', 'paginated']).optional(),
    }),
    z.strictObject({ lines: z.array(LineRowSchema), matched: z.int().min(0) }),
  ),
  /**
   * Says where matches are around a line: `index` (0-based) of the first one at or after it, the lines of up to `limit`
   * from there, and the line of the one before. `index` is the number of matches where none follows.
   */
  'rollout:locateMatch': call(
    z.strictObject({
      fileId,
      filterId: id,
      lineNumber: z.int().min(1),
      limit: z.int().min(1).max(500).default(1),
    }),
    z.strictObject({
      index: z.int().min(0),
      before: z.int().min(1).nullable(),
      lines: z.array(z.int().min(1)),
      matched: z.int().min(0),
    }),
  ),
  /** Ends a filter and forgets what it found. */
  'rollout:dropFilter': call(z.strictObject({ fileId, filterId: id }), none),
  /** Lists the rule catalogue. */
  'rule:list': call(none, z.strictObject({ rules: z.array(RuleInfoSchema) })),
  /**
   * Checks every file of a scope; `validation:progressed` tells of it, and its rows can be read meanwhile. The client
   * chooses `runId`, by which it is held until it is dropped or the client leaves; only the last few are. Cancelling the
   * job ends the run, which keeps what it has found.
   */
  'validation:run': call(z.strictObject({ runId: id, jobId, scope: RunScopeSchema }), RunStateSchema),
  /** Reads up to `limit` rows of a run from the row `from` (0-based) of a view. `anew` sorts what has come since into it. */
  'validation:rows': call(
    z.strictObject({
      runId: id,
      view: RunViewSchema,
      from: z.int().min(0),
      limit: z.int().min(1).max(500),
      anew: z.boolean().default(false),
    }),
    RunRowsSchema,
  ),
  /**
   * Writes the report of a run that has ended into a new file at a destination, in the order of the run. Nothing is left
   * behind when it fails or is cancelled.
   */
  'validation:export': call(
    z.strictObject({
      runId: id,
      format: z.enum(reportFormats),
      destinationId: id,
      fileName: z.string().max(200),
      jobId,
    }),
    WrittenReportSchema,
  ),
  /** Ends a run and forgets what it found. */
  'validation:drop': call(z.strictObject({ runId: id }), none),
  /** Says what an export of a selection would hold, and keeps that for `export:run`. Only the last few plans are kept. */
  'export:plan': call(z.strictObject({ selection: ExportSelectionSchema, jobId }), ExportPlanSchema),
  /**
   * Names the place for exports: asks the person in the host's own dialog, or answers the folder that the host was
   * started with. Null when the person cancels.
   */
  'export:chooseDestination': call(none, z.strictObject({ destination: ExportDestinationSchema.nullable() })),
  /**
   * Says whether a new folder of that name can be made at a destination, and what it would be called in full.
   * `unfinished` are folders beside it that other exports build, or left behind when they were killed.
   */
  'export:checkTarget': call(
    z.strictObject({ destinationId: id, folderName: z.string().max(200) }),
    z.strictObject({ label: z.string(), unfinished: z.array(z.string()) }),
  ),
  /**
   * Exports what was planned into a new folder. Without `leaveOutUnreadable` it refuses to begin when something planned
   * cannot be read. Nothing is left behind when it fails or is cancelled.
   */
  'export:run': call(
    z.strictObject({
      planId: id,
      format: z.enum(exportFormats),
      destinationId: id,
      folderName: z.string().max(200),
      leaveOutUnreadable: z.boolean().default(false),
      jobId,
    }),
    ExportResultSchema,
  ),
  /** Cancels a job; `found` is false when there is none by that id. */
  'job:cancel': call(z.strictObject({ jobId }), z.strictObject({ found: z.boolean() })),
  /** Asks the person for files or a folder in the host's own dialog. Null when they cancel. */
  'file:choose': call(
    z.strictObject({ what: z.enum(['files', 'folder', 'root']) }),
    z.strictObject({ opened: OpenedFilesSchema.nullable() }),
  ),
  /** Shows a granted file in the system's own file manager. `forbidden` for a copy, which lies nowhere of the person's. */
  'file:showInFolder': call(z.strictObject({ fileId }), none),
  /** Lets the person drag granted files out of the window, to copy them elsewhere. Called inside the page's drag. */
  'file:startDrag': call(z.strictObject({ fileIds: z.array(fileId).min(1).max(1000) }), none),
  /** Lists what was opened before, newest first. In a host that keeps nothing: what was named at its start. */
  'recent:list': call(
    none,
    z.strictObject({ recents: z.array(RecentSchema), problems: z.array(ProblemSchema) }),
  ),
  /** Opens something that was opened before, as if the person had named it now. */
  'recent:open': call(z.strictObject({ recentId: id }), z.strictObject({ opened: OpenedFilesSchema })),
  /** Forgets one entry of the recent files. */
  'recent:remove': call(z.strictObject({ recentId: id }), none),
  /** Forgets all recent files. */
  'recent:clear': call(none, none),
  /** Reads the settings. `problems` says, once, what went wrong with keeping them. */
  'settings:get': call(none, KeptSettingsSchema),
  /** Changes some settings and answers all of them. Settings that cannot be kept are changed until the host ends. */
  'settings:change': call(SettingsChangeSchema, KeptSettingsSchema),
  /** Shows a native menu at a place of the page and answers what was chosen; null for nothing. */
  'menu:popUp': call(
    z.strictObject({
      items: z.array(MenuItemSchema).min(1).max(50),
      at: z.strictObject({ x: z.number().min(0).max(100_000), y: z.number().min(0).max(100_000) }),
    }),
    z.strictObject({ chosen: nullableText }),
  ),
  /** Opens another window, on a file of a root or on none. */
  'window:open': call(z.strictObject({ file: z.strictObject({ rootId: id, fileId }).nullable() }), none),
  /** Zooms the windows of this host by one step, or back to their natural size. */
  'window:zoom': call(
    z.strictObject({ step: z.enum(['in', 'out', 'reset']) }),
    z.strictObject({ percent: z.int() }),
  ),
} satisfies Record<Channel, { request: z.ZodType; response: z.ZodType }>

export type Contract = typeof contract
/** What a client sends: defaults may be left out. */
export type RequestInput<C extends Channel> = z.input<Contract[C]['request']>
/** What a handler receives: defaults are filled in. */
export type Request<C extends Channel> = z.output<Contract[C]['request']>
/** What a call answers where nothing failed. */
export type Response<C extends Channel> = z.output<Contract[C]['response']>
