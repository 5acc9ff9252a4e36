/**
 * The rule catalogue: every rule there is, in the order in which `rules` and the window list them. A list of sessions asks
 * only the rules that the head of a file can answer.
 */
import type { RuleInfo } from '../../shared/validation/report'
import { homeRules } from '../home/homeRules'
import type { Rule } from './rule'
import { byteOrderMark } from './rules/file/byteOrderMark'
import { bareFormat } from './rules/format/bareFormat'
import { mixedForms } from './rules/format/mixedForms'
import { legacyEventsInPaginated } from './rules/format/legacyEvents'
import { callArguments } from './rules/call/callArguments'
import {
  callIdRepeated,
  callOutOfOrder,
  callUnfinished,
  callWithoutOutput,
  outputWithoutCall,
} from './rules/call/callPairs'
import { lateMessage } from './rules/session/lateMessage'
import { noMessage } from './rules/session/noMessage'
import { changedWhileRead } from './rules/file/changedWhileRead'
import { emptyFile } from './rules/file/emptyFile'
import { readableByOthers } from './rules/file/readableByOthers'
import { foreignFormat } from './rules/format/foreignFormat'
import { gluedLines } from './rules/line/gluedLines'
import { invalidUtf8 } from './rules/line/invalidUtf8'
import { baseShort, cycle, offsetOffLine, parentMissing, wrongOrdinal } from './rules/lineage/lineage'
import { lineNotJson } from './rules/line/lineNotJson'
import { lineNotRecord } from './rules/line/lineNotRecord'
import { credentials } from './rules/meta/credentials'
import { metaIncomplete } from './rules/meta/metaIncomplete'
import { metaMissing } from './rules/meta/metaMissing'
import { metaNotFirst } from './rules/meta/metaNotFirst'
import { notText } from './rules/file/notText'
import { nulRun } from './rules/line/nulRun'
import { oversizedLine } from './rules/line/oversizedLine'
import { pendingLine } from './rules/line/pendingLine'
import { recordShape } from './rules/record/recordShape'
import { checksumNotVerified, frameError, notCompressed, sizeMismatch } from './rules/source/sourceIssues'
import { ordinalRules } from './rules/ordinal/ordinals'
import { tornLastLine } from './rules/line/tornLastLine'
import { turnNotEnded, turnNotStarted, turnOverlapping, turnRepeated } from './rules/turn/turnPairs'
import { unknownType } from './rules/record/unknownType'
import { unterminatedLine } from './rules/line/unterminatedLine'

/** The rules that a list of sessions asks: they cost little, and judge each line by itself. */
export const headRules: readonly Rule[] = [
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

/** Every rule. */
export const allRules: readonly Rule[] = [
  ...headRules,
  changedWhileRead,
  readableByOthers,
  credentials,
  noMessage,
  lateMessage,
  bareFormat,
  mixedForms,
  legacyEventsInPaginated,
  callArguments,
  ...ordinalRules,
  callWithoutOutput,
  callUnfinished,
  outputWithoutCall,
  callOutOfOrder,
  callIdRepeated,
  turnNotEnded,
  turnNotStarted,
  turnRepeated,
  turnOverlapping,
]

/** What the catalogue says about each rule, for people: those about one file, then those about a home. */
export const ruleInfos: readonly RuleInfo[] = [...allRules.map((rule) => rule.info), ...homeRules]
