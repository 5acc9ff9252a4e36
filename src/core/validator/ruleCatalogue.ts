/** The rule catalogue: every rule there is, in the order in which `rules` and the window list them. */
import type { RuleInfo } from '../../shared/validation/report'
import { homeRules } from '../home/homeRules'
import { headRules } from './headRules'
import type { Rule } from './rule'
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
import { grownWhileRead } from './rules/file/grownWhileRead'
import { compactionMetadata } from './rules/compaction/metadataLength'
import { compactionNoHistory } from './rules/compaction/noHistory'
import { readableByOthers } from './rules/file/readableByOthers'
import { lastAnswer } from './rules/message/lastAnswer'
import { messageDiffers } from './rules/message/messageDiffers'
import { messageOneStream } from './rules/message/messageOneStream'
import { messageOnlyEvent } from './rules/message/messageOnlyEvent'
import { messageOnlyItem } from './rules/message/messageOnlyItem'
import { credentials } from './rules/meta/credentials'
import { formatVersion } from './rules/format/formatVersion'
import { idNotInName } from './rules/meta/idNotInName'
import { metaCopied } from './rules/meta/metaCopied'
import { metaOtherId } from './rules/meta/metaOtherId'
import { metaRepeated } from './rules/meta/metaRepeated'
import { unknownMode } from './rules/meta/unknownMode'
import { unknownSource } from './rules/meta/unknownSource'
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
import { interleavedWriters } from './rules/writers/interleaved'
import { blankLines } from './rules/line/blankLines'
import { carriageReturns } from './rules/line/carriageReturns'
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

/** Every rule. */
export const allRules: readonly Rule[] = [
  ...headRules,
  changedWhileRead,
  grownWhileRead,
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
