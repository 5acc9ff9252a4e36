import { lineDraft, nothing, type Rule } from '../../rule'

const policies = [
  { key: 'approval_policy', words: 'when a person was to be asked' },
  { key: 'sandbox_policy', words: 'what commands were allowed to touch' },
] as const

/** A turn context that does not say under which policy its turn ran. */
export const policyMissing: Rule = {
  info: {
    id: 'turn/policy-missing',
    severity: 'warning',
    title: 'Turn without a policy',
    explanation:
      'The settings of a turn do not say when a person was to be asked, or what its commands were allowed to touch. Every version of Codex writes both, so something was taken out, or another program wrote the line.',
    remedy:
      'Look at the turn contexts before and after it, and do not take their policies for those of this turn.',
    source: 'Turn contexts of 0.36 to 0.169, as written and in real files: all have both.',
    example: '{"type":"turn_context","payload":{"cwd":"/app","model":"gpt-5","summary":"auto"}}',
    codex: null,
  },
  plain: ['turn_context'],
  start: () => ({
    onLine: (line) => {
      const { record } = line
      if (record?.type !== 'turn_context') return nothing
      const { payload } = record
      const missing = policies.filter(({ key }) => payload[key] === undefined || payload[key] === null)
      if (missing.length === 0) return nothing
      const words = missing.map((policy) => policy.words).join(' and ')
      return [lineDraft(line, `The turn context does not say ${words}.`)]
    },
  }),
  codex: () => null,
}
