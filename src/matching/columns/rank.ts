import { RULES } from '../rules/index'
import { travel } from '../rules/travel'
import { Best } from './best'
import { blockOf, isBeyond } from './blocks'
import { type ExceptionWords, exceptionsOfOpening, exceptionsOfPerson } from './exceptions'
import { GATE_WORDS } from './gate'
import { BLOCK, BLOCK_WIDTH, OPENING, WIDTH } from './layout'
import { openingsNear, placeOfPerson } from './near'
import type { OpeningColumns } from './openings'
import { PairReader } from './pair'
import { type PeopleColumns, talliedAt } from './people'
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

type Looked = { person: number; opening: number; other: number; trip: number }

/**
 * Looks at pairs one after another and keeps the best. Whom the rules before the trip refuse was counted beforehand;
 * whoever is looked at and not kept, or never looked at, and passes those rules, is refused for the trip.
 */
class Ranker {
  readonly leftOut = new Int32Array(RULES.length)
  passed = 0
  count = 0
  private readonly size: number
  private readonly best: Best

  /** @param turns of those that are ranked, by slot or index */
  constructor(
    private readonly reader: PairReader,
    private readonly turns: { turnOf: Int32Array; atTurn: Int32Array },
    private readonly exceptions: ExceptionWords,
    limit: number,
  ) {
    this.size = turns.turnOf.length
    this.best = new Best(Math.min(limit, this.size))
  }

  /** Counts a pair with an exception under the rule that refuses it with the exception, not without. */
  except(person: number, opening: number, exception: number): void {
    const tallied = this.reader.gate(person, opening) | this.reader.tallied(person, opening)
    const before = firstRefusal(tallied)
    const after = firstRefusal(tallied | exception)
    if (before >= 0) this.leftOut[before]! -= 1
    else this.passed -= 1
    if (after >= 0) this.leftOut[after]! += 1
    else this.passed += 1
  }

  /** @param other the slot of the person or the index of the opening, whichever the pairs looked at do not share */
  look(person: number, opening: number, other: number): void {
    const { reader, exceptions } = this
    const gate = reader.gate(person, opening)
    if (gate & REFUSALS) return
    const trip = reader.trip(person, opening)
    const there = gate | reader.travel(trip)
    if (there & REFUSALS) return
    const exception = exceptions.size === 0 ? 0 : (exceptions.get(other) ?? 0)
    const word = there | reader.tallied(person, opening) | exception
    if (word & REFUSALS) return
    this.passed -= 1
    const time = reader.time(person, opening)
    if (time & REFUSALS) this.leftOut[firstRefusal(time)]! += 1
    else this.keep({ person, opening, other, trip }, answerOf(word | time))
  }

  /** The same where nothing was counted beforehand: a pair that is refused is counted under the rule that does first. */
  lookAlone(person: number, opening: number, other: number): void {
    const trip = this.reader.trip(person, opening)
    const word = this.reader.word(person, opening, trip) | (this.exceptions.get(other) ?? 0)
    if (word & REFUSALS) this.leftOut[firstRefusal(word)]! += 1
    else this.keep({ person, opening, other, trip }, answerOf(word))
  }

  private keep({ person, opening, other, trip }: Looked, answer: number): void {
    this.count += 1
    if (this.keyOf(answer, TOTAL_MAX, 0) >= this.best.bar) return
    const total = Math.round(this.reader.hundredths(person, opening, trip) / 100)
    const key = this.keyOf(answer, total, this.turns.turnOf[other]!)
    if (key < this.best.bar) this.best.add(key)
  }

  /** Less for what comes first: by answer, then by total, then by turn. */
  private keyOf(answer: number, total: number, turn: number): number {
    return (answer * (TOTAL_MAX + 1) + TOTAL_MAX - total) * this.size + turn
  }

  /** The best first, by slot or index, with the counts. */
  ranking(): Ranking {
    this.leftOut[TRAVEL]! += this.passed
    const order = this.best.inOrder()
    const others = new Int32Array(order.length)
    for (let at = 0; at < order.length; at += 1) others[at] = this.turns.atTurn[order[at]! % this.size]!
    return { order: others, count: this.count, leftOut: this.leftOut }
  }
}

