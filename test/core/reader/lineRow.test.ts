import { describe, expect, it } from 'vitest'
import { toLineRow } from '../../../src/core/reader/lineRow'
import { classifyLine } from '../../../src/core/scanner/classifyLine'

/** Makes the row of a line and compares `status kind ordinal: text`. */
function check(text: string, expected: string): void {
  const bytes = Buffer.from(text)
  const classified = classifyLine({ bytes, start: 0, end: bytes.length, isUtf8: false }, 0, 'terminated')
  const place = { lineNumber: 1, byteOffset: 0, byteLength: bytes.length + 1 }
  const row = toLineRow({ ...classified, ...place, bytes, complete: true }, 40)
  expect(`${row.status} ${row.kind} ${String(row.ordinal)}: ${row.text}`).toBe(expected)
}

describe('toLineRow', () => {
  // SPEC record/kinds
  it('shows lines of foreign grammars by what they say', () => {
    check(
      '{"type":"item.completed","item":{"id":"i","type":"agent_message","text":"done"}}',
      'json-not-record assistant null: done',
    )
    check('{"a":1}', 'json-not-record unknown null: {"a":1}')
  })

  // SPEC reader/ordinal
  it('bounds what stands in the place of an ordinal', () => {
    const record = (ordinal: string): string =>
      `{"timestamp":"t","ordinal":${ordinal},"type":"event_msg","payload":{"type":"x"}}`
    check(record('"14"'), 'record unknown "14": ')
    check(record(`"${'9'.repeat(500)}"`), `record unknown "${'9'.repeat(99)}…: `)
    const nested = '['.repeat(10_000) + ']'.repeat(10_000)
    check(record(nested), 'record unknown …: ')
    check(record(`{"a":${nested}}`), 'record unknown …: ')
    check(record('1').replace('}}', `},"ordinal":${nested}}`), 'record unknown …: ')
  })
})
