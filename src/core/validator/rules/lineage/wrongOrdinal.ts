import { lineageRule } from './lineageRule'

/** Another record than the named one stands before the byte at which the base ends. */
export const wrongOrdinal = lineageRule({
  id: 'lineage/wrong-ordinal',
  title: 'Base ends at another record',
  explanation:
    'The ordinal and the byte offset at which the base is said to end do not name the same place. Which records belong to the history is told by their ordinals.',
  remedy: 'Compare the base with an older copy of it.',
  source: 'The format; not measured.',
  example: 'The record before byte 86700 has ordinal 20, not 21.',
  codex: null,
})
