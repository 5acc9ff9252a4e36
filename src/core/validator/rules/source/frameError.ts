import { sourceRule } from './sourceRule'

/** A compressed file that is torn or damaged. */
export const frameError = sourceRule({
  id: 'source/frame-error',
  severity: 'error',
  title: 'Damaged compressed file',
  explanation:
    'The zstd data is cut off or damaged. What could be decoded before that point is shown; what follows is lost.',
  remedy: 'Look for the plain file beside it, or for another copy.',
  source: 'The zstd format (RFC 8878).',
  example: 'A .jsonl.zst that was cut in half.',
  codex: null,
})
