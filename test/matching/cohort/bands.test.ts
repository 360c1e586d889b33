import { describe, expect, it } from 'vitest'
import { BANDS, bandOf } from '../../../src/matching/cohort/bands'

const DAY = '2026-11-24'
const TWELVE_WEEKS = '2026-09-01'
const LONGER = '2026-08-31'

describe('the band', () => {
  it.each([
    ['not in it and waiting for longer', 'not-in', LONGER, 1],
    ['not known and waiting for longer', 'not-known', LONGER, 1],
    ['not in it and waiting for twelve weeks to the day', 'not-in', TWELVE_WEEKS, 2],
    ['not known and waiting for a day', 'not-known', '2026-11-23', 2],
    ['in it and waiting for longer', 'in', LONGER, 2],
    ['in it and waiting for twelve weeks to the day', 'in', TWELVE_WEEKS, 3],
    ['in it and not waiting', 'in', null, 3],
  ] as const)('of somebody %s is said by the published list', (_, eet, waitingSince, band) => {
    expect(bandOf({ eet, waitingSince }, DAY)).toBe(band)
    expect(BANDS.some(({ number }) => number === band)).toBe(true)
  })
})
