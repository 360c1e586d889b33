import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeUnder } from '../../../src/matching/cohort/place-cohort'
import { effectOfSwap, swapCandidates, swapped } from '../../../src/matching/cohort/swap'
import { anyWritten, roundOf } from '../allocate/rounds'

describe('a swap', () => {
  const round = roundOf({
    places: [1, 1],
    people: [
      { band: 1, fits: [90, 80] },
      { band: 1, fits: [70, 75] },
      { band: 2, fits: [60, 0] },
    ],
  })
  const { placements } = placeUnder(round, 'band-by-band')

  it('says what it changes before it is done', () => {
    expect(placements).toEqual([0, 1, -1])
    expect(effectOfSwap(round, placements, 0, 1)).toMatchObject({
      before: { placed: 2, totalFit: 165, worstFit: 75, envyOfLowerBand: 0 },
      after: { placed: 2, totalFit: 150, worstFit: 70, envyOfLowerBand: 0 },
    })
    expect(effectOfSwap(round, placements, 0, 2)?.after).toMatchObject({
      placed: 2,
      placedByBand: [
        [1, 1],
        [2, 1],
      ],
      totalFit: 135,
      envyOfLowerBand: 1,
    })
  })

  it('is not there where the rules say no', () => {
    expect(effectOfSwap(round, placements, 1, 2)).toBeUndefined()
    expect(swapCandidates(round, placements, 1).map(({ person }) => person)).toEqual([0])
    // Whose place was put to them already keeps it.
    expect(swapCandidates(round, placements, 1, new Set([0]))).toEqual([])
  })

  it('lists exactly those with whom it is possible', () => {
    fc.assert(
      fc.property(anyWritten(5), (written) => {
        const any = roundOf(written)
        const given = placeUnder(any, 'band-by-band').placements
        given.forEach((opening, person) => {
          if (opening === -1) return
          const listed = swapCandidates(any, given, person).map((one) => one.person)
          const possible = given.flatMap((other, number) =>
            number !== person && other !== opening && effectOfSwap(any, given, person, number)
              ? [number]
              : [],
          )
          expect(listed.sort()).toEqual(possible.sort())
        })
      }),
      { numRuns: 60 },
    )
  })

  it('undoes itself', () => {
    expect(swapped(swapped(placements, 0, 2), 0, 2)).toEqual(placements)
  })
})
