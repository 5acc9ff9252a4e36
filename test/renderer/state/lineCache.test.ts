import { describe, expect, it, vi } from 'vitest'
import { createLineCache, linesPerBlock } from '../../../src/renderer/src/state/lineCache'
import type { LineWindow } from '../../../src/shared/contract/openRollout'
import { err, ok, type Result } from '../../../src/shared/result'
import { deferred, lineRow } from '../support/fakeClient'

const lineCount = 1_000_000
const index = { fileId: 'a', lineCount, indexedBytes: 1, totalBytes: 1, complete: true }

function windowFrom(from: number, count = linesPerBlock, inFile = lineCount): Result<LineWindow> {
  const lines = Array.from({ length: count }, (_, at) => lineRow(from + at))
  return ok({ lines, nextLine: null, index: { ...index, lineCount: inFile } })
}

async function turn(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0))
}

describe('line cache', () => {
  it('asks for the blocks on the screen and answers their rows', async () => {
    const asked: number[] = []
    const cache = createLineCache({
      load: (from) => {
        asked.push(from)
        return Promise.resolve(windowFrom(from))
      },
      onChange: () => undefined,
    })
    cache.want(95, 130, lineCount)
    await turn()
    expect(asked).toEqual([1, 101])
    expect([cache.row(95)?.lineNumber, cache.row(130)?.lineNumber, cache.row(999)]).toEqual([
      95,
      130,
      undefined,
    ])
  })

  it('has two requests under way at most and never asks for what has scrolled away', async () => {
    vi.useFakeTimers()
    const asked: number[] = []
    const first = deferred<Result<LineWindow>>()
    const cache = createLineCache({
      load: (from) => {
        asked.push(from)
        return first.promise
      },
      onChange: () => undefined,
    })
    cache.want(1, 400, lineCount)
    expect(asked).toEqual([1, 101])
    cache.want(50_001, 50_040, lineCount)
    cache.want(90_001, 90_040, lineCount)
    first.resolve(windowFrom(1))
    await vi.runAllTimersAsync()
    vi.useRealTimers()
    expect(asked).toEqual([1, 101, 90_001])
  })

  it('keeps a bounded number of blocks', async () => {
    const cache = createLineCache({
      load: (from) => Promise.resolve(windowFrom(from)),
      onChange: () => undefined,
    })
    for (let block = 0; block < 80; block++) {
      cache.want(block * 100 - 99, block * 100 + 100, lineCount)
      await turn()
    }
    expect(cache.row(1)).toBeUndefined()
    expect(cache.row(7_950)?.lineNumber).toBe(7_950)
  })

  it('asks again for a block that was short when the file was', async () => {
    let length = 30
    const cache = createLineCache({
      load: (from) => Promise.resolve(windowFrom(from, length, length)),
      onChange: () => undefined,
    })
    cache.want(1, 40, 30)
    await turn()
    length = 100
    cache.want(1, 40, 30)
    await turn()
    expect(cache.row(31)).toBeUndefined()
    cache.want(1, 40, 200)
    await turn()
    expect(cache.row(31)?.lineNumber).toBe(31)
  })

  it('tells a failure and tries again after a while', async () => {
    let at = 0
    let isBroken = true
    const cache = createLineCache({
      load: (from) => Promise.resolve(isBroken ? err({ code: 'io', message: 'gone' }) : windowFrom(from)),
      onChange: () => undefined,
      now: () => at,
    })
    cache.want(1, 40, lineCount)
    await turn()
    expect(cache.failure()?.message).toBe('gone')
    isBroken = false
    at = 10_000
    cache.want(1, 40, lineCount)
    await turn()
    expect([cache.failure(), cache.row(1)?.lineNumber]).toEqual([null, 1])
  })

  it('keeps lines on show until they were read again', async () => {
    const again = deferred<Result<LineWindow>>()
    let asked = 0
    const cache = createLineCache({
      load: (from) => (asked++ === 0 ? Promise.resolve(windowFrom(from, 30, 30)) : again.promise),
      onChange: () => undefined,
    })
    cache.want(1, 40, 30)
    await turn()
    cache.refreshFrom(30)
    expect([asked, cache.row(30)?.lineNumber]).toEqual([2, 30])
    again.resolve(windowFrom(1, 31, 31))
    await turn()
    expect([asked, cache.row(31)?.lineNumber]).toEqual([2, 31])
  })

  it('ignores what comes after it was disposed of', async () => {
    const late = deferred<Result<LineWindow>>()
    const onChange = vi.fn()
    const cache = createLineCache({ load: () => late.promise, onChange })
    cache.want(1, 40, lineCount)
    cache.dispose()
    late.resolve(windowFrom(1))
    await turn()
    expect(onChange).not.toHaveBeenCalled()
  })
})
