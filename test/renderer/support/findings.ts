import type { Finding } from '../../../src/shared/validation/finding'

const severities = { e: 'error', w: 'warning', i: 'info' } as const

/** Findings written as `e line/torn 7`: severity, rule, line. A finding lies at ten times its line; `-` is the whole file. */
export function findingsOf(...written: readonly string[]): readonly Finding[] {
  return written.map((text) => {
    const [severity = 'e', rule = '', line = '-'] = text.split(' ')
    const lineNumber = line === '-' ? null : Number(line)
    return {
      rule,
      severity: severities[severity as keyof typeof severities],
      lineNumber,
      byteOffset: (lineNumber ?? 0) * 10,
      byteLength: 3,
      message: '',
      codex: null,
    }
  })
}
