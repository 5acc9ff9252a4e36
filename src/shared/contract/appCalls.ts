/** App calls: about the host itself and what lies around its sessions: jobs, settings, menus, windows. */
import { z } from 'zod'
import { ProblemSchema } from '../session/session'
import { MenuItemSchema } from '../settings/menu'
import { SettingsChangeSchema, SettingsSchema } from '../settings/settings'
import { call, fileId, id, jobId, none, nullableText } from './call'
import { OpenedFilesSchema } from './openedFiles'

/** Settings, and what went wrong with keeping them. */
const KeptSettingsSchema = z.strictObject({ settings: SettingsSchema, problems: z.array(ProblemSchema) })

/** The calls about the host. */
export const appCalls = {
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
  /** Cancels a job; `found` is false when there is none by that id. */
  'job:cancel': call(z.strictObject({ jobId }), z.strictObject({ found: z.boolean() })),
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
}
