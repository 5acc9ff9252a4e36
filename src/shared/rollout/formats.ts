/** How a rollout lies on disk: as text or as one zstd frame. */
export const rolloutForms = ['jsonl', 'jsonl.zst'] as const
export type RolloutForm = (typeof rolloutForms)[number]

/**
 * Which grammar a file follows, decided by its shapes, never by its version string: `bare` (May to August 2025, no
 * envelope), `legacy` (envelope), `paginated` (envelope with ordinals), `foreign` (JSON lines of another grammar, which
 * Codex never wrote as a rollout), `unknown` where nothing could be recognised. Which era of the grammar is in `eras.ts`.
 */
export const rolloutFormats = ['bare', 'legacy', 'paginated', 'foreign', 'unknown'] as const
export type RolloutFormat = (typeof rolloutFormats)[number]
