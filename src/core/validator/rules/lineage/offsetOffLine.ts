import { lineageRule } from './lineageRule'

/** The byte at which the base is said to end does not lie behind a line feed. */
export const offsetOffLine = lineageRule({
  id: 'lineage/offset-off-line',
  title: 'Base does not end at a line',
  explanation:
    'The byte offset at which the base is said to end lies inside a line of it or behind its end: bytes of the base, or the offset, were changed. Which records belong to the history is told by their ordinals.',
  remedy: 'Find out whether the base was changed: converted line ends, an edit, a migration.',
  source: 'Measured with Codex 0.169.0.',
  example: '"end_byte_offset":86693, where a line ends at 86700',
  codex: 'Takes the records by their ordinals and says nothing, at least where the base ends with its file.',
})
