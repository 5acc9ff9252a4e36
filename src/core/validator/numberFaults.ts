/** Number faults: the numbers of a line that Codex cannot decode, or that a double cannot hold as they are written. */
import { eventMessages } from '../../shared/rollout/codexEvents'
import { own } from '../../shared/rollout/codexFields'
import { responseItems, type Fields } from '../../shared/rollout/codexTypes'
import { numberAt } from '../scanner/lineSpelling'
import { pointersAt } from '../scanner/pointerAt'
import { isExactInDouble, isIntegerText } from './jsonNumberText'
import type { RecordFacts } from './recordFacts'
import type { RuleLine } from './rule'

/** `range` = beyond every double; `integer` = no whole number where Codex needs one; `precision` = changed by a double. */
export interface NumberFault {
  readonly kind: 'range' | 'integer' | 'precision'
  readonly pointer: string
  /** As it is written. */
  readonly token: string
}

const none: readonly NumberFault[] = []

/** Returns the faulty numbers of a line. That of an ordinal is left to the rules about ordinals. */
export function numberFaults({ record, written }: RuleLine): readonly NumberFault[] {
  if (written === null) return none
  const { numbers } = written.spelling
  if (numbers.length === 0) return none
  const { text } = written
  const due = record === null ? noPlaces : integerPlaces(record)
  const pointers = pointersAt(text, numbers)
  return numbers.flatMap((at, index) => {
    const pointer = pointers[index] ?? ''
    const token = numberAt(text, at)
    const kind = pointer === '/ordinal' ? null : faultOf(token, due.get(pointer))
    return kind === null ? [] : [{ kind, pointer, token }]
  })
}

function faultOf(token: string, isNatural: boolean | undefined): NumberFault['kind'] | null {
  if (!Number.isFinite(Number(token))) return 'range'
  if (isNatural !== undefined && !isIntegerText(token, isNatural)) return 'integer'
  return isExactInDouble(token) ? null : 'precision'
}

/** Pointers of the members that Codex decodes as integers; true where one must not be negative. */
type IntegerPlaces = ReadonlyMap<string, boolean>

const noPlaces: IntegerPlaces = new Map()
const known = new Map<Fields, IntegerPlaces>()

function integerPlaces({ type, subtype }: RecordFacts): IntegerPlaces {
  const table = type === 'event_msg' ? eventMessages : type === 'response_item' ? responseItems : null
  const fields = table === null || subtype === null ? undefined : own(table, subtype)
  if (fields === undefined) return noPlaces
  const places = known.get(fields) ?? placesOf(fields)
  known.set(fields, places)
  return places
}

function placesOf(fields: Fields): IntegerPlaces {
  const entries = Object.entries(fields).filter(([, kind]) => kind === '?integer' || kind === '?natural')
  return new Map(
    entries.map(([path, kind]) => [`/payload/${path.replaceAll('.', '/')}`, kind === '?natural'] as const),
  )
}

/** Names the first faults for a message. */
export function faultText(faults: readonly NumberFault[]): string {
  const named = faults.slice(0, 3).map(({ pointer, token }) => `${pointer} is ${cut(token)}`)
  const more = faults.length - named.length
  return [...named, ...(more > 0 ? [`${more.toLocaleString('en')} more`] : [])].join('; ')
}

function cut(token: string): string {
  return token.length <= 60 ? token : `${token.slice(0, 60)}…`
}
