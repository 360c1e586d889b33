import { Chance } from '../../db/seed/demo/chance'
import type { Round } from '../../src/matching/allocate/round'

const FIT_MAX = 1000
const PLACES_MAX = 12
const SEED = 1

/**
 * A round of a size that a list of pairs would not fit beside, drawn straight into its columns, the same each time:
 * people look at most offers of their own area and at a few of the next, so that everything hangs together.
 */
export function drawSparse(size: {
  people: number
  areas: number
  areaSize: number
  pairsEach: number
}): Round {
  const { people, areas, areaSize, pairsEach } = size
  const chance = new Chance(SEED)
  const draw = () => chance.next()
  const opportunities = areas * areaSize
  const round: Round = {
    people,
    opportunities,
    places: Int32Array.from({ length: opportunities }, () => 1 + Math.floor(draw() * PLACES_MAX)),
    bands: new Int32Array(people).fill(1),
    start: new Int32Array(people + 1),
    to: new Int32Array(people * pairsEach),
    fit: new Int32Array(people * pairsEach),
    rank: new Int32Array(0),
  }
  const near = pairsEach - Math.ceil(pairsEach / 20)
  let pair = 0
  for (let person = 0; person < people; person += 1) {
    // The last area has no next one: its people look in the one before as well.
    const area = Math.floor(draw() * (areas - 1))
    pair = chooseInto(round, pair, { from: area * areaSize, count: areaSize, wanted: near, draw })
    const next = { from: (area + 1) * areaSize, count: areaSize, wanted: pairsEach - near, draw }
    pair = chooseInto(round, pair, next)
    round.start[person + 1] = pair
  }
  return round
}

/** So many of a stretch of opportunities, each with the same chance, ascending (Knuth's selection sampling). */
function chooseInto(
  { to, fit }: Round,
  first: number,
  { from, count, wanted, draw }: { from: number; count: number; wanted: number; draw: () => number },
): number {
  let pair = first
  for (let one = 0; one < count && pair < first + wanted; one += 1) {
    if (draw() * (count - one) >= first + wanted - pair) continue
    to[pair] = from + one
    fit[pair] = 1 + Math.floor(draw() * FIT_MAX)
    pair += 1
  }
  return pair
}