/** People and openings of the same day, read once for many rankings. */
export type Columns = { people: PeopleColumns; openings: OpeningColumns }

/**
 * Ranks people for an opening as a broker's list does: by answer, fit, waiting and id, without those who may not be
 * listed.
 * @param index of the opening
 * @param limit how many to put in order
 */
export function rankPeople({ people, openings }: Columns, index: number, limit: number): Ranking {
  const opening = index * WIDTH
  const { rows, words } = openings
  const exceptions = exceptionsOfOpening(people.exceptions, openings.openings[index]!)
  const ranker = new Ranker(new PairReader(people, openings, 'broker'), people.turns, exceptions, limit)
  const birthLimits = rows.subarray(opening + OPENING.birthLimits, opening + OPENING.permissionLimits)
  const gate = words.subarray(rows[opening + OPENING.gate]! + GATE_WORDS)
  const kind = rows[opening + OPENING.kind]!
  ranker.passed = countPeople(people.tallies, { kind, gate, birthLimits }, ranker.leftOut)
  for (const [slot, word] of exceptions) ranker.except(slot * WIDTH, opening, word)
  lookInBlocks({ people, openings }, index, ranker)
  const { order, ...counts } = ranker.ranking()
  return { order: order.map((slot) => people.personAt[slot]!), ...counts }
}

/**
 * The same list of some of the people only, each looked at.
 * @param index of the opening
 * @param isWanted of each person, by index
 */
export function rankSomePeople(
  { people, openings }: Columns,
  index: number,
  limit: number,
  isWanted: (person: number) => boolean,
): Ranking {
  const exceptions = exceptionsOfOpening(people.exceptions, openings.openings[index]!)
  const ranker = new Ranker(new PairReader(people, openings, 'broker'), people.turns, exceptions, limit)
  for (let slot = 0; slot < people.count; slot += 1)
    if (isWanted(people.personAt[slot]!)) ranker.lookAlone(slot * WIDTH, index * WIDTH, slot)
  const { order, ...counts } = ranker.ranking()
  return { order: order.map((slot) => people.personAt[slot]!), ...counts }
}

/** Looks at everybody but those in strips and blocks that the opening is beyond the reach of. */
function lookInBlocks({ people, openings }: Columns, index: number, ranker: Ranker): void {
  const { blocks, strips } = people
  const opening = index * WIDTH
  const isBound = openings.isBound[index] === 1
  const east = openings.rows[opening + OPENING.east]!
  const north = openings.rows[opening + OPENING.north]!
  for (let strip = 0; strip < strips.length; strip += BLOCK_WIDTH) {
    if (isBound && isBeyond(strips, strip, east, north)) continue
    const end = strips[strip + BLOCK.to]! * BLOCK_WIDTH
    for (let block = strips[strip + BLOCK.from]! * BLOCK_WIDTH; block < end; block += BLOCK_WIDTH) {
      if (isBound && isBeyond(blocks, block, east, north)) continue
      const to = blocks[block + BLOCK.to]!
      for (let slot = blocks[block + BLOCK.from]!; slot < to; slot += 1) {
        ranker.look(slot * WIDTH, opening, slot)
      }
    }
  }
}

/**
 * Ranks openings for a person, for their own page and their adviser's: by answer, fit and id.
 * @param index of the person
 * @param limit how many to put in order
 */
export function rankOpenings({ people, openings }: Columns, index: number, limit: number): Ranking {
  const slot = people.slotOf[index]!
  const person = slot * WIDTH
  const exceptions = exceptionsOfPerson(people.exceptions, slot, openings)
  const ranker = new Ranker(new PairReader(people, openings, 'person'), openings, exceptions, limit)
  ranker.passed = countOpenings(openings.tallies, talliedAt(people.rows, person), ranker.leftOut)
  for (const [opening, word] of exceptions) ranker.except(person, opening * WIDTH, word)
  const isBound = people.blocks[blockOf(people.blocks, slot) + BLOCK.isBound] === 1
  const near = openingsNear(openings, placeOfPerson(people.rows, person, isBound))
  for (let at = 0; at < near.length; at += 1) ranker.look(person, near[at]! * WIDTH, near[at]!)
  return ranker.ranking()
}
