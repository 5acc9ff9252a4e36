/** The rule catalogue: every rule there is, in the order in which `rules` and the window list them. */
import type { RuleInfo } from '../../shared/validation/report'
import type { Rule } from './rule'
import { byteOrderMark } from './rules/byteOrderMark'
import { emptyFile } from './rules/emptyFile'
import { foreignFormat } from './rules/foreignFormat'
import { gluedLines } from './rules/gluedLines'
import { invalidUtf8 } from './rules/invalidUtf8'
import { baseShort, cycle, offsetOffLine, parentMissing, wrongOrdinal } from './rules/lineage'
import { lineNotJson } from './rules/lineNotJson'
import { lineNotRecord } from './rules/lineNotRecord'
import { metaIncomplete } from './rules/metaIncomplete'
import { metaMissing } from './rules/metaMissing'
import { metaNotFirst } from './rules/metaNotFirst'
import { notText } from './rules/notText'
import { nulRun } from './rules/nulRun'
import { oversizedLine } from './rules/oversizedLine'
import { pendingLine } from './rules/pendingLine'
import { recordShape } from './rules/recordShape'
import { checksumNotVerified, frameError, notCompressed, sizeMismatch } from './rules/sourceIssues'
import { tornLastLine } from './rules/tornLastLine'
import { unknownType } from './rules/unknownType'
import { unterminatedLine } from './rules/unterminatedLine'

export const allRules: readonly Rule[] = [
  emptyFile,
  notText,
  foreignFormat,
  byteOrderMark,
  metaMissing,
  metaNotFirst,
  metaIncomplete,
  tornLastLine,
  lineNotJson,
  gluedLines,
  invalidUtf8,
  nulRun,
  lineNotRecord,
  recordShape,
  unknownType,
  unterminatedLine,
  pendingLine,
  oversizedLine,
  parentMissing,
  baseShort,
  cycle,
  offsetOffLine,
  wrongOrdinal,
  frameError,
  sizeMismatch,
  notCompressed,
  checksumNotVerified,
]

/** What the catalogue says about each rule, for people. */
export const ruleInfos: readonly RuleInfo[] = allRules.map((rule) => rule.info)
