import { expect, it } from 'vitest'
import { toRound } from '../../../src/matching/allocate/round'
import { fromParts, toParts } from '../../../src/matching/cohort/stored-round'

/** What a row may hold on D1. */
const ROW_BYTES_MAX = 2_000_000

it('parts a round of a large county so that each part fits into a row', () => {
  const [people, offers] = [2000, 150]
  const pairs = Array.from({ length: people * offers }, (_, pair) => pair)
  const round = toRound(
    {
      person: Int32Array.from(pairs, (pair) => Math.floor(pair / offers)),
      opportunity: Int32Array.from(pairs, (pair) => pair % offers),
      fit: Int32Array.from(pairs, (pair) => 1 + ((pair * 7919) % 1000)),
      rank: Int32Array.from(pairs, (pair) => (pair % 31 === 0 ? 1 + (pair % 10) : 0)),
    },
    { places: new Int32Array(offers).fill(2), bands: new Int32Array(people).fill(1) },
  )
  const parts = toParts(round)
  expect(parts.length).toBeGreaterThan(1)
  expect(Math.max(...parts.map(({ length }) => length))).toBeLessThan(ROW_BYTES_MAX / 2)
  expect(fromParts(parts, { places: [...round.places], bands: [...round.bands] })).toEqual(round)
})
