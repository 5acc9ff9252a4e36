/**
 * Eras: the generations of the format, one row each (ROLLOUT-FORMAT section 3). Era and version are different things: a
 * file belongs to the era whose shapes it has, whatever version it claims, because the writer chose and a migration
 * rewrites old files.
 */
import type { RolloutFormat } from './formats'

export const eraIds = [
  'bare',
  'no-source',
  'single-policy',
  'turns',
  'legacy',
  'paginated',
  'migrated',
  'tutorial',
  'exec-stream',
  'session-json',
  'unknown',
] as const
export type EraId = (typeof eraIds)[number]

/** What is known of an era. `letter` is its name in reports; null where the file is in no era. */
export interface Era {
  readonly letter: string | null
  readonly title: string
  readonly format: RolloutFormat
  /** When files of this era were written, as far as is known. */
  readonly when: string
  /** How its files are told from others. */
  readonly shape: string
}

export const eras: Readonly<Record<EraId, Era>> = {
  bare: {
    letter: 'A',
    title: 'Bare lines',
    format: 'bare',
    when: 'May to August 2025',
    shape: 'lines without an envelope; the first holds id, timestamp and instructions',
  },
  'no-source': {
    letter: 'B',
    title: 'First envelope',
    format: 'legacy',
    when: 'September and October 2025',
    shape: 'session meta without a source',
  },
  'single-policy': {
    letter: 'C',
    title: 'Envelope without turns',
    format: 'legacy',
    when: 'October 2025 to February 2026',
    shape: 'session meta with a source; no turn ids and no task_started',
  },
  turns: {
    letter: 'D',
    title: 'Envelope with turns',
    format: 'legacy',
    when: 'February to May 2026',
    shape: 'task_started and turn ids; session meta without thread_source, session_id and history_mode',
  },
  legacy: {
    letter: 'E',
    title: 'Legacy mode',
    format: 'legacy',
    when: 'since June 2026',
    shape: 'history_mode legacy or absent, session meta of 2026-06 or later',
  },
  paginated: {
    letter: 'F',
    title: 'Paginated',
    format: 'paginated',
    when: 'since July 2026',
    shape: 'history_mode paginated; every line has an ordinal',
  },
  migrated: {
    letter: 'G',
    title: 'Migrated to paginated',
    format: 'paginated',
    when: 'since September 2026',
    shape: 'history_mode paginated, with turn ids like rollout-2 or item ids like item-1',
  },
  tutorial: {
    letter: 'H',
    title: 'Tutorial form',
    format: 'foreign',
    when: 'never written by Codex',
    shape: 'lines with type, item and seq',
  },
  'exec-stream': {
    letter: 'I',
    title: 'Output of codex exec --json',
    format: 'foreign',
    when: 'since late 2025',
    shape: 'lines whose type has a dot, such as thread.started',
  },
  'session-json': {
    letter: 'A0',
    title: 'Single JSON session',
    format: 'foreign',
    when: 'April to June 2025',
    shape: 'one JSON object with session and items',
  },
  unknown: {
    letter: null,
    title: 'Not recognised',
    format: 'unknown',
    when: 'not known',
    shape: 'none of the others',
  },
}
