import { RULES } from '../rules/index'
import { travel } from '../rules/travel'
import { Best } from './best'
import { isBeyond } from './blocks'
import { exceptionWord, idsWithExceptions, slotsWithExceptions } from './exceptions'
import { openingsNear } from './near'
import type { OpeningColumns, OpeningRow } from './openings'
import { hundredthsOf, talliedWord, timeWord, tripOfPair } from './pair'
import { blockOf, type PeopleColumns, talliedAt } from './people'
import { countOpenings, countPeople } from './tally'
import { answerOf, bitOf, firstRefusal, REFUSALS } from './word'

/** A list in order, by index of the person or opening. */
export type Ranking = {
  /** The best first, no more than the limit. */
  order: Int32Array
  /** How many there are, before the limit. */
  count: number
  /** By rule, in the order of the rules: how many it is the first to leave out. */
  leftOut: Int32Array
}

const TRAVEL = bitOf(travel)
const TOTAL_MAX = 100

/**
 * Looks at pairs one after another and keeps the best. Whom the rules before the trip refuse was counted beforehand;
 * whoever is looked at and not kept, or never looked at, and passes those rules, is refused for the trip.
 */
class Ranker {
  readonly leftOut = new Int32Array(RULES.length)
  passed = 0
  count = 0
  private readonly best: Best

  /** @param size how many could be ranked at most; their turns lie below it */
  constructor(
    private readonly people: PeopleColumns,
    private readonly size: number,
    limit: number,
  ) {
    this.best = new Best(Math.min(limit, size))
  }

  /** Counts a pair with an exception under the rule that refuses it with the exception, not without. */
  except(slot: number, row: OpeningRow): void {
    const tallied = row.gate[this.people.gate[slot]!]! | talliedWord(this.people, slot, row)
    const before = firstRefusal(tallied)
    const after = firstRefusal(tallied | exceptionWord(this.people.exceptions, slot, row.opening))
    if (before >= 0) this.leftOut[before]! -= 1
    else this.passed -= 1
    if (after >= 0) this.leftOut[after]! += 1
    else this.passed += 1
  }

  look(slot: number, row: OpeningRow, turn: number): void {
    const { people } = this
    const gate = row.gate[people.gate[slot]!]!
    if (gate & REFUSALS) return
    const trip = tripOfPair(people, slot, row)
    const word =
      gate |
      row.travel[trip]! |
      talliedWord(people, slot, row) |
      exceptionWord(people.exceptions, slot, row.opening)
    if (word & REFUSALS) return
    this.passed -= 1
    const time = timeWord(people, slot, row)
    if (time & REFUSALS) this.leftOut[firstRefusal(time)]! += 1
    else this.keep(slot, row, { trip, turn, answer: answerOf(word | time) })
  }

  private keep(slot: number, row: OpeningRow, pair: { trip: number; turn: number; answer: number }): void {
    this.count += 1
    if (this.keyOf(pair.answer, TOTAL_MAX, 0) >= this.best.bar) return
    const total = Math.round(hundredthsOf(this.people, slot, row, pair.trip) / 100)
    const key = this.keyOf(pair.answer, total, pair.turn)
    if (key < this.best.bar) this.best.add(key)
  }

  /** Less for what comes first: by answer, then by total, then by turn. */
  private keyOf(answer: number, total: number, turn: number): number {
    return (answer * (TOTAL_MAX + 1) + TOTAL_MAX - total) * this.size + turn
  }

  ranking(indexAtTurn: (turn: number) => number): Ranking {
    this.leftOut[TRAVEL]! += this.passed
    const order = Int32Array.from(this.best.inOrder(), (key) => indexAtTurn(key % this.size))
    return { order, count: this.count, leftOut: this.leftOut }
  }
}

/**
 * Ranks people for an opening as a broker's list does: by answer, fit, waiting and id, without those who may not be
 * listed.
 * @param limit how many to put in order
 */
export function rankPeople(people: PeopleColumns, opening: OpeningRow, limit: number): Ranking {
  const row = { ...opening, gate: opening.listGate }
  const ranker = new Ranker(people, people.count, limit)
  ranker.passed = countPeople(people.tallies, row, ranker.leftOut)
  for (const slot of slotsWithExceptions(people.exceptions, row.opening)) ranker.except(slot, row)
  for (const block of people.blocks) {
    if (isBeyond(block, row)) continue
    for (let slot = block.from; slot < block.to; slot += 1) ranker.look(slot, row, people.turns.turnOf[slot]!)
  }
  return ranker.ranking((turn) => people.personAt[people.turns.atTurn[turn]!]!)
}

/**
 * Ranks openings for a person, for their own page and their adviser's: by answer, fit and id.
 * @param person the index of the person
 * @param limit how many to put in order
 */
export function rankOpenings(
  people: PeopleColumns,
  person: number,
  openings: OpeningColumns,
  limit: number,
): Ranking {
  const slot = people.slotOf[person]!
  const ranker = new Ranker(people, openings.rows.length, limit)
  ranker.passed = countOpenings(openings.tallies, talliedAt(people, slot), ranker.leftOut)
  for (const index of openingsWithExceptions(people, slot, openings)) {
    ranker.except(slot, openings.rows[index]!)
  }
  for (const index of openingsNear(openings, placeOf(people, slot))) {
    ranker.look(slot, openings.rows[index]!, openings.turnOf[index]!)
  }
  return ranker.ranking((turn) => openings.atTurn[turn]!)
}

function openingsWithExceptions(people: PeopleColumns, slot: number, openings: OpeningColumns): Set<number> {
  const ids = idsWithExceptions(people.exceptions, slot)
  return new Set(ids.flatMap((id) => openings.indexesOf.get(id) ?? []))
}

/** Where one person can get to. */
function placeOf(people: PeopleColumns, slot: number) {
  const [east, north] = [people.east[slot]!, people.north[slot]!]
  const { isBound } = blockOf(people, slot)
  return { isBound, west: east, east, south: north, north, reach: people.tripLimits[2 * slot + 1]! }
}
