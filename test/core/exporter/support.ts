/** Support for export tests: one way to export, and to hold what came of it against its manifest and its record. */
import { createHash } from 'node:crypto'
import { execFileSync, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInlineRunner } from '../../../src/core/jobs/inlineRunner'
import type { CancelFlag } from '../../../src/core/jobs/task'
import { nodeExportDisk, type ExportDisk } from '../../../src/core/exporter/exportDisk'
import { createExportTask, type ExportRequest } from '../../../src/core/exporter/runExport'
import { nodeFileSystem, type FileSystem } from '../../../src/core/platform/fileSystem'
import type { ExportFormat } from '../../../src/shared/export/exportFormat'
import { ExportRecordSchema, type ExportRecord } from '../../../src/shared/export/exportRecord'
import type { ExportPlan, ExportResult } from '../../../src/shared/export/exportPlan'
import { ExportQuerySchema, type ExportSelection } from '../../../src/shared/export/exportSelection'
import type { Result } from '../../../src/shared/result'
import type { SessionQueryInput } from '../../../src/shared/session/query'
import { tempHome } from '../support/tempHome'
import { testExplorer, valueOf } from '../support/testExplorer'

export const hasSha256sum = spawnSync('sha256sum', ['--version']).status === 0

/** What `sha256sum -c` says of a folder. */
export function checkSums(folder: string): { readonly isFine: boolean; readonly said: string } {
  const ran = spawnSync('sha256sum', ['-c', 'manifest.sha256'], { cwd: folder, encoding: 'utf8' })
  return { isFine: ran.status === 0, said: ran.stdout + ran.stderr }
}

/** Every file below a folder, by its name with `/`. */
export function filesIn(folder: string): ReadonlyMap<string, Buffer> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  return new Map(
    names
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(folder.length + 1), readFileSync(path)]),
  )
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Returns the record of an export; fails when it breaks its schema. */
export function recordOf(folder: string): ExportRecord {
  return ExportRecordSchema.parse(JSON.parse(readFileSync(join(folder, 'selection.json'), 'utf8')))
}

/** A query selection of a root. */
export function queryOf(rootId: string, query: SessionQueryInput = {}): ExportSelection {
  return {
    kind: 'query',
    rootId,
    query: ExportQuerySchema.parse({ archived: 'include', ...query }),
    limit: null,
  }
}

export interface Exported {
  readonly plan: ExportPlan
  readonly result: Result<ExportResult>
  /** The folder that was named; it exists when the export worked. */
  readonly folder: string
  /** The folder that it is in. */
  readonly place: string
}

/** Exports a whole home the way a client does. */
export async function exportHome(
  home: string,
  format: ExportFormat,
  more: {
    readonly query?: SessionQueryInput
    readonly leaveOutUnreadable?: boolean
    readonly name?: string
    readonly fileSystem?: FileSystem
  } = {},
): Promise<Exported> {
  const { explorer, invoke, homeId } = await testExplorer(home, more.fileSystem)
  const place = tempHome()
  const { destinationId } = explorer.addExportDestination(place)
  const plan = valueOf(await invoke('export:plan', { selection: queryOf(homeId, more.query), jobId: 'p' }))
  const folderName = more.name ?? 'out'
  const result = await invoke('export:run', {
    planId: plan.planId,
    format,
    destinationId,
    folderName,
    leaveOutUnreadable: more.leaveOutUnreadable ?? false,
    jobId: 'r',
  })
  return { plan, result, folder: join(place, folderName), place }
}

/** Runs the task itself on one file, with a disk or a file system that fails. */
export async function exportOne(
  source: string,
  format: ExportFormat,
  more: {
    readonly disk?: Partial<ExportDisk>
    readonly fileSystem?: Partial<FileSystem>
    readonly cancel?: CancelFlag
    readonly label?: string
    readonly place?: string
  } = {},
): Promise<{ readonly result: Result<ExportResult>; readonly place: string }> {
  const place = more.place ?? tempHome()
  const request: ExportRequest = {
    target: { folder: place, name: 'out' },
    draftName: '.out.rollscope-0123456789abcdef.partial',
    protectedFolders: [],
    items: [
      {
        reference: { path: source, label: more.label ?? 'a.jsonl', expected: null },
        isArchived: false,
        origin: 'file',
        name: null,
        base: null,
        sizeBytes: 1,
      },
    ],
    format,
    cacheFolder: join(tempHome(), 'cache'),
    head: {
      kind: 'rollscope-export',
      schemaVersion: 1,
      tool: { name: 'rollscope', version: '0' },
      createdAt: '2026-11-20T12:00:00.000Z',
      format,
      selection: { kind: 'files', order: 'as they were chosen', chosenBy: 'arguments', filterText: null },
      leftOut: [],
      problems: [],
    },
    counts: { listed: 1, hidden: 0, selected: 1, leftOutAsUnreadable: 0, withoutBase: 0 },
  }
  const runner = createInlineRunner({ ...nodeFileSystem, ...more.fileSystem })
  const task = createExportTask({ ...nodeExportDisk, ...more.disk })
  const result = await runner.run(task, request, more.cancel === undefined ? {} : { cancel: more.cancel })
  return { result, place }
}

/** The entries of a folder, hidden ones too. */
export function namesIn(folder: string): readonly string[] {
  return execFileSync('ls', ['-A', folder], { encoding: 'utf8' }).split('\n').filter(Boolean)
}
