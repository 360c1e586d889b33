import type { Candidate, MatchingContext, Opening } from '../candidate'
import { anyBit } from '../decision'
import { RULES } from '../rules/index'
import { openingsNear } from './near'
import { type OpeningColumns, openingColumns } from './openings'
import { exceptionsOfPerson, withExceptions } from './exceptions'
import { WIDTH } from './layout'
import { type Judged, PairReader } from './pair'
import { type PeopleColumns, peopleColumns } from './people'
import { answerOf, firstRefusal, REFUSALS } from './word'

/** Every pair that no rule refuses, by person. */
export type Pairs = {
  /** The people stand in slots, as the columns put them: those who live near each other stand together. */
  personAt: Int32Array
  slotOf: Int32Array
  /** Pairs of the person in a slot: start[slot] up to start[slot + 1], in no order; length people + 1. */
  start: Int32Array
  /** Index of the opening of each pair. */
  to: Int32Array
  /** Fit 1..1000 of each pair: the hundredths of the score (0..10000) divided by ten, rounded, at least 1. */
  fit: Int16Array
  /** 0 eligible, 1 not enough information, 2 needs a check (heaviest answer of the pair). */
  answer: Uint8Array
}

/** The same pairs by opening: start[opening] up to start[opening + 1], people in the order of their slots. */
export type PairsByOpening = Pick<Pairs, 'start' | 'fit' | 'answer'> & {
  /** Index of the person of each pair. */
  from: Int32Array
}

/** Where the pairs of a person stand, by index: from the first up to, and without, the last. */
export function pairsOf({ slotOf, start }: Pick<Pairs, 'slotOf' | 'start'>, person: number): Range {
  const slot = slotOf[person]!
  return { from: start[slot]!, to: start[slot + 1]! }
}

type Range = { from: number; to: number }

const HUNDREDTHS_MAX = 10_000

/** The fit by the hundredths of the score. */
const FITS = Int16Array.from({ length: HUNDREDTHS_MAX + 1 }, (_, hundredths) =>
  Math.max(1, Math.round(hundredths / 10)),
)

/** About how many pairs a person has in a county or a country; room is made for so many at once. */
const USUAL_PAIRS = 64

/** Columns of pairs that grow as pairs are found. */
class FoundPairs {
  size = 0
  to: Int32Array
  fit: Int16Array
  answer: Uint8Array

  /** @param room for so many pairs before any are moved, at least 1 */
  constructor(room: number) {
    this.to = new Int32Array(room)
    this.fit = new Int16Array(room)
    this.answer = new Uint8Array(room)
  }

  /** Adds the first so many of these openings, with the score of each in hundredths and what the rules say. */
  add(indexes: Int32Array, scores: Int32Array, words: Uint16Array, count: number): void {
    this.makeRoom(count)
    const { to, fit, answer, size } = this
    for (let at = 0; at < count; at += 1) {
      to[size + at] = indexes[at]!
      fit[size + at] = FITS[scores[at]!]!
      answer[size + at] = answerOf(words[at]!)
    }
    this.size = size + count
  }

  /** Makes sure that there is room for so many more. */
  private makeRoom(count: number): void {
    if (this.size + count <= this.to.length) return
    const { to, fit, answer } = this
    const room = 2 * (this.size + count)
    this.to = new Int32Array(room)
    this.fit = new Int16Array(room)
    this.answer = new Uint8Array(room)
    this.to.set(to)
    this.fit.set(fit)
    this.answer.set(answer)
  }
}

/** Finds every pair that no rule refuses, with its fit and its answer. */
export function listPairs(
  people: readonly Candidate[],
  openings: readonly Opening[],
  context: MatchingContext,
): Pairs {
  return findPairs(peopleColumns(people, context), openingColumns(openings, context))
}

/** The same from columns that were built before. */
export function findPairs(people: PeopleColumns, openings: OpeningColumns): Pairs {
  const { exceptions, personAt, slotOf } = people
  const found = new FoundPairs(1 + people.count * USUAL_PAIRS)
  const reader = new PairReader(people, openings, 'person')
  const start = new Int32Array(people.count + 1)
  for (let slot = 0; slot < people.count; slot += 1) {
    const person = slot * WIDTH
    const near = openingsNear(openings, people.rows, person)
    const judged = reader.judge(person, openings.near, near)
    withExceptions(judged, openings.near, near, exceptionsOfPerson(exceptions, slot, openings))
    const count = keepEligible(judged, openings.near, near)
    const scores = reader.score(person, openings.near, judged.trips, count)
    found.add(openings.near, scores, judged.words, count)
    start[slot + 1] = found.size
  }
  const { size, to, fit, answer } = found
  return {
    personAt,
    slotOf,
    start,
    to: to.subarray(0, size),
    fit: fit.subarray(0, size),
    answer: answer.subarray(0, size),
  }
}

function keepEligible({ words, trips }: Judged, near: Int32Array, count: number): number {
  let kept = 0
  for (let at = 0; at < count; at += 1) {
    const word = words[at]!
    near[kept] = near[at]!
    words[kept] = word
    trips[kept] = trips[at]!
    kept += 1 - anyBit(word & REFUSALS)
  }
  return kept
}

/** Turns pairs by person into pairs by opening, by counting. */
export function byOpening({ personAt, start, to, fit, answer }: Pairs, openings: number): PairsByOpening {
  const turned = {
    start: new Int32Array(openings + 1),
    from: new Int32Array(to.length),
    fit: new Int16Array(to.length),
    answer: new Uint8Array(to.length),
  }
  for (let pair = 0; pair < to.length; pair += 1) turned.start[to[pair]! + 1]! += 1
  for (let opening = 0; opening < openings; opening += 1) turned.start[opening + 1]! += turned.start[opening]!
  const next = turned.start.slice()
  for (let slot = 0; slot + 1 < start.length; slot += 1) {
    const person = personAt[slot]!
    for (let pair = start[slot]!; pair < start[slot + 1]!; pair += 1) {
      const at = next[to[pair]!]!++
      turned.from[at] = person
      turned.fit[at] = fit[pair]!
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
  const all = Int32Array.from(openings, (_, index) => index)
  for (let person = 0; person < people.count; person += 1) {
    const slot = people.slotOf[person]!
    const exceptions = exceptionsOfPerson(people.exceptions, slot, columns)
    const judged = reader.judge(slot * WIDTH, all, all.length)
    for (const word of withExceptions(judged, all, all.length, exceptions).words) {
      const refusals = word & REFUSALS
      const isOnlyOne = refusals !== 0 && (refusals & (refusals - 1)) === 0
      if (isOnlyOne) counts[person * RULES.length + firstRefusal(refusals)]! += 1
    }
  }
  return counts
}
