import { quoted } from '../../shapeText'
import { originRule } from './metaOfOthersRule'

/** Records of the session that this one comes from stand here. */
export const metaCopied = originRule(
  {
    id: 'meta/copied',
    severity: 'info',
    title: 'Records of another session were copied in',
    explanation:
      'A fork, or a sub-agent with an inherited context, begins with its own session meta and then holds the records of the session that it comes from, often with the time of the copy.',
    remedy:
      'Do not count these records, their tokens and commands a second time. The header of the session says where they come from.',
    source: 'Legacy forks of Codex 0.169.0, sub-agents of 0.144 in real files.',
    example: 'A session meta with another id on line 2, and "forked_from_id" with that id on line 1',
    codex: 'Takes the first one.',
  },
  'copied',
  (id) =>
    `Records of session ${quoted(id)} were copied in from here on: this session says that it comes from it.`,
)
