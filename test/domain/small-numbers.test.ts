import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { protectCounts, SMALL_NUMBER } from '../../src/domain/small-numbers'

describe('protected counts', () => {
  it.each([
    [[], []],
    [
      [0, 12],
      [0, 12],
    ],
    [
      [3, 12, 40],
      [null, null, 40],
    ],
    [
      [3, 4, 40],
      [null, null, 40],
    ],
    [
      [3, 0, 0],
      [null, 0, 0],
    ],
  ])('of %j are %j', (counts, shown) => {
    expect(protectCounts(counts)).toEqual(shown)
  })

  it('never leave one small count to be worked out from the total', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 30 }), { maxLength: 8 }), (counts) => {
        const shown = protectCounts(counts)
        const hidden = shown.filter((count) => count === null).length
        const others = counts.filter((count) => count > 0).length
        expect(shown.some((count) => count !== null && count > 0 && count < SMALL_NUMBER)).toBe(false)
        if (hidden === 1) expect(others).toBe(1)
      }),
    )
  })
})
