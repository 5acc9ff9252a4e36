import { sourceRule } from './sourceRule'

/** Less content than the compressed file states. */
export const sizeMismatch = sourceRule({
  id: 'source/size-mismatch',
  severity: 'error',
  title: 'Less content than stated',
  explanation: 'The compressed file states how large its content is, and less than that was decoded.',
  remedy: 'Look for another copy of the file.',
  source: 'The zstd format (RFC 8878).',
  example: 'A frame that states 50,000 bytes and holds 40,000.',
  codex: null,
})
