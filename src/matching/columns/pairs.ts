import type { Candidate, MatchingContext, Opening } from '../candidate'
import { RULES } from '../rules/index'
import { exceptionsOfPerson } from './exceptions'
import { WIDTH } from './layout'
import { type OpeningColumns, openingColumns } from './openings'
import { PairReader } from './pair'
import { type PeopleColumns, peopleColumns } from './people'
import { type Columns, findRow, judgeRow, type Row } from './row'
import { firstRefusal, REFUSALS } from './word'

const HUNDREDTHS_MAX = 10_000

/** The fit by the hundredths of the score. */
const FITS = Int16Array.from({ length: HUNDREDTHS_MAX + 1 }, (_, hundredths) =>
  Math.max(1, Math.round(hundredths / 10)),
)

/** The fit 1..1000 of a pair: the hundredths of the score (0..10,000) divided by ten, rounded, at least 1. */
export const fitOf = (hundredths: number): number => FITS[hundredths]!

/** About how many pairs a person has in a county or a country; room is made for so many at once. */
const USUAL_PAIRS = 64

/** Every pair that no rule refuses, by person, with its score and its answer. */
export class Pairs {
  /** Where the pairs of the person in a slot stand: start[slot] up to end[slot], in no order. */
  readonly start: Int32Array
  readonly end: Int32Array
  /** How many openings no rule up to that on the trip refuses to the person in a slot. */
  readonly passed: Int32Array
  /** Index of the opening of each pair. */
  to: Int32Array
  /** The score of each pair in hundredths, 0 to 10,000. */
  hundredths: Int16Array
  /** 0 eligible, 1 not enough information, 2 needs a check (heaviest answer of the pair). */
  answer: Uint8Array
  /** How much room is taken up, with places that somebody's pairs have left. */
  private size = 0
  /** How many pairs there are. */
  private count = 0

  /** @param people in slots, as the columns put them: those who live near each other stand together */
  constructor(readonly people: Pick<PeopleColumns, 'count' | 'personAt' | 'slotOf'>) {
    const room = 1 + people.count * USUAL_PAIRS
    this.start = new Int32Array(people.count)
    this.end = new Int32Array(people.count)
    this.passed = new Int32Array(people.count)
    this.to = new Int32Array(room)
    this.hundredths = new Int16Array(room)
    this.answer = new Uint8Array(room)
  }

  /** How many pairs there are. */
  get length(): number {
    return this.count
  }

  /** Where the pairs of a person stand, by index: from the first up to, and without, the last. */
  of(person: number): { from: number; to: number } {
    const slot = this.people.slotOf[person]!
    return { from: this.start[slot]!, to: this.end[slot]! }
  }

  /** What was found of the person in a slot. */
  rowAt(slot: number): Row {
    return { count: this.end[slot]! - this.start[slot]!, passed: this.passed[slot]! }
  }

  /** Puts what was found of somebody, and stands in the room, in the place of what was found before. */
  put(slot: number, { count, passed }: Row, { room }: OpeningColumns): void {
    const before = this.end[slot]! - this.start[slot]!
    const at = count <= before ? this.start[slot]! : this.placeFor(count)
    const { to, hundredths, answer } = this
    for (let pair = 0; pair < count; pair += 1) {
      to[at + pair] = room.to[pair]!
      hundredths[at + pair] = room.hundredths[pair]!
      answer[at + pair] = room.answer[pair]!
    }
    this.start[slot] = at
    this.end[slot] = at + count
    this.passed[slot] = passed
    this.count += count - before
  }

  /** A place for so many pairs after all the others. */
  private placeFor(count: number): number {
    const at = this.size
    this.size += count
    if (this.size > this.to.length) this.grow()
    return at
  }

  private grow(): void {
    const { to, hundredths, answer, size } = this
    this.to = new Int32Array(2 * size)
    this.hundredths = new Int16Array(2 * size)
    this.answer = new Uint8Array(2 * size)
    this.to.set(to)
    this.hundredths.set(hundredths)
    this.answer.set(answer)
  }
}

/** The same pairs by opening: start[opening] up to start[opening + 1], people in the order of their slots. */
export type PairsByOpening = Pick<Pairs, 'start' | 'hundredths' | 'answer'> & {
  /** Index of the person of each pair. */
  from: Int32Array
}

/** Finds every pair that no rule refuses, with its score and its answer. */
export function listPairs(
  people: readonly Candidate[],
  openings: readonly Opening[],
  context: MatchingContext,
): Pairs {
  return findPairs({ people: peopleColumns(people, context), openings: openingColumns(openings, context) })
}

/** The same from columns that were built before. */
export function findPairs({ people, openings }: Columns): Pairs {
  const pairs = new Pairs(people)
  const reader = new PairReader(people, openings, 'person')
  for (let slot = 0; slot < people.count; slot += 1) {
    const exceptions = exceptionsOfPerson(people.exceptions, slot, openings)
    pairs.put(slot, findRow(reader, { people, openings }, slot, exceptions), openings)
  }
  return pairs
}

/** Finds the pairs of somebody who was patched in the columns anew. */
export function patchPairs(pairs: Pairs, { people, openings }: Columns, person: number): void {
  const slot = people.slotOf[person]!
  const reader = new PairReader(people, openings, 'person')
  const exceptions = exceptionsOfPerson(people.exceptions, slot, openings)
  pairs.put(slot, findRow(reader, { people, openings }, slot, exceptions), openings)
}

/** Turns pairs by person into pairs by opening, by counting. */
export function byOpening(pairs: Pairs, openings: number): PairsByOpening {
  const { people, start, end, to, hundredths, answer } = pairs
  const turned = {
    start: new Int32Array(openings + 1),
    from: new Int32Array(pairs.length),
    hundredths: new Int16Array(pairs.length),
    answer: new Uint8Array(pairs.length),
  }
  for (let slot = 0; slot < people.count; slot += 1)
    for (let pair = start[slot]!; pair < end[slot]!; pair += 1) turned.start[to[pair]! + 1]! += 1
  for (let opening = 0; opening < openings; opening += 1) turned.start[opening + 1]! += turned.start[opening]!
  const next = turned.start.slice()
  for (let slot = 0; slot < people.count; slot += 1) {
    const person = people.personAt[slot]!
    for (let pair = start[slot]!; pair < end[slot]!; pair += 1) {
      const at = next[to[pair]!]!++
      turned.from[at] = person
      turned.hundredths[at] = hundredths[pair]!
      turned.answer[at] = answer[pair]!
    }
  }
  return turned
}

/**
 * How many of the openings each rule ALONE refuses to each person, so what would change it.
 * @returns people × RULES.length numbers, one row for each person
 */
export function countOnlyRefusals(
  candidates: readonly Candidate[],
  openings: readonly Opening[],
  context: MatchingContext,
): Int32Array {
  const people = peopleColumns(candidates, context)
  const columns = openingColumns(openings, context)
  const reader = new PairReader(people, columns, 'person')
  const counts = new Int32Array(people.count * RULES.length)
  const { room } = columns
  for (let person = 0; person < people.count; person += 1) {
    const slot = people.slotOf[person]!
    openings.forEach((_, index) => {
      room.to[index] = index
    })
    judgeRow(
      reader,
      columns,
      { person: slot * WIDTH, count: openings.length },
      exceptionsOfPerson(people.exceptions, slot, columns),
    )
    for (const word of room.words) {
      const refusals = word & REFUSALS
      const isOnlyOne = refusals !== 0 && (refusals & (refusals - 1)) === 0
      if (isOnlyOne) counts[person * RULES.length + firstRefusal(refusals)]! += 1
    }
  }
  return counts
}
