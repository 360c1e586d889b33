import { NONE } from './round'
import type { Solver } from './solver'

/** How often one person may bid before they wait for the exact search: most have their place by then. */
const BIDS_EACH = 40

/**
 * An auction from zero prices (after Bertsekas 1988): everybody in turn bids for their best value as much more than
 * its price as makes it no better than their second best; the lowest bid of a full opportunity gives way, and the
 * lowest that stays is the price. Bids that raise nothing are not made, so that the optimum's proof stays exact: those
 * people, and whoever has used up their bids, wait.
 * @returns the people who wait, in the order in which they began to
 */
export function bid(solver: Solver, entering: Int32Array): Int32Array {
  const { round, pairs, end, worth, price, slots, slotStart, taken } = solver
  const { start, to, fit, places, people } = round
  const level = levelsOfThoseWhoAreIn(solver)
  const bids = new Uint8Array(people)
  const queue = Array.from(entering)
  const waiting: number[] = []
  for (let head = 0; head < queue.length; head += 1) {
    const person = queue[head]!
    if (bids[person]! >= BIDS_EACH) {
      waiting.push(person)
      continue
    }
    bids[person]! += 1
    const [place, addsFit] = [worth.place[person]!, worth.addsFit[person]!]
    let best = NONE
    let bestValue = 0
    let second = 0
    const last = end[person]!
    solver.scans += last - start[person]!
    for (let position = start[person]!; position < last; position += 1) {
      const pair = pairs[position]!
      const value = place + addsFit * fit[pair]! - price[to[pair]!]!
      if (value > bestValue) {
        second = bestValue
        bestValue = value
        best = pair
      } else if (value > second) second = value
    }
    if (best === NONE) continue
    const opportunity = to[best]!
    const offered = price[opportunity]! + bestValue - second
    const first = slotStart[opportunity]!
    if (taken[opportunity]! < places[opportunity]!) {
      const slot = solver.nextSlot(opportunity)
      level[slot] = offered
      solver.seatBy(person, best, slot)
      siftUp(solver, level, first, slot)
    } else if (offered > price[opportunity]!) {
      const loser = slots[first]!
      solver.unseat(loser)
      queue.push(loser)
      level[first] = offered
      solver.seatBy(person, best, first)
      siftDown(solver, level, first, taken[opportunity]!)
    } else {
      waiting.push(person)
      continue
    }
    if (taken[opportunity] === places[opportunity]) price[opportunity] = level[first]!
  }
  return Int32Array.from(waiting)
}

/** Whoever is in already has offered the price. */
function levelsOfThoseWhoAreIn({ round, slots, slotStart, taken, price }: Solver): Float64Array {
  const level = new Float64Array(slots.length)
  for (let one = 0; one < round.opportunities; one += 1)
    level.fill(price[one]!, slotStart[one]!, slotStart[one]! + taken[one]!)
  return level
}

function swap(solver: Solver, level: Float64Array, one: number, other: number): void {
  const [person, otherPerson] = [solver.slots[one]!, solver.slots[other]!]
  const opportunity = solver.placeOf[person]!
  solver.seat(person, opportunity, other)
  solver.seat(otherPerson, opportunity, one)
  const kept = level[one]!
  level[one] = level[other]!
  level[other] = kept
}

/** The slots of an opportunity are a heap by what was offered, the lowest first. */
function siftUp(solver: Solver, level: Float64Array, first: number, slot: number): void {
  let child = slot - first
  while (child > 0) {
    const parent = (child - 1) >> 1
    if (level[first + parent]! <= level[first + child]!) return
    swap(solver, level, first + parent, first + child)
    child = parent
  }
}

function siftDown(solver: Solver, level: Float64Array, first: number, length: number): void {
  let parent = 0
  for (;;) {
    let child = 2 * parent + 1
    if (child >= length) return
    if (child + 1 < length && level[first + child + 1]! < level[first + child]!) child += 1
    if (level[first + parent]! <= level[first + child]!) return
    swap(solver, level, first + parent, first + child)
    parent = child
  }
}
