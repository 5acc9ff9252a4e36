import { describe, expect, it } from 'vitest'
import { openingPlace } from '../../../src/main/electron/windowPlace'
import { zoomed } from '../../../src/main/electron/zoom'

const screen = { x: 0, y: 0, width: 1920, height: 1040 }
const right = { x: 1920, y: 0, width: 1280, height: 1024 }
const kept = { x: 100, y: 80, width: 1200, height: 800, isMaximized: false }

// SPEC host/window-place
describe('openingPlace', () => {
  it('is of an ordinary size where nothing was kept', () => {
    expect(openingPlace(null, [screen], 0)).toEqual({ width: 1360, height: 860, isMaximized: false })
  })

  it('is where the window was, and a little further for each that is open', () => {
    expect(openingPlace(kept, [screen], 0)).toEqual(kept)
    expect(openingPlace({ ...kept, isMaximized: true }, [screen], 2)).toEqual({ ...kept, x: 156, y: 136 })
    expect(openingPlace({ ...kept, isMaximized: true }, [screen], 0).isMaximized).toBe(true)
    expect(openingPlace({ ...kept, x: 2000 }, [screen, right], 0).x).toBe(2000)
  })

  it.each([
    ['a display that is gone', { x: 2000 }],
    ['far above', { y: -300 }],
    ['below', { y: 1030 }],
    ['almost off to the left', { x: -1150 }],
  ])('is left to the system when the window was on %s', (_where, part) => {
    const place = openingPlace({ ...kept, ...part }, [screen], 0)
    expect([place.x, place.y, place.width, place.height]).toEqual([undefined, undefined, 1200, 800])
  })

  it('is no larger than the display, nor smaller than a window may be, with its edge in reach', () => {
    const huge = { ...kept, y: -20, width: 9000, height: 9000 }
    expect(openingPlace(huge, [screen], 0)).toMatchObject({ y: 0, width: 1920, height: 1040 })
    expect(openingPlace({ ...kept, width: 10, height: 10 }, [screen], 0)).toMatchObject({
      width: 960,
      height: 600,
    })
    expect(openingPlace(kept, [], 0)).toEqual({ width: 1200, height: 800, isMaximized: false })
  })
})

// SPEC host/zoom
describe('zoomed', () => {
  it('goes by steps, stays at the ends, and back to the natural size', () => {
    expect([zoomed(100, 'in'), zoomed(110, 'in'), zoomed(300, 'in'), zoomed(123, 'in')]).toEqual([
      110, 125, 300, 125,
    ])
    expect([zoomed(100, 'out'), zoomed(50, 'out'), zoomed(123, 'out'), zoomed(175, 'reset')]).toEqual([
      90, 50, 110, 100,
    ])
  })
})
