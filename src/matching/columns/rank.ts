import { RULES } from '../rules/index'
import { travel } from '../rules/travel'
import { Best } from './best'
import { isBeyond } from './blocks'
import { type ExceptionWords, exceptionsOfOpening, exceptionsOfPerson } from './exceptions'
import { GATE_WORDS } from './gate'
import { BLOCK, BLOCK_WIDTH, OPENING, WIDTH } from './layout'
import type { OpeningColumns } from './openings'
import { PairReader } from './pair'
import { type PeopleColumns, talliedAt } from './people'
import { countOpenings, countPeople } from './tally'
import type { Pairs } from './pairs'
import type { Room } from './room'
import { type Columns, findRow, type Row, UP_TO_TRAVEL } from './row'
import { answerOf, bitOf, firstRefusal, REFUSALS } from './word'

/** A list in order, by index of the person or opening. */
export type Ranking = {
  /** The best first, no more than the limit. */
  order: number[]
  /** How many there are, before the limit. */
  count: number
  /** By rule, in the order of the rules: how many it is the first to leave out. */
  leftOut: Int32Array
}

const TRAVEL = bitOf(travel)
const BEFORE_TRAVEL = (1 << TRAVEL) - 1
const [AFTER_TRAVEL, ...others] = RULES.slice(TRAVEL + 1)
if (AFTER_TRAVEL === undefined || others.length > 0) throw new Error('One rule stands after that on the trip')
const LAST = bitOf(AFTER_TRAVEL)
const TOTAL_MAX = 100

/** Whether a rule up to that on the trip refuses a pair: these are counted without looking at each. */
const isCountedBeforehand = (word: number): boolean => (word & UP_TO_TRAVEL) !== 0

type RowColumns = Pick<Pairs, 'to' | 'hundredths' | 'answer'>

/**
 * Counts pairs one after another and keeps the best. Whom the rules before the trip refuse was counted beforehand;
 * whoever is not counted here, and passes those rules, is refused for the trip. The other of a pair is the slot of the
 * person or the index of the opening, whichever the pairs do not share.
 */
class Ranker {
  readonly leftOut = new Int32Array(RULES.length)
  passed = 0
  count = 0
  private readonly size: number
  private readonly best: Best

  /** @param turns of those that are ranked, by slot or index */
  constructor(
    private readonly turns: { turnOf: Int32Array; atTurn: Int32Array },
    limit: number,
  ) {
    this.size = turns.turnOf.length
    this.best = new Best(Math.min(limit, this.size))
  }

  /** Counts a pair with an exception under the rule that refuses it with the exception, not without. */
  except(word: number, exception: number): void {
    const before = firstRefusal(word & BEFORE_TRAVEL)
    const after = firstRefusal((word | exception) & BEFORE_TRAVEL)
    if (before >= 0) this.leftOut[before]! -= 1
    else this.passed -= 1
    if (after >= 0) this.leftOut[after]! += 1
    else this.passed += 1
  }

  /**
   * Counts a pair, and says whether it may be one of the best.
   * @param word what the rules say of the pair, with what is exceptional about it
   */
  counts(word: number): boolean {
    if (isCountedBeforehand(word)) return false
    this.passed -= 1
    return this.countsAlone(word)
  }

  /** The same where nothing was counted beforehand: a pair that is refused is counted under the rule that does first. */
  countsAlone(word: number): boolean {
    if (word & REFUSALS) {
      this.leftOut[firstRefusal(word)]! += 1
      return false
    }
    this.count += 1
    return this.keyOf(answerOf(word), TOTAL_MAX, 0) < this.best.bar
  }

  /** Keeps one of the best, with its score in hundredths. */
  offer(answer: number, hundredths: number, other: number): void {
    const total = Math.floor((hundredths + 50) / 100)
    const key = this.keyOf(answer, total, this.turns.turnOf[other]!)
    if (key < this.best.bar) this.best.add(key)
  }

  /** Counts all the pairs of a person, of whom the rules up to that on the trip refused some, and keeps the best. */
  takeRow({ to, hundredths, answer }: RowColumns, start: number, { count, passed }: Row): void {
    this.passed -= passed
    this.leftOut[LAST]! += passed - count
    this.count += count
    for (let at = start; at < start + count; at += 1) this.offer(answer[at]!, hundredths[at]!, to[at]!)
  }

  /** Less for what comes first: by answer, then by total, then by turn. */
  private keyOf(answer: number, total: number, turn: number): number {
    return (answer * (TOTAL_MAX + 1) + TOTAL_MAX - total) * this.size + turn
  }

