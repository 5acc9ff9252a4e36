import { describe, expect, it } from 'vitest'
import { hasHiddenCharacters, visibleText } from '../../../src/renderer/src/ui/visibleText'

describe('visibleText', () => {
  it('leaves ordinary text of any script as it is', () => {
    const text = 'Grüße “quoted” כן 日本 🎉 <script>'
    expect(visibleText(text)).toBe(text)
    expect(hasHiddenCharacters(text)).toBe(false)
  })

  it('draws control characters as their pictures', () => {
    expect(visibleText('a\nb\tc\u0000d\u001be\u007f')).toBe('a␊b␉c␀d␛e␡')
  })

  it('names bidirectional and invisible characters, so that a name reads as it is stored', () => {
    expect(visibleText('pay\u202Efdp.exe\u200b\ufeff')).toBe('pay<U+202E>fdp.exe<U+200B><U+FEFF>')
    expect(hasHiddenCharacters('pay\u202Efdp')).toBe(true)
  })
})
