import { lineageRule } from './lineageRule'

/** The file that holds the beginning of the history is not there. */
export const parentMissing = lineageRule({
  id: 'lineage/parent-missing',
  title: 'Base is missing',
  explanation:
    'The file holds only its own records and goes on from another rollout, which is not in the home (or folder) that it lies in, or cannot be read. The beginning of its history is not here.',
  remedy:
    'Look for the named rollout on the machine that the file comes from, and put a copy into the same home.',
  source: 'Measured with Codex 0.169.0.',
  example: '"history_base":{"thread_id":"(no file)",…}',
  codex: 'Lists the session, but fails to read and to resume it: "missing source rollout".',
})
