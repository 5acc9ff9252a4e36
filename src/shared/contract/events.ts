/** Events: what a host tells its clients without being asked. Subscribing returns the function that ends it. */
import { z } from 'zod'
import { StripSchema } from '../rollout/strip'
import { OpenedFilesSchema } from './openedFiles'
import { FilterStateSchema, IndexStateSchema } from './openRollout'
import { KnownFindingSchema } from '../validation/finding'
import { SettingsSchema } from '../settings/settings'
import { RunStateSchema } from '../validation/run'
import type { EventChannel } from './channels'

/** Commands of the native menu; the page has the same ones behind keys and the palette. */
export const menuCommands = [
  'open-palette',
  'focus-filter',
  'export',
  'validate-all',
  'validate-marked',
  'show-validation',
  'go-to-line',
  'find',
  'filter-lines',
  'next-match',
  'previous-match',
  'next-finding',
  'previous-finding',
  'next-damage',
  'previous-damage',
  'show-lines',
  'show-findings',
  'toggle-inspector',
  'theme-light',
  'theme-dark',
  'theme-system',
  'show-keys',
  'show-about',
  'zoom-in',
  'zoom-out',
  'zoom-reset',
  'new-window',
  'back',
  'forward',
  'copy-citation',
] as const
export type MenuCommand = (typeof menuCommands)[number]

export const events = {
  /** How far a job has come; `total` 0 means not known. */
  'job:progressed': z.strictObject({
    jobId: z.string(),
    what: z.string(),
    done: z.number(),
    total: z.number(),
    unit: z.enum(['bytes', 'files']),
  }),
  /** The line index of an open file has grown. */
  'rollout:indexed': IndexStateSchema,
  /** The check `jobId` of an open file has come further: the strip as it is now, and what was found since the last time. */
  'rollout:surveyed': z.strictObject({
    fileId: z.string(),
    jobId: z.string(),
    strip: StripSchema,
    found: z.array(KnownFindingSchema),
  }),
  /** A filter has come further. */
  'rollout:matched': FilterStateSchema,
  /** Another window opened a file anew, because it had changed on disk; what is on show here is of the one before. */
  'rollout:reopened': z.strictObject({ fileId: z.string() }),
  /** A validation of many files has come further. Only the window that started it is told. */
  'validation:progressed': RunStateSchema,
  /** Files were opened from outside the page: the command line, a second start, the menu. */
  'file:opened': OpenedFilesSchema,
  /** The recent files are others than before. */
  'recent:changed': z.strictObject({}),
  /** Settings were changed, by this window or another. */
  'settings:changed': SettingsSchema,
  /** Somebody chose a command in the native menu. */
  'menu:chosen': z.strictObject({ command: z.enum(menuCommands) }),
} satisfies Record<EventChannel, z.ZodType>

/** What an event carries. */
export type EventPayload<E extends EventChannel> = z.output<(typeof events)[E]>

/** Hands an event to whoever listens. */
export type Emit = <E extends EventChannel>(event: E, payload: EventPayload<E>) => void
