import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explainPlacement, sayWhyNot, sayWhyNotToThem } from '../../../src/matching/cohort/explain-placement'
import { placeUnder } from '../../../src/matching/cohort/place-cohort'
import { standingsOf } from '../../../src/matching/cohort/standings'
import { ALLOCATION_RULES, type AllocationRule } from '../../../src/matching/allocate/round'
import { anyWritten, roundOf } from '../allocate/rounds'

/** The worked example of `src/matching/README.md`: kitchen, garden, office. */
const EXAMPLE = roundOf({
  places: [1, 1, 1],
  people: [
    { band: 1, fits: [50, 40, 0] },
    { band: 1, fits: [60, 0, 0] },
    { band: 2, fits: [70, 95, 0] },
    { band: 2, fits: [0, 80, 30] },
    { band: 3, fits: [0, 0, 95] },
  ],
})

const explained = (round = EXAMPLE, rule: AllocationRule = 'band-by-band') => {
  const { placements } = placeUnder(round, rule)
  const standings = standingsOf(round, placements)
  return placements.map((placement, person) =>
    explainPlacement(round, standings, { person, placement, rule }),
  )
}

describe('why somebody has what they have', () => {
  it('is told for each of the worked example', () => {
    const said = explained().map(({ fit, band, better }) => [
      fit,
      better.map((missed) => `${missed.opening}: ${sayWhyNot(missed, band)}`),
    ])
    expect(said).toEqual([
      [40, ['0: The lowest fit placed from band 1 was 60; theirs was 50.']],
      [60, []],
      [0, ['1: People of earlier bands have it.', '0: People of earlier bands have it.']],
      [30, ['1: People of earlier bands have it.']],
      [0, ['2: People of earlier bands have it.']],
    ])
  })

  it('names a cut-off only to people of the band it belongs to', () => {
    fc.assert(
      fc.property(anyWritten(5), (written) => {
        const round = roundOf(written)
        const { placements } = placeUnder(round, 'band-by-band')
        const standings = standingsOf(round, placements)
        explained(round).forEach(({ better, band, fit }) => {
          for (const { opening, why, fit: own } of better) {
            expect(own).toBeGreaterThan(fit)
            if (why.because !== 'lower-fit') continue
            expect([standings[opening]?.latestBand, standings[opening]?.cutOff]).toEqual([band, why.cutOff])
            expect(own).toBeLessThan(why.cutOff)
          }
        })
      }),
    )
  })

  it('says to nobody without a place that one is left, nor that a later band has it, band by band', () => {
    fc.assert(
      fc.property(anyWritten(5), (written) => {
        const without = explained(roundOf(written)).filter(({ fit }) => fit === 0)
        const reasons = without.flatMap(({ better }) => better.map(({ why }) => why.because))
        expect(reasons.filter((one) => one === 'place-free' || one === 'later-band')).toEqual([])
      }),
    )
  })

  it('goes by their own order where the rule asks in it', () => {
    const round = roundOf({
      places: [1, 1],
      people: [
        { band: 1, fits: [90, 40], ranks: [0, 1] },
        { band: 2, fits: [0, 60], ranks: [0, 1] },
      ],
    })
    const said = (rule: AllocationRule) =>
      explained(round, rule).map(({ better }) => better.map((missed) => [missed.opening, missed.why.because]))
    // The first got their favourite, which fits them less: nothing is better for them.
    expect(said('person-proposing')).toEqual([[], [[1, 'earlier-bands']]])
    expect(said('deferred-acceptance')).toEqual([[], []])
  })

  it('gives a reason that holds, whatever the rule', () => {
    fc.assert(
      fc.property(anyWritten(5), fc.constantFrom(...ALLOCATION_RULES), (written, rule) => {
        const round = roundOf(written)
        const { placements } = placeUnder(round, rule)
        const standings = standingsOf(round, placements)
        explained(round, rule).forEach(({ better, fit, band }, person) => {
          for (const { opening, fit: own, why } of better) {
            expect(opening).not.toBe(placements[person])
            if (rule !== 'person-proposing') expect(own).toBeGreaterThan(fit)
            const held = standings[opening]!
            if (why.because === 'later-band') expect(held.latestBand).toBeGreaterThan(band)
            if (why.because === 'earlier-bands') expect(held.latestBand).toBeLessThan(band)
            // Only where the fit of everybody together counts does somebody with a better fit have to go elsewhere.
            if (why.because === 'more-placed')
              expect(['band-by-band', 'most-placed', 'best-fit']).toContain(rule)
          }
        })
      }),
    )
  })

  it('is decided by lot between equals', () => {
    const twins = roundOf({
      places: [1],
      people: [
        { band: 1, fits: [50] },
        { band: 1, fits: [50] },
      ],
    })
    expect(explained(twins).map(({ better }) => better.map(({ why }) => why.because))).toEqual([
      [],
      ['by-lot'],
    ])
  })

  it('has no number and nobody else in the words for the young person', () => {
    const reasons = [
      { because: 'no-places' },
      { because: 'earlier-bands' },
      { because: 'lower-fit', cutOff: 612 },
      { because: 'by-lot' },
      { because: 'more-placed' },
      { because: 'later-band' },
      { because: 'place-free' },
    ] as const
    for (const why of reasons)
      expect(sayWhyNotToThem({ opening: 0, fit: 588, rank: 0, why })).not.toMatch(/\d|band|fit /)
  })
})
