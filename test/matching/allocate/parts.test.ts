import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Part, partsOf } from '../../../src/matching/allocate/parts'
import type { Round } from '../../../src/matching/allocate/round'
import { anyWritten, roundOf } from './rounds'

/** The pairs of a round that have a place: person, opportunity, fit. */
function pairsOf({ people, start, to, fit, places }: Round): string[] {
  return Array.from({ length: people }, (_, person) => person).flatMap((person) =>
    [...to.subarray(start[person], start[person + 1])].flatMap((opportunity, index) =>
      places[opportunity] === 0 ? [] : [`${person} ${opportunity} ${fit[(start[person] as number) + index]}`],
    ),
  )
}

/** A part with its numbers in the whole written out. */
function writtenOut({ person, pair, round }: Part) {
  const all = (length: number) => Int32Array.from({ length }, (_, number) => number)
  return { round, person: person ?? all(round.people), pair: pair ?? all(round.to.length) }
}

/** The pairs of a part, by their numbers in the whole. */
const inWhole = (whole: Round, { person, pair, round }: ReturnType<typeof writtenOut>) =>
  Array.from(person, (one, number) =>
    [...pair.subarray(round.start[number], round.start[number + 1])].map(
      (own, index) => `${one} ${whole.to[own]} ${round.fit[(round.start[number] as number) + index]}`,
    ),
  ).flat()

const opportunitiesOf = (whole: Round, { pair }: ReturnType<typeof writtenOut>) =>
  new Set(Array.from(pair, (one) => whole.to[one]))

describe('the parts of a round', () => {
  it('hold every pair with a place once, share no opportunity, and keep the order of people', () => {
    fc.assert(
      fc.property(anyWritten(9), (written) => {
        const round = roundOf(written)
        const parts = [...partsOf(round)].map(writtenOut)
        const withPlace = parts.flatMap((part) =>
          inWhole(round, part).filter((pair) => round.places[Number(pair.split(' ')[1])] !== 0),
        )
        expect(withPlace.toSorted()).toEqual(pairsOf(round).toSorted())
        const theirs = parts.map((part) => opportunitiesOf(round, part))
        const shared = theirs.flatMap((one, at) =>
          theirs.slice(at + 1).flatMap((other) => [...one].filter((opportunity) => other.has(opportunity))),
        )
        expect(shared).toEqual([])
        for (const { person, round: part } of parts) {
          expect([...person]).toEqual([...person].toSorted((one, other) => one - other))
          expect([...part.bands]).toEqual(Array.from(person, (one) => round.bands[one]))
        }
      }),
    )
  })

  it('cannot be taken apart further', () => {
    fc.assert(
      fc.property(anyWritten(9), (written) => {
        for (const { round } of partsOf(roundOf(written))) {
          const again = [...partsOf(round)].filter((part) => part.round.people > 0)
          expect(again.length).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  it('are as many as there are counties with nothing to do with one another', () => {
    const county = {
      places: [1, 2],
      people: [
        { band: 1, fits: [5, 4] },
        { band: 2, fits: [0, 3] },
      ],
    }
    const two = {
      places: [...county.places, ...county.places, 0],
      people: [
        ...county.people.map(({ band, fits }) => ({ band, fits: [...fits, 0, 0, 9] })),
        ...county.people.map(({ band, fits }) => ({ band, fits: [0, 0, ...fits, 9] })),
      ],
    }
    const parts = [...partsOf(roundOf(two))].map(writtenOut)
    expect(parts.map(({ person }) => [...person])).toEqual([
      [0, 1],
      [2, 3],
    ])
    expect(parts.map(({ round }) => [...round.to])).toEqual([
      [0, 1, 1],
      [0, 1, 1],
    ])
  })
})
