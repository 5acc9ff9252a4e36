/** Head rules: those that the head of a file can answer. */
import type { Rule } from './rule'
import { byteOrderMark } from './rules/file/byteOrderMark'
import { emptyFile } from './rules/file/emptyFile'
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
import { metaIncomplete } from './rules/meta/metaIncomplete'
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
import { tornLastLine } from './rules/line/tornLastLine'
import { unknownType } from './rules/record/unknownType'
import { unterminatedLine } from './rules/line/unterminatedLine'
import { loneCarriageReturns } from './rules/line/loneCarriageReturns'

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
