import type { Candidate, MatchingContext, Opening } from '../candidate'
import { RULES } from '../rules/index'
import { openingsNear } from './near'
import { type OpeningColumns, openingColumns, type OpeningRow } from './openings'
import { hundredthsOf, pairWord, tripOfPair } from './pair'
import { type PeopleColumns, peopleColumns } from './people'
import { answerOf, firstRefusal, REFUSALS } from './word'

/** Every pair that no rule refuses, by person; openings ascending. */
export type Pairs = {
  /** Pairs of person i: start[i] up to start[i+1]; length people + 1. */
  start: Int32Array
  /** Index of the opening of each pair. */
  to: Int32Array
  /** Fit 1..1000 of each pair: the hundredths of the score (0..10000) divided by ten, rounded, at least 1. */
  fit: Int16Array
  /** 0 eligible, 1 not enough information, 2 needs a check (heaviest answer of the pair). */
  answer: Uint8Array
}

/** The same pairs by opening; people ascending. */
export type PairsByOpening = Omit<Pairs, 'to'> & {
  /** Index of the person of each pair. */
  from: Int32Array
}

const FIT_MIN = 1

const fitOf = (hundredths: number): number => Math.max(FIT_MIN, Math.round(hundredths / 10))

/** Columns of pairs that grow as pairs are found. */
class FoundPairs {
  size = 0
  to = new Int32Array(1024)
  fit = new Int16Array(1024)
  answer = new Uint8Array(1024)

  add(to: number, fit: number, answer: number): void {
    if (this.size === this.to.length) this.grow()
    this.to[this.size] = to
    this.fit[this.size] = fit
    this.answer[this.size] = answer
    this.size += 1
  }

  private grow(): void {
    const { to, fit, answer } = this
    this.to = new Int32Array(2 * this.size)
    this.fit = new Int16Array(2 * this.size)
    this.answer = new Uint8Array(2 * this.size)
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
  const found = new FoundPairs()
  const startOfSlot = new Int32Array(people.count + 1)
  for (const block of people.blocks) {
    const near = openingsNear(openings, block).sort()
    for (let slot = block.from; slot < block.to; slot += 1) {
      startOfSlot[slot] = found.size
      findForSlot(people, slot, { openings, near }, found)
    }
  }
  startOfSlot[people.count] = found.size
  return inPersonOrder(people, startOfSlot, found)
}

function findForSlot(
  people: PeopleColumns,
  slot: number,
  { openings, near }: { openings: OpeningColumns; near: Int32Array },
  found: FoundPairs,
): void {
  for (const index of near) {
    const row = openings.rows[index] as OpeningRow
    const trip = tripOfPair(people, slot, row)
    const word = pairWord(people, slot, row, trip)
    if ((word & REFUSALS) === 0)
      found.add(index, fitOf(hundredthsOf(people, slot, row, trip)), answerOf(word))
  }
}

function inPersonOrder(people: PeopleColumns, startOfSlot: Int32Array, found: FoundPairs): Pairs {
  const pairs: Pairs = {
    start: new Int32Array(people.count + 1),
    to: new Int32Array(found.size),
    fit: new Int16Array(found.size),
    answer: new Uint8Array(found.size),
  }
  let size = 0
  for (let person = 0; person < people.count; person += 1) {
    const slot = people.slotOf[person]!
    const [from, to] = [startOfSlot[slot]!, startOfSlot[slot + 1]!]
    pairs.to.set(found.to.subarray(from, to), size)
    pairs.fit.set(found.fit.subarray(from, to), size)
    pairs.answer.set(found.answer.subarray(from, to), size)
    size += to - from
    pairs.start[person + 1] = size
  }
  return pairs
}

/** Turns pairs by person into pairs by opening, by counting. */
export function byOpening({ start, to, fit, answer }: Pairs, openings: number): PairsByOpening {
  const turned = {
    start: new Int32Array(openings + 1),
    from: new Int32Array(to.length),
    fit: new Int16Array(to.length),
    answer: new Uint8Array(to.length),
  }
  for (const opening of to) turned.start[opening + 1]! += 1
  for (let opening = 0; opening < openings; opening += 1) turned.start[opening + 1]! += turned.start[opening]!
  const next = turned.start.slice()
  for (let person = 0; person + 1 < start.length; person += 1) {
    for (let pair = start[person]!; pair < start[person + 1]!; pair += 1) {
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
  people: readonly Candidate[],
  openings: readonly Opening[],
  context: MatchingContext,
): Int32Array {
  const columns = peopleColumns(people, context)
  const { rows } = openingColumns(openings, context)
  const counts = new Int32Array(people.length * RULES.length)
  for (let person = 0; person < people.length; person += 1) {
    const slot = columns.slotOf[person]!
    for (const row of rows) {
      const refusals = pairWord(columns, slot, row, tripOfPair(columns, slot, row)) & REFUSALS
      const isOnlyOne = refusals !== 0 && (refusals & (refusals - 1)) === 0
      if (isOnlyOne) counts[person * RULES.length + firstRefusal(refusals)]! += 1
    }
  }
  return counts
}