  /** The best first, by slot or index, with the counts. */
  ranking(): Ranking {
    this.leftOut[TRAVEL]! += this.passed
    const order = this.best.inOrder().map((key) => this.turns.atTurn[key % this.size]!)
    return { order, count: this.count, leftOut: this.leftOut }
  }
}

/** A list of people for an opening while it is made: it looks at them one by one, by slot. */
class PeopleList {
  readonly ranker: Ranker
  readonly exceptions: ExceptionWords
  private readonly reader: PairReader
  private readonly room: Room

  constructor(
    private readonly people: PeopleColumns,
    openings: OpeningColumns,
    index: number,
    limit: number,
  ) {
    this.reader = new PairReader(people, openings, 'broker')
    this.ranker = new Ranker(people.turns, limit)
    this.exceptions = exceptionsOfOpening(people.exceptions, openings.openings[index]!)
    this.room = openings.room
    this.room.to[0] = index
  }

  /** What the rules say of somebody, but for what is exceptional about them. */
  word(slot: number): number {
    this.reader.judge(slot * WIDTH, 1)
    return this.room.words[0]!
  }

  look(slot: number): void {
    const usual = this.word(slot)
    // Whom the rules refuse anyway they refuse with an exception too.
    if (isCountedBeforehand(usual)) return
    const word = usual | this.exceptionOf(slot)
    if (this.ranker.counts(word)) this.offer(slot, word)
  }

  lookAlone(slot: number): void {
    const word = this.word(slot) | this.exceptionOf(slot)
    if (this.ranker.countsAlone(word)) this.offer(slot, word)
  }

  private offer(slot: number, word: number): void {
    this.reader.score(slot * WIDTH, 1)
    this.ranker.offer(answerOf(word), this.room.hundredths[0]!, slot)
  }

  private exceptionOf(slot: number): number {
    return this.exceptions.size === 0 ? 0 : (this.exceptions.get(slot) ?? 0)
  }

  ranking(): Ranking {
    const { order, ...counts } = this.ranker.ranking()
    return { order: order.map((slot) => this.people.personAt[slot]!), ...counts }
  }
}

/**
 * Ranks people for an opening as a broker's list does: by answer, fit, waiting and id, without those who may not be
 * listed.
 * @param index of the opening
 * @param limit how many to put in order
 */
export function rankPeople({ people, openings }: Columns, index: number, limit: number): Ranking {
  const opening = index * WIDTH
  const { rows, words } = openings
  const list = new PeopleList(people, openings, index, limit)
  const birthLimits = rows.subarray(opening + OPENING.birthLimits, opening + OPENING.permissionLimits)
  const gate = words.subarray(rows[opening + OPENING.gate]! + GATE_WORDS)
  const kind = rows[opening + OPENING.kind]!
  const { ranker, exceptions } = list
  ranker.passed = countPeople(people.tallies, { kind, gate, birthLimits }, ranker.leftOut)
  for (const [slot, exception] of exceptions) ranker.except(list.word(slot), exception)
  lookInBlocks({ people, openings }, index, list)
  return list.ranking()
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
  const list = new PeopleList(people, openings, index, limit)
  for (let slot = 0; slot < people.count; slot += 1)
    if (isWanted(people.personAt[slot]!)) list.lookAlone(slot)
  return list.ranking()
}

/** Looks at everybody but those that the opening is beyond the reach of: of most, whole strips and blocks of them. */
function lookInBlocks({ people, openings }: Columns, index: number, list: PeopleList): void {
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
      for (let slot = blocks[block + BLOCK.from]!; slot < to; slot += 1) list.look(slot)
    }
  }
}

/**
 * Ranks openings for a person, for their own page and their adviser's: by answer, fit and id.
 * @param index of the person
 * @param limit how many to put in order
 * @param pairs of the same columns, found before; without them those of this person are found
 */
export function rankOpenings(columns: Columns, index: number, limit: number, pairs?: Pairs): Ranking {
  const { people, openings } = columns
  const slot = people.slotOf[index]!
  const reader = new PairReader(people, openings, 'person')
  const ranker = new Ranker(openings, limit)
  ranker.passed = countOpenings(openings.tallies, talliedAt(people.rows, slot * WIDTH), ranker.leftOut)
  const exceptions = exceptionsOfPerson(people.exceptions, slot, openings)
  for (const [opening, exception] of exceptions) {
    openings.room.to[0] = opening
    reader.judge(slot * WIDTH, 1)
    ranker.except(openings.room.words[0]!, exception)
  }
  if (pairs) ranker.takeRow(pairs, pairs.start[slot]!, pairs.rowAt(slot))
  else ranker.takeRow(openings.room, 0, findRow(reader, columns, slot, exceptions))
  return ranker.ranking()
}
