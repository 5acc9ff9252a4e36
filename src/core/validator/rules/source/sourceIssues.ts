import type { RuleInfo } from '../../../../shared/validation/report'
import type { SourceIssue } from '../../../source/issue'
import type { Rule } from '../../rule'

/** A rule that repeats what opening a compressed file found out. */
function sourceRule(info: RuleInfo & { readonly id: SourceIssue['rule'] }): Rule {
  return {
    info,
    plain: [],
    start: () => ({
      onEnd: (file) =>
        file.issues
          .filter((issue) => issue.rule === info.id)
          .map(({ message }) => ({
            lineNumber: null,
            // Content that ended before its time is found where it ends; the rest is about the file.
            byteOffset: info.id === 'source/frame-error' ? file.contentBytes : 0,
            byteLength: 0,
            message,
          })),
    }),
    codex: () => null,
  }
}

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

/** A `.zst` name on a file that is not compressed. */
export const notCompressed = sourceRule({
  id: 'source/not-compressed',
  severity: 'warning',
  title: 'Not compressed',
  explanation: 'The name says that the file is compressed, but it is not. It is read as plain text.',
  remedy: 'None is needed. Codex may not find the session under this name.',
  source: 'The name and the first four bytes.',
  example: 'A plain file named ….jsonl.zst',
  codex: null,
})

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
