import { lineageRule } from './lineageRule'

/** The bases lead back to a file that is among them. */
export const cycle = lineageRule({
  id: 'lineage/cycle',
  title: 'Bases go round in a circle',
  explanation:
    'Following the bases of the file leads back to a file that goes on from it. The history has no beginning.',
  remedy: 'Find out which of the files was changed: Codex makes no circles.',
  source: 'The format; not measured.',
  example: 'A goes on from B, and B goes on from A.',
  codex: null,
})
