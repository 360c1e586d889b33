import loadHighs from 'highs'
import { describe, expect, it } from 'vitest'
import { measure } from '../../../src/matching/allocate/measures'
import { allocate } from '../../../src/matching/allocate/rules'
import { linearProgram } from './linear-program'
import { drawnRound } from './rounds'

// An independent solver of linear programs agrees on the greatest total fit.

describe('the best fit', () => {
  it.each([
    [1, 1000, 3],
    [2, 4, 3],
    [3, 1_000_000, 1],
    [4, 1, 5],
  ])('is what HiGHS finds too: round %i, fits up to %i, up to %i places', async (seed, fitMax, placesMax) => {
    const highs = await loadHighs()
    const round = drawnRound({
      seed,
      people: 160,
      opportunities: 40,
      pairsEach: 9,
      placesMax,
      fitMax,
      bands: 1,
    })
    const { ObjectiveValue } = highs.solve(linearProgram(round))
    expect(measure(round, allocate(round, 'best-fit').pairOf).totalFit).toBe(Math.round(ObjectiveValue))
  })
})
