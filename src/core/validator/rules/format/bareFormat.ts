import type { Rule } from '../../rule'

/** A file of the bare form of 2025: whole, and not for a Codex of today. */
export const bareFormat: Rule = {
  info: {
    id: 'format/bare',
    severity: 'info',
    title: 'Bare form of 2025',
    explanation:
      'The file is of the form that Codex wrote from May to September 2025: lines without times, types of their own, or settings. Nothing is wrong with it.',
    remedy: 'Read it here. A Codex of that time can resume it.',
    source: 'openai/codex#38341; measured with Codex 0.20.0 and 0.169.0.',
    example: '{"id":"…","timestamp":"2025-08-25T21:06:52.427Z","instructions":null}',
    codex: 'Neither lists, reads nor resumes it.',
  },
  plain: [],
  start: () => ({
    onEnd: ({ format, contentBytes }) =>
      format === 'bare'
        ? [
            {
              lineNumber: null,
              byteOffset: 0,
              byteLength: contentBytes,
              message: 'The file is of the bare form of 2025. Its lines have no times.',
            },
          ]
        : [],
  }),
  codex: () => ({
    outcome: 'refuses',
    note: 'Fails to read the session: "failed to read session metadata".',
  }),
}
