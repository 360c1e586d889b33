import type { Candidate, MatchingContext, Opening } from '../candidate'
import { RULES } from '../rules/index'
import { openingsNear, placeOfBlock } from './near'
import { type OpeningColumns, openingColumns } from './openings'
import { type ExceptionWords, exceptionsOfPerson } from './exceptions'
import { BLOCK, BLOCK_WIDTH, WIDTH } from './layout'
import { PairReader } from './pair'
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
  const found = new FoundPairs(1 + people.count * USUAL_PAIRS)
  const reader = new PairReader(people, openings, 'person')
  const startOfSlot = new Int32Array(people.count + 1)
  const { blocks } = people
  for (let block = 0; block < blocks.length; block += BLOCK_WIDTH) {
    const near = openingsNear(openings, placeOfBlock(blocks, block)).sort()
    for (let slot = blocks[block + BLOCK.from]!; slot < blocks[block + BLOCK.to]!; slot += 1) {
      startOfSlot[slot] = found.size
      const exceptions = exceptionsOfPerson(people.exceptions, slot, openings)
      findForPerson(reader, slot * WIDTH, { near, exceptions }, found)
    }
  }
  startOfSlot[people.count] = found.size
  return inPersonOrder(people, startOfSlot, found)
}

type Near = { near: Int32Array; exceptions: ExceptionWords }

function findForPerson(
  reader: PairReader,
  person: number,
  { near, exceptions }: Near,
  found: FoundPairs,
): void {
  for (let at = 0; at < near.length; at += 1) {
    const index = near[at]!
    const opening = index * WIDTH
    const trip = reader.trip(person, opening)
    const there = reader.travel(trip) | reader.gate(person, opening)
    if (there & REFUSALS) continue
    const exception = exceptions.size === 0 ? 0 : (exceptions.get(index) ?? 0)
    const word = there | reader.tallied(person, opening) | reader.time(person, opening) | exception
    if (word & REFUSALS) continue
    found.add(index, fitOf(reader.hundredths(person, opening, trip)), answerOf(word))
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
    const from = startOfSlot[slot]!
    const to = startOfSlot[slot + 1]!
    for (let at = from; at < to; at += 1, size += 1) {
      pairs.to[size] = found.to[at]!
      pairs.fit[size] = found.fit[at]!
      pairs.answer[size] = found.answer[at]!
    }
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
  candidates: readonly Candidate[],
  openings: readonly Opening[],
  context: MatchingContext,
): Int32Array {
  const people = peopleColumns(candidates, context)
  const columns = openingColumns(openings, context)
  const reader = new PairReader(people, columns, 'person')
  const counts = new Int32Array(people.count * RULES.length)
  for (let person = 0; person < people.count; person += 1) {
    const slot = people.slotOf[person]!
    const row = slot * WIDTH
    const exceptions = exceptionsOfPerson(people.exceptions, slot, columns)
    for (let index = 0; index < openings.length; index += 1) {
      const opening = index * WIDTH
      const word = reader.word(row, opening, reader.trip(row, opening)) | (exceptions.get(index) ?? 0)
      const refusals = word & REFUSALS
      const isOnlyOne = refusals !== 0 && (refusals & (refusals - 1)) === 0
      if (isOnlyOne) counts[person * RULES.length + firstRefusal(refusals)]! += 1
    }
  }
  return counts
}
