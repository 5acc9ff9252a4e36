import { quoted } from '../../shapeText'
import { originRule } from './metaOfOthersRule'

/** A session meta of a session that nothing here names. */
export const metaOtherId = originRule(
  {
    id: 'meta/other-id',
    severity: 'warning',
    title: 'Session meta of another session',
    explanation:
      'A later line names another session, and the first session meta does not say that this one comes from it. Files were put together, or an early fork was copied that does not name its parent.',
    remedy: 'Look for the other session by its id, and compare the lines that follow with it.',
    source: 'Measured with Codex 0.169.0; forks before 2026 name no parent.',
    example: 'A session meta with another id on line 40',
    codex: 'Takes the first one.',
  },
  'other',
  (id) => `The session meta of another session stands here: ${quoted(id)}.`,
)
