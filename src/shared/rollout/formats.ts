/** How a rollout lies on disk: as text or as one zstd frame. */
export const rolloutForms = ['jsonl', 'jsonl.zst'] as const
export type RolloutForm = (typeof rolloutForms)[number]

/**
 * Which generation of the format a rollout follows, decided by its shapes, never by its version string:
 * `bare` (May to August 2025, no envelope), `legacy` (envelope), `paginated` (envelope with ordinals),
 * `unknown` where no session meta could be read.
 */
export const rolloutFormats = ['bare', 'legacy', 'paginated', 'unknown'] as const
export type RolloutFormat = (typeof rolloutFormats)[number]
