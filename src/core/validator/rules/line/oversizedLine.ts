import { bytesText, lineDraft, type Rule } from '../../rule'

/** A line too long to be decoded as one value. */
export const oversizedLine: Rule = {
  info: {
    id: 'line/oversized',
    severity: 'info',
    title: 'Very long line',
    explanation:
      'The line is longer than 64 MiB. That it is JSON was checked to its last byte; its content is shown in windows and was not decoded as a whole.',
    remedy: 'None is needed. The line can be read in windows, and exported.',
    source: 'Our own limit: half of the longest text that the runtime holds.',
    example: 'A line of 80 MB.',
    codex: null,
  },
  plain: [],
  start: () => ({
    onLine: (line) =>
      line.line.status === 'oversized'
        ? [lineDraft(line, `The line is ${bytesText(line.line.byteLength)} long.`)]
        : [],
  }),
  codex: () => null,
}
