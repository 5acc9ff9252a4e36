import { lineDraft, nothing, type Rule } from '../../rule'

/** Containers within containers that Codex reads: 127 were measured to be read, and 128 not. */
const deepest = 127

/** Values within values, more deeply than Codex reads. */
export const deepNesting: Rule = {
  info: {
    id: 'text/deep',
    severity: 'error',
    title: 'Nested too deeply',
    explanation:
      'Lists and objects lie in each other more than 127 levels deep. Many readers refuse that, to protect themselves; so does Codex.',
    remedy: 'Look at the raw line. No tool writes such a value by itself: find out where it came from.',
    source: 'Measured with Codex 0.169.0.',
    example: '{"payload":{"x":[[[[…]]]]}}',
    codex: 'Loses the line.',
  },
  plain: [],
  start: () => ({
    onLine: (line) => {
      const depth = line.written?.spelling.depth ?? 0
      if (depth <= deepest) return nothing
      return [lineDraft(line, `Values lie ${depth.toLocaleString('en')} levels deep in each other.`)]
    },
  }),
  codex: () => ({ outcome: 'skips', note: 'Loses this line and reads the rest.' }),
}
