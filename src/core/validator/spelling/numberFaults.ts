/** Number faults: the numbers of a line that Codex cannot decode, or that a double cannot hold as they are written. */
import { eventMessages } from '../../../shared/rollout/codexEvents'
import { own } from '../../../shared/rollout/codexFields'
import { wholeNumbersOf, type Shape } from '../../../shared/rollout/codexShapes'
import { responseItems, type Fields } from '../../../shared/rollout/codexTypes'
import { numberAt } from '../../scanner/lineSpelling'
import { pointersAt } from '../../scanner/pointerAt'
import { isExactInDouble, isIntegerText } from './jsonNumberText'
import type { RecordFacts } from '../recordFacts'
import type { RuleLine } from '../rule'

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
const known = new Map<string, IntegerPlaces>()

function integerPlaces({ type, subtype }: RecordFacts): IntegerPlaces {
  if (subtype === null || (type !== 'event_msg' && type !== 'response_item')) return noPlaces
  const name = `${type}/${subtype}`
  const places = known.get(name)
  if (places !== undefined) return places
  const numbers =
    type === 'event_msg' ? ofEvent(own(eventMessages, subtype)) : ofItem(own(responseItems, subtype))
  if (numbers.length === 0) return noPlaces
  const found = new Map(
    numbers.map(([path, isNatural]) => [`/payload/${path.replaceAll('.', '/')}`, isNatural] as const),
  )
  known.set(name, found)
  return found
}

type Numbers = readonly (readonly [path: string, isNatural: boolean])[]

function ofEvent(shape: Shape | undefined): Numbers {
  return shape === undefined ? [] : wholeNumbersOf(shape)
}

function ofItem(table: Fields | undefined): Numbers {
  return Object.entries(table ?? {}).flatMap(([path, kind]) =>
    kind === '?integer' || kind === '?natural' ? [[path, kind === '?natural'] as const] : [],
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
