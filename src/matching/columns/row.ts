import { anyBit } from '../decision'
import { travel } from '../rules/travel'
import type { ExceptionWords } from './exceptions'
import { WIDTH } from './layout'
import { openingsNear } from './near'
import type { OpeningColumns } from './openings'
import type { PairReader } from './pair'
import type { PeopleColumns } from './people'
import { answerOf, bitOf, REFUSALS } from './word'

/** What was found of one person; the pairs stand in the room of the openings. */
export type Row = {
  /** How many pairs no rule refuses: the first so many in the room. */
  count: number
  /** How many openings no rule up to that on the trip refuses. */
  passed: number
}

/** The bits of the rules up to that on the trip. */
export const UP_TO_TRAVEL = (2 << bitOf(travel)) - 1

/** People and openings of the same day, read once for many searches. */
export type Columns = { people: PeopleColumns; openings: OpeningColumns }

/** Finds the pairs of the person in a slot that no rule refuses, with their answers and scores, in the room. */
export function findRow(
  reader: PairReader,
  { people, openings }: Columns,
  slot: number,
  exceptions: ExceptionWords,
): Row {
  const person = slot * WIDTH
  const near = openingsNear(openings, people.rows, person)
  judgeRow(reader, openings, { person, count: near }, exceptions)
  const row = keepEligible(openings, near)
  reader.score(person, row.count)
  return row
}

/** Writes down all that the rules say of somebody and the first so many openings in the room. */
export function judgeRow(
  reader: PairReader,
  { room }: OpeningColumns,
  { person, count }: { person: number; count: number },
  exceptions: ExceptionWords,
): void {
  reader.judge(person, count)
  if (exceptions.size === 0) return
  for (let at = 0; at < count; at += 1) room.words[at]! |= exceptions.get(room.to[at]!) ?? 0
}

/** Moves those that no rule refuses to the front of the room. */
function keepEligible({ room: { to, words, trips, answer } }: OpeningColumns, near: number): Row {
  let count = 0
  let passed = 0
  for (let at = 0; at < near; at += 1) {
    const word = words[at]!
    // Written whether it counts or not: the next one takes its place.
    to[count] = to[at]!
    trips[count] = trips[at]!
    answer[count] = answerOf(word)
    count += 1 - anyBit(word & REFUSALS)
    passed += 1 - anyBit(word & UP_TO_TRAVEL)
  }
  return { count, passed }
}
