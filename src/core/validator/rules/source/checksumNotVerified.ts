import { sourceRule } from './sourceRule'

/** A checksum that the runtime's decoder does not verify. */
export const checksumNotVerified = sourceRule({
  id: 'source/checksum-not-verified',
  severity: 'info',
  title: 'Checksum not verified',
  explanation:
    'The compressed file carries a checksum that was not verified: the runtime has no zstd of its own (Node 22.15 and newer have), or the file has several frames.',
  remedy: 'Verify the file with a zstd program, or run Rollscope on Node 22.15 or newer.',
  source: 'The zstd format (RFC 8878).',
  example: 'A frame with a checksum, read on Node 20.',
  codex: null,
})
