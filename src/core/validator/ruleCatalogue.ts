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
import { compactionMetadata } from './rules/compaction/metadataLength'
import { compactionNoHistory } from './rules/compaction/noHistory'
import { emptyFile } from './rules/file/emptyFile'
import { readableByOthers } from './rules/file/readableByOthers'
import { foreignFormat } from './rules/format/foreignFormat'
import { gluedLines } from './rules/line/gluedLines'
import { invalidUtf8 } from './rules/line/invalidUtf8'
import { baseShort, cycle, offsetOffLine, parentMissing, wrongOrdinal } from './rules/lineage/lineage'
import { lineNotJson } from './rules/line/lineNotJson'
import { lineNotRecord } from './rules/line/lineNotRecord'
import {
  lastAnswer,
  messageDiffers,
  messageOneStream,
  messageOnlyEvent,
  messageOnlyItem,
} from './rules/message/messages'
import { credentials } from './rules/meta/credentials'
import { metaIncomplete } from './rules/meta/metaIncomplete'
import { formatVersion } from './rules/format/formatVersion'
import { idNotInName } from './rules/meta/idNotInName'
import { metaCopied, metaOtherId } from './rules/meta/metaOfOthers'
import { metaRepeated } from './rules/meta/metaRepeated'
import { unknownMode } from './rules/meta/unknownMode'
import { unknownSource } from './rules/meta/unknownSource'
import { metaMissing } from './rules/meta/metaMissing'
import { metaNotFirst } from './rules/meta/metaNotFirst'
import { notText } from './rules/file/notText'
import { nulRun } from './rules/line/nulRun'
import { oversizedLine } from './rules/line/oversizedLine'
import { pendingLine } from './rules/line/pendingLine'
import { codexSkips } from './rules/record/codexSkips'
import { recordShape } from './rules/record/recordShape'
import { checksumNotVerified, frameError, notCompressed, sizeMismatch } from './rules/source/sourceIssues'
import { ordinalRules } from './rules/ordinal/ordinals'
import { timeRules } from './rules/time/times'
import { tornLastLine } from './rules/line/tornLastLine'
import { tokensCopied, tokensDown, tokensRestarted, tokenSum } from './rules/tokens/tokenTotals'
import { turnNotEnded, turnNotStarted, turnOverlapping, turnRepeated } from './rules/turn/turnPairs'
import { unknownMember } from './rules/record/unknownMember'
import { unknownType } from './rules/record/unknownType'
import { interleavedWriters } from './rules/writers/interleaved'
import { unterminatedLine } from './rules/line/unterminatedLine'
import { blankLines } from './rules/line/blankLines'
import { carriageReturns, loneCarriageReturns } from './rules/line/carriageReturns'
import { whiteSpaceAround } from './rules/line/whiteSpaceAround'
import { repeatedLines } from './rules/line/repeatedLines'
import { impreciseNumber, undecodableNumber } from './rules/text/numbers'
import { negativeCount } from './rules/text/negativeCount'
import { repeatedKey } from './rules/text/repeatedKey'
import { loneSurrogate } from './rules/text/loneSurrogate'
import { deepNesting } from './rules/text/deepNesting'
import { controlCharacters } from './rules/text/controlCharacters'
import { directionControls } from './rules/text/directionControls'
import { invisibleCharacters } from './rules/text/invisibleCharacters'
import { oddSpelling } from './rules/text/oddSpelling'

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
  loneCarriageReturns,
  invalidUtf8,
  nulRun,
  lineNotRecord,
  codexSkips,
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
  carriageReturns,
  blankLines,
  whiteSpaceAround,
  repeatedLines,
  loneSurrogate,
  undecodableNumber,
  deepNesting,
  repeatedKey,
  impreciseNumber,
  negativeCount,
  directionControls,
  controlCharacters,
  invisibleCharacters,
  oddSpelling,
  readableByOthers,
  credentials,
  noMessage,
  lateMessage,
  bareFormat,
  mixedForms,
  legacyEventsInPaginated,
  callArguments,
  idNotInName,
  metaRepeated,
  metaCopied,
  metaOtherId,
  unknownMode,
  unknownSource,
  formatVersion,
  ...ordinalRules,
  ...timeRules,
  interleavedWriters,
  callWithoutOutput,
  callUnfinished,
  outputWithoutCall,
  callOutOfOrder,
  callIdRepeated,
  turnNotEnded,
  turnNotStarted,
  turnRepeated,
  turnOverlapping,
  unknownMember,
  tokenSum,
  tokensDown,
  tokensRestarted,
  tokensCopied,
  messageDiffers,
  messageOnlyEvent,
  messageOnlyItem,
  messageOneStream,
  lastAnswer,
  compactionNoHistory,
  compactionMetadata,
]

/** What the catalogue says about each rule, for people: those about one file, then those about a home. */
export const ruleInfos: readonly RuleInfo[] = [...allRules.map((rule) => rule.info), ...homeRules]
