/** What opening a file found out about its container, before any line was read. `rule` is a rule id. */
export interface SourceIssue {
  readonly rule:
    'source/frame-error' | 'source/not-compressed' | 'source/size-mismatch' | 'source/checksum-not-verified'
  readonly message: string
  /** Offset in the stored file where decoding stopped, or 0. */
  readonly storedOffset: number
}
