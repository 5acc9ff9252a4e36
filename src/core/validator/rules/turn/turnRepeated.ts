import { turnRule } from './turnRule'

/** A turn that begins or ends a second time. */
export const turnRepeated = turnRule({
  id: 'turn/repeated',
  severity: 'warning',
  title: 'Turn that begins or ends twice',
  explanation:
    'Two lines say that one turn begins, or that it ends. The lines were written twice, or one has the id of another turn.',
  remedy: 'Compare the two lines. Where they are alike, one of them is a copy.',
  source: 'The format; not measured.',
  example: 'Two task_complete lines with one turn_id.',
  codex: null,
})
