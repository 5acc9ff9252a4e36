/** JSON number text: what a number as it is written tells beside its value. Pure. */

interface Decimal {
  /** Significant digits, without zeros at either end; empty for zero. */
  readonly digits: string
  /** Power of ten of the last digit. */
  readonly exponent: number
}

function decimalOf(token: string): Decimal {
  const [, whole = '', fraction = '', power = '0'] =
    /^-?(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(token) ?? []
  const all = (whole + fraction).replace(/^0+/, '')
  const digits = all.replace(/0+$/, '')
  return { digits, exponent: Number(power) - fraction.length + all.length - digits.length }
}

/** True when a number prints as the same number after a double has held it; false too for one beyond what a double holds. */
export function isExactInDouble(token: string): boolean {
  const value = Number(token)
  if (!Number.isFinite(value)) return false
  const before = decimalOf(token)
  const after = decimalOf(String(value))
  return before.digits === after.digits && (before.digits === '' || before.exponent === after.exponent)
}

const signed = { least: -(2n ** 63n), most: 2n ** 63n - 1n }
const unsigned = { least: 0n, most: 2n ** 64n - 1n }

/** True when a number is written as a whole number of 64 bits, with or without sign: what Codex takes for an integer. */
export function isIntegerText(token: string, isNatural: boolean): boolean {
  if (token === '-0' || !/^-?\d{1,20}$/.test(token)) return false
  const { least, most } = isNatural ? unsigned : signed
  const value = BigInt(token)
  return value >= least && value <= most
}

/** Longest run of zeros that Codex writes out before it takes an exponent: 1e15 is 1000000000000000.0. */
const plainPowers = { least: -5, most: 16 }

/**
 * Returns a number with a fraction as Codex writes it (shortest digits, laid out as Rust's `ryu` does): `1.0`, `1e16`,
 * `1.5e-7`. The value must be finite.
 */
export function codexFloatText(value: number): string {
  if (Object.is(value, -0)) return '-0.0'
  const [mantissa = '', power = '0'] = value.toExponential().split('e')
  const exponent = Number(power)
  const isPlain = exponent > plainPowers.least - 1 && exponent < plainPowers.most
  if (!isPlain) return `${mantissa}e${String(exponent)}`
  const sign = value < 0 ? '-' : ''
  const digits = mantissa.replace(/[-.]/g, '')
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0')
  return `${sign}${whole}.${digits.slice(exponent + 1) || '0'}`
}
