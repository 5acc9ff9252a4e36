import { describe, expect, it } from 'vitest'
import { foldText, sizeText } from '../../../src/renderer/src/features/inspector/readable/folding'
import { styleClasses, visibleLines } from '../../../src/renderer/src/features/inspector/readable/ShownText'
import { bestTab, missingText, whyNot } from '../../../src/renderer/src/features/inspector/tabs'
import { findSettings } from '../../../src/shared/settings/settings'
import { clipReadable, windowLimits } from '../../../src/shared/rollout/readable/clipReadable'
import { toReadable } from '../../../src/shared/rollout/readable/toReadable'
import { plainStyle } from '../../../src/shared/rollout/readable/terminalText'
import type { LineDetail } from '../../../src/shared/contract/openRollout'
import { lineRow } from '../support/fakeClient'

const readable = toReadable({
  timestamp: 't',
  type: 'event_msg',
  payload: { type: 'agent_message', message: 'abcdef' },
})

function detail(part: Partial<LineDetail>, byteLength = 10): LineDetail {
  const row = lineRow(1, { byteLength })
  return {
    row,
    spans: [],
    windowFrom: 0,
    windowLength: 10,
    text: '',
    hasInvalidUtf8: false,
    json: '{}',
    readable,
    shape: null,
    ...part,
  }
}

describe('the ways to see a line', () => {
  // SPEC inspector/tabs
  it('are the one that was taken last, or the next that there is', () => {
    expect(bestTab('readable', detail({}))).toBe('readable')
    expect(bestTab('structured', detail({ json: null }))).toBe('readable')
    expect(bestTab('readable', detail({ json: null, readable: null }))).toBe('raw')
    expect(whyNot('structured', detail({ json: null }, 2_000_000))).toContain('the line has 2 MB')
    expect(whyNot('readable', detail({ readable: null }))).toContain('not one JSON value')
    expect(whyNot('raw', detail({ json: null, readable: null }))).toBeNull()
    expect(findSettings({ inspectorTab: 'raw' }).value.inspectorTab).toBe('raw')
    expect(findSettings({ inspectorTab: 'hex' }).value.inspectorTab).toBe('readable')
  })

  it('say what a search in them does not reach', () => {
    expect(missingText('structured', [detail({}, 99)])).toBeNull()
    expect(missingText('raw', [detail({}, 10)])).toBeNull()
    expect(missingText('raw', [detail({}, 99), detail({}, 99)])).toBe(
      'Searched the 20 B that are loaded of 99 B.',
    )
    expect(missingText('readable', [detail({})])).toBeNull()
    const cut = clipReadable(readable, { ...windowLimits, text: 3 })
    expect(missingText('readable', [detail({ readable: cut })])).toContain('Parts of this line are not')
  })
})

describe('long texts', () => {
  // SPEC inspector/folding
  it('are folded with their size', () => {
    const lines = (count: number): string => 'é\n'.repeat(count)
    expect(foldText(lines(24), false)).toEqual({ shown: lines(24), size: null })
    expect(foldText(lines(412), false)).toEqual({ shown: lines(14).trimEnd(), size: '412 lines, 1.2 KB' })
    expect(foldText('x'.repeat(18_000), false)).toEqual({ shown: 'x'.repeat(1500), size: '18 KB' })
    expect(foldText(`${'x'.repeat(1499)}😀${'y'.repeat(2000)}`, false).shown).toBe('x'.repeat(1499))
    expect(foldText('a\nb', true)).toEqual({ shown: '', size: '2 lines, 3 B' })
    expect(sizeText('')).toBe('0 lines, 0 B')
  })
})

describe('styleClasses', () => {
  // SPEC inspector/terminal
  it('names tokens of the theme and never a colour', () => {
    expect(styleClasses(plainStyle)).toBe('')
    expect(styleClasses({ ...plainStyle, colour: 'red', isBold: true, isMarked: true })).toBe(
      'term-red term-bold term-marked',
    )
  })
})

describe('visibleLines', () => {
  // SPEC inspector/terminal
  it('shows what is hidden and keeps the lines', () => {
    expect(visibleLines('a\u001b[31m\tb\r\n\u202ec\n')).toBe('a␛[31m\tb␍\n<U+202E>c\n')
  })
})
