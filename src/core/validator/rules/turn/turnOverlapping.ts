import { turnRule } from './turnRule'

/** A turn that ends after another one has begun. */
export const turnOverlapping = turnRule({
  id: 'turn/overlapping',
  severity: 'warning',
  title: 'Turns that overlap',
  explanation:
    'A turn ends behind the beginning of another one. One thread has one turn at a time: lines were moved, or two processes wrote.',
  remedy: 'Look at the times of the lines around, and whether two writers had the file open.',
  source: 'The format; not measured.',
  example: 'task_started A, task_started B, task_complete A, task_complete B',
  codex: null,
})
