import { sourceRule } from './sourceRule'

/** A `.zst` name on a file that is not compressed. */
export const notCompressed = sourceRule({
  id: 'source/not-compressed',
  severity: 'warning',
  title: 'Not compressed',
  explanation: 'The name says that the file is compressed, but it is not. It is read as plain text.',
  remedy: 'None is needed. Codex may not find the session under this name.',
  source: 'The name and the first four bytes.',
  example: 'A plain file named ….jsonl.zst',
  codex: null,
})
