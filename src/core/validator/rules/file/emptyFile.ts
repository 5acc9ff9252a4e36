import { nothing, type Rule } from '../../rule'

/** A file without any content, or with white space only. */
export const emptyFile: Rule = {
  info: {
    id: 'file/empty',
    severity: 'error',
    title: 'Empty file',
    explanation: 'The file holds no record at all: no bytes, or nothing but white space.',
    remedy: 'Look for the session under the same id elsewhere: in the archive, in a backup, compressed.',
    source: 'Measured with Codex 0.169.0.',
    example: 'A file of 0 bytes.',
    codex: 'Says that the rollout is empty; it neither lists, reads nor resumes it.',
  },
  plain: [],
  start: () => {
    let isBlank = true
    return {
      onLine: ({ line }) => {
        isBlank &&= line.status === 'blank'
        return nothing
      },
      onEnd: (file) => {
        const message =
          file.contentBytes === 0 ? 'The file is empty.' : 'The file holds nothing but white space.'
        // A torn compressed file may yield nothing; that is another rule's finding.
        const isCut = file.issues.some((issue) => issue.rule === 'source/frame-error')
        return isBlank && !isCut
          ? [{ lineNumber: null, byteOffset: 0, byteLength: file.contentBytes, message }]
          : []
      },
    }
  },
  codex: () => ({ outcome: 'refuses', note: 'Fails to read the session: "rollout is empty".' }),
}
