/**
 * Settings: what Rollscope remembers of its windows between starts. One file in the data folder holds them, so that the
 * window and a page in the browser, whose address changes, have the same ones.
 */
import { z } from 'zod'

/** Light, dark, or as the system is. */
export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** In which zone times are shown; what is recorded is always UTC. */
export const timeZones = ['utc', 'local'] as const
export type TimeZone = (typeof timeZones)[number]
/** Ways to see a line in the inspector, in the order of their tabs. */
export const inspectorTabs = ['readable', 'structured', 'raw'] as const
export type InspectorTab = (typeof inspectorTabs)[number]

/** How findings are listed: under their rules, or in the order of the file. */
export const findingsOrders = ['rule', 'place'] as const
export type FindingsOrder = (typeof findingsOrders)[number]

/** Where the desktop window was, in the pixels of the system; `isMaximized` is told apart from the size it goes back to. */
export const WindowPlaceSchema = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int().min(1).max(100_000),
  height: z.int().min(1).max(100_000),
  isMaximized: z.boolean(),
})
export type WindowPlace = z.infer<typeof WindowPlaceSchema>

/** All settings. `sessionsPx` and `inspectorPx` are widths of panes; `zoomPercent` is the desktop window's own zoom. */
export const SettingsSchema = z.strictObject({
  theme: z.enum(themes),
  timeZone: z.enum(timeZones),
  isInspectorOpen: z.boolean(),
  /** How a line was looked at last; a line that cannot be seen so is seen in the next way that it can. */
  inspectorTab: z.enum(inspectorTabs),
  /** Whether the session list shows what belongs to a thread under it. */
  isGrouped: z.boolean(),
  findingsOrder: z.enum(findingsOrders),
  sessionsPx: z.int().min(100).max(2000),
  inspectorPx: z.int().min(100).max(2000),
  zoomPercent: z.int().min(50).max(300),
  window: WindowPlaceSchema.nullable(),
})
export type Settings = z.infer<typeof SettingsSchema>

/** Some settings, to be changed together. */
export const SettingsChangeSchema = SettingsSchema.partial()
export type SettingsChange = z.infer<typeof SettingsChangeSchema>

/** What a first start begins with. Sizes are in CSS pixels. */
export const defaultSettings: Settings = {
  theme: 'system',
  timeZone: 'utc',
  isInspectorOpen: true,
  inspectorTab: 'readable',
  isGrouped: false,
  findingsOrder: 'rule',
  sessionsPx: 300,
  inspectorPx: 380,
  zoomPercent: 100,
  window: null,
}

/** Settings as they were found. `isDamaged` means that something of what was found could not be used. */
export interface FoundSettings {
  readonly value: Settings
  readonly isDamaged: boolean
}

/**
 * Reads settings from any value. Each setting that does not fit is its default and makes the whole damaged; one that is
 * missing, or that this version does not know, is from another version and damages nothing.
 */
export function findSettings(found: unknown): FoundSettings {
  if (typeof found !== 'object' || found === null || Array.isArray(found)) {
    return { value: defaultSettings, isDamaged: true }
  }
  let isDamaged = false
  const known = Object.entries(SettingsSchema.shape).flatMap(([name, schema]) => {
    const given = (found as Readonly<Record<string, unknown>>)[name]
    if (given === undefined) return []
    const parsed = schema.safeParse(given)
    if (!parsed.success) isDamaged = true
    return parsed.success ? [[name, parsed.data] as const] : []
  })
  return { value: { ...defaultSettings, ...Object.fromEntries(known) }, isDamaged }
}
