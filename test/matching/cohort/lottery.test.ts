import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inLotteryOrder, lotteryNumber } from '../../../src/matching/cohort/lottery'

describe('the lottery', () => {
  it('draws the SHA-256 of seed and reference', async () => {
    expect(await lotteryNumber('7', 'a')).toBe(createHash('sha256').update('7|a').digest('hex'))
  })

  it('gives one order, however people came', async () => {
    const names = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 5 }), { minLength: 2, maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(names, fc.string(), async (references, seed) => {
        const drawn = await inLotteryOrder(
          seed,
          references.map((reference) => ({ reference })),
        )
        const again = await inLotteryOrder(
          seed,
          references.toReversed().map((reference) => ({ reference })),
        )
        expect(again).toEqual(drawn)
        expect(drawn).toHaveLength(references.length)
      }),
    )
  })
})
