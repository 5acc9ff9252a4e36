import { metaFault } from '../../../../shared/rollout/codexMeta'
import { lineDraft, nothing, type Rule } from '../../rule'
import { shapePlaces } from '../../shapeText'

/** A session meta without what Codex needs to read the session at all. */
export const metaIncomplete: Rule = {
  info: {
    id: 'meta/incomplete',
    severity: 'error',
    title: 'Session meta lacks what Codex requires',
    explanation:
      'Codex needs the id (a UUID), timestamp, cwd, originator and cli_version of a session, and a source of a known form; other members that it knows must be of their type. Otherwise it cannot read the session, although its lines are whole.',
    remedy:
      'Look into the line for what is missing; the name of the file may still tell the id and the time.',
    source: 'Measured with Codex 0.169.0.',
    example: '{"timestamp":"…","type":"session_meta","payload":{"id":"…"}}',
    codex: 'Neither lists the session by its files, nor reads or resumes it.',
  },
  plain: ['session_meta'],
  start: () => ({
    onLine: (line) => {
      if (line.sessionFacts === null) return nothing
      if (line.metaFaults.length > 0) {
        return [lineDraft(line, `The session meta is unusable for Codex: ${shapePlaces(line.metaFaults)}.`)]
      }
      const fault = line.record === null ? null : metaFault(line.record.payload, line.record.text)
      return fault === null ? nothing : [lineDraft(line, `The session meta is unusable for Codex. ${fault}`)]
    },
  }),
  codex: (draft, file) =>
    draft.lineNumber === file.metaLine
      ? { outcome: 'refuses', note: 'Fails to read the session: "failed to read session metadata".' }
      : null,
}
