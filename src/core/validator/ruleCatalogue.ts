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
import { callIdRepeated } from './rules/call/callIdRepeated'
import { callOutOfOrder } from './rules/call/callOutOfOrder'
import { callUnfinished } from './rules/call/callUnfinished'
import { callWithoutOutput } from './rules/call/callWithoutOutput'
import { outputWithoutCall } from './rules/call/outputWithoutCall'
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
import { baseShort } from './rules/lineage/baseShort'
import { cycle } from './rules/lineage/cycle'
import { offsetOffLine } from './rules/lineage/offsetOffLine'
import { parentMissing } from './rules/lineage/parentMissing'
import { wrongOrdinal } from './rules/lineage/wrongOrdinal'
import { lineNotJson } from './rules/line/lineNotJson'
import { lineNotRecord } from './rules/line/lineNotRecord'
import { lastAnswer } from './rules/message/lastAnswer'
import { messageDiffers } from './rules/message/messageDiffers'
import { messageOneStream } from './rules/message/messageOneStream'
import { messageOnlyEvent } from './rules/message/messageOnlyEvent'
import { messageOnlyItem } from './rules/message/messageOnlyItem'
import { credentials } from './rules/meta/credentials'
import { metaIncomplete } from './rules/meta/metaIncomplete'
import { formatVersion } from './rules/format/formatVersion'
import { idNotInName } from './rules/meta/idNotInName'
import { metaCopied } from './rules/meta/metaCopied'
import { metaOtherId } from './rules/meta/metaOtherId'
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
import { checksumNotVerified } from './rules/source/checksumNotVerified'
import { frameError } from './rules/source/frameError'
import { notCompressed } from './rules/source/notCompressed'
import { sizeMismatch } from './rules/source/sizeMismatch'
import { ordinalGap } from './rules/ordinal/ordinalGap'
import { ordinalRepeated } from './rules/ordinal/ordinalRepeated'
import { ordinalReused } from './rules/ordinal/ordinalReused'
import { ordinalBackwards } from './rules/ordinal/ordinalBackwards'
import { ordinalMissing } from './rules/ordinal/ordinalMissing'
import { ordinalNotFromBase } from './rules/ordinal/ordinalNotFromBase'
import { ordinalNotInteger } from './rules/ordinal/ordinalNotInteger'
import { ordinalTooLarge } from './rules/ordinal/ordinalTooLarge'
import { ordinalInLegacy } from './rules/ordinal/ordinalInLegacy'
import { notATime } from './rules/time/notATime'
import { otherForm } from './rules/time/otherForm'
import { backwards } from './rules/time/backwards'
import { far } from './rules/time/far'
import { afterNow } from './rules/time/afterNow'
import { timeName } from './rules/time/timeName'
import { inRecord } from './rules/time/inRecord'
import { duration } from './rules/time/duration'
import { tornLastLine } from './rules/line/tornLastLine'
import { tokensCopied } from './rules/tokens/tokensCopied'
import { tokensDown } from './rules/tokens/tokensDown'
import { tokensRestarted } from './rules/tokens/tokensRestarted'
import { tokenSum } from './rules/tokens/tokenSum'
import { policyMissing } from './rules/turn/policyMissing'
import { turnNotEnded } from './rules/turn/turnNotEnded'
import { turnNotStarted } from './rules/turn/turnNotStarted'
import { turnOverlapping } from './rules/turn/turnOverlapping'
import { turnRepeated } from './rules/turn/turnRepeated'
import { unknownMember } from './rules/record/unknownMember'
import { unknownType } from './rules/record/unknownType'
import { interleavedWriters } from './rules/writers/interleaved'
import { unterminatedLine } from './rules/line/unterminatedLine'
import { blankLines } from './rules/line/blankLines'
import { carriageReturns } from './rules/line/carriageReturns'
import { loneCarriageReturns } from './rules/line/loneCarriageReturns'
import { whiteSpaceAround } from './rules/line/whiteSpaceAround'
import { repeatedLines } from './rules/line/repeatedLines'
import { impreciseNumber } from './rules/text/impreciseNumber'
import { undecodableNumber } from './rules/text/undecodableNumber'
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
  ordinalGap,
  ordinalRepeated,
  ordinalReused,
  ordinalBackwards,
  ordinalMissing,
  ordinalNotFromBase,
  ordinalNotInteger,
  ordinalTooLarge,
  ordinalInLegacy,
  notATime,
  otherForm,
  backwards,
  far,
  afterNow,
  timeName,
  inRecord,
  duration,
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
  policyMissing,
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
