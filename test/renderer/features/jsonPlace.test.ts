import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodedString, jsonPlaceAt } from '../../../src/renderer/src/features/inspector/jsonPlace'

/** The place of a bar in a text, as pointer and value. */
function check(marked: string, expected: string | null): void {
  const position = marked.indexOf('|')
  const text = marked.replace('|', '')
  const place = jsonPlaceAt(text, position)
  expect(place === null ? null : `${place.pointer} ${text.slice(place.from, place.to)}`).toBe(expected)
}

describe('jsonPlaceAt', () => {
  // SPEC inspector/copy
  it('names the innermost value by its JSON pointer; a key belongs to its value', () => {
    check('|{"a": {"b": [1, 2]}}', ' {"a": {"b": [1, 2]}}')
    check('{"|a": {"b": [1, 2]}}', '/a {"b": [1, 2]}')
    check('{"a": {"|b": [1, 2]}}', '/a/b [1, 2]')
    check('{"a": {"b": [1, |2]}}', '/a/b/1 2')
    check('{"a/b~c": t|rue}', '/a~1b~0c true')
    check('{"\\u0061": "x|"}', '/a "x"')
    check('[{}, {"a": []|}]', '/1/a []')
    check(' | ', null)
  })

  it('leads from every position to a value that stands there', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(), (value, at) => {
        const text = JSON.stringify(value, null, 2)
        const place = jsonPlaceAt(text, at % (text.length + 1))
        const parts = (place?.pointer ?? '').split('/').slice(1)
        const found = parts.reduce<unknown>(
          (inner, part) =>
            (inner as Record<string, unknown>)[part.replaceAll('~1', '/').replaceAll('~0', '~')],
          value,
        )
        expect(JSON.parse(text.slice(place?.from, place?.to))).toEqual(JSON.parse(JSON.stringify(found)))
      }),
      { seed: 20261123 },
    )
  })

  it('decodes strings and nothing else', () => {
    expect([decodedString('"a\\n\\u00e9"'), decodedString('12'), decodedString('"')]).toEqual([
      'a\né',
      null,
      null,
    ])
  })
})
