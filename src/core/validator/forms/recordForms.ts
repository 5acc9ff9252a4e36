/**
 * Record forms: what was found out of one record and holds for every other of its form, which differs from it only in texts
 * and numbers that nobody looks into. Nearly every line of a rollout is of a form that was seen before (SPEC check/form).
 *
 * The forms are those of a thread, whatever file they were seen in: they change how long an answer takes, never the answer.
 */
import { codexDecodes, type CodexReading } from '../../../shared/rollout/codexDecodes'
import type { ShapeReport } from '../../../shared/rollout/schema/shapeReport'
import type { ScannedLine } from '../../scanner/scanLines'
import { isAsSpecified, isBare } from '../plainRecord'
import type { RuleLine } from '../rule'
import { formSteps } from './formSteps'
import { FormTree } from './formTree'

/** What holds for every record of a form. All of them are spelled as Codex does. */
export interface RecordForm {
  readonly shape: ShapeReport
  /** What Codex makes of it, judged by its value alone. */
  readonly reading: CodexReading
}

/** Most bytes of forms that are held: some thousand forms. */
const mostBytes = 1024 * 1024
/** Forms with more bytes outside their gaps are not worth it: they are long because they hold what is rarely the same. */
const mostOfForm = 4096
const forms = new FormTree<RecordForm>(mostBytes)

/** Returns the form of a line, null where it is no record or none of that form was seen. */
export function knownForm({ status, value, bytes }: ScannedLine): RecordForm | null {
  return status === 'record' && value !== undefined ? forms.find(bytes) : null
}

/** Keeps the form of a record that is as its schema says and spelled as Codex does. Of a session meta every text counts. */
export function noteForm({ line, record, shape, written }: RuleLine): void {
  if (line.status !== 'record' || record === null || record.type === 'session_meta') return
  if (shape === null || written === null || !isBare(line.bytes)) return
  if (!isAsSpecified(shape) || !written.isSpelled) return
  const steps = formSteps(written.text)
  const bytes = steps.reduce((sum, step) => sum + step.bytes.length, 0)
  if (bytes <= mostOfForm) forms.add(steps, { shape, reading: codexDecodes(null, record.envelope) })
}
