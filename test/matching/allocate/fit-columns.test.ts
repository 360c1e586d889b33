import { describe, expect, it } from 'vitest'
import { fitColumnsOf, mostOfStep } from '../../../src/matching/allocate/fit-columns'
import { everybodyOf } from '../../../src/matching/allocate/round'
import { Solver } from '../../../src/matching/allocate/solver'
import { drawnRound } from './rounds'

const FIT_MAX = 1_000_000

function columnsFor(opportunities: number, counts: (pair: number) => boolean) {
  const round = drawnRound({
    seed: opportunities,
    people: 40,
    opportunities,
    pairsEach: 5,
    placesMax: 3,
    fitMax: FIT_MAX,
    bands: 1,
  })
  const solver = new Solver(round)
  solver.worth = { place: new Float64Array(40), addsFit: new Uint8Array(40).fill(1) }
  for (const person of everybodyOf(round)) solver.keep(person, counts)
  return { round, columns: fitColumnsOf(solver) }
}

describe.each([1, 16, 63, 64, 65, 128, 200])(
  'pairs by opportunity, with %d opportunities',
  (opportunities) => {
    const counts = (pair: number) => pair % 4 !== 0
    const { round, columns } = columnsFor(opportunities, counts)
    const rowsOf = (one: number) =>
      Array.from({ length: columns.end[one]! - columns.start[one]! }, (_, index) => {
        const at = 2 * (columns.start[one]! + index)
        return { person: columns.cells[at]!, fit: columns.cells[at + 1]! }
      })

    it('has every pair that counts with its opportunity, and no other', () => {
      const written = Array.from({ length: opportunities }, (_, one) => one).flatMap((one) =>
        rowsOf(one).map(({ person, fit }) => `${one} ${person} ${fit}`),
      )
      const expected = [...everybodyOf(round)].flatMap((person) =>
        [...round.to.keys()]
          .slice(round.start[person], round.start[person + 1])
          .filter(counts)
          .map((pair) => `${round.to[pair]} ${person} ${round.fit[pair]}`),
      )
      expect(written.sort()).toEqual(expected.sort())
    })

    it('has no fit above the step of one that stands before it, and people of a step in their order', () => {
      const stepOf = (fit: number) => mostOfStep(fit, columns.shift)
      for (let one = 0; one < opportunities; one += 1) {
        const rows = rowsOf(one)
        const sorted = [...rows].sort((a, b) => stepOf(b.fit) - stepOf(a.fit) || a.person - b.person)
        expect(rows).toEqual(sorted)
      }
    })
  },
)
