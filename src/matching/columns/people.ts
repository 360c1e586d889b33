import type { Candidate, MatchingContext } from '../candidate'
import { wantedOutcomes } from '../factors/covenant-outcome'
import { earlierOffers, earlierPoints } from '../factors/earlier-offers'
import { chosenGoals } from '../factors/goals'
import { likedTopics } from '../factors/interests'
import { askedSupports } from '../factors/support-fit'
import { waitingPoints, waitingTime } from '../factors/waiting-time'
import { bornOn } from '../rules/age-on-start-date'
import { freeFrom, freeTimes } from '../rules/availability'
import { unwantedKinds } from '../rules/do-not-suggest'
import { permittedUntil } from '../rules/permission-outlasts'
import { TRAVELLERS, travellerOf, TRIP_LENGTHS, tripLimits } from '../trip'
import { type BlocksAndStrips, orderInBlocks, widen } from './blocks'
import { emptyExceptions, type Exceptions, setExceptions } from './exceptions'
import { gateOf } from './gate'
import { OUTCOME_BITS, PERSON, WIDTH } from './layout'
import { HOMES, tripAt } from './openings'
import { addBirth, type BirthTallies, removeBirth, tallyBirths } from './tally'
import { takeTurn, type Turns, turnsOf } from './turns'

/** People as numbers, one row for each thing that a rule or a factor looks at; they stand in blocks, by slot. */
export type PeopleColumns = BlocksAndStrips & {
  count: number
  /** The index of the person in each slot, and the slot of each person. */
  personAt: Int32Array
  slotOf: Int32Array
  /** Rows of `WIDTH` numbers, as `PERSON` says. */
  rows: Int32Array
  exceptions: Exceptions
  turns: Turns
  tallies: BirthTallies
}

/** Reads people once, for as many openings as are to be ranked. */
export function peopleColumns(people: readonly Candidate[], context: MatchingContext): PeopleColumns {
  const { order, ...places } = orderInBlocks(people)
  const bySlot = Array.from(order, (person) => people[person] as Candidate)
  const rows = new Int32Array(people.length * WIDTH)
  const slotOf = new Int32Array(people.length)
  const exceptions = emptyExceptions(people.length)
  bySlot.forEach((person, slot) => {
    rows.set(rowOf(person, context), slot * WIDTH)
    setExceptions(exceptions, slot, person)
    widen(places, slot, person)
    slotOf[order[slot]!] = slot
  })
  const tallies = tallyBirths(bySlot.map((_, slot) => talliedAt(rows, slot * WIDTH)))
  return {
    count: people.length,
    personAt: order,
    slotOf,
    ...places,
    rows,
    exceptions,
    turns: turnsOf(bySlot),
    tallies,
  }
}

const NOT_KNOWN = TRIP_LENGTHS.indexOf('not-known')
const NEVER_BEYOND = 0x7fffffff

function rowOf(person: Candidate, context: MatchingContext): number[] {
  const { cellEast = null, cellNorth = null, distanceKmMax = null } = person.profile.travel ?? {}
  const hasCell = cellEast !== null && cellNorth !== null
  const { weights } = context.ruleSet
  return [
    gateOf(person, context),
    bornOn(person),
    permittedUntil(person),
    freeFrom(person),
    freeTimes(person),
    unwantedKinds(person),
    tripAt(HOMES.indexOf(person.district), TRAVELLERS.indexOf(travellerOf(person, context))) +
      (hasCell ? 0 : NOT_KNOWN),
    ...(hasCell
      ? [cellEast, cellNorth, ...tripLimits(distanceKmMax, context)]
      : [0, 0, NEVER_BEYOND, NEVER_BEYOND]),
    likedTopics(person),
    chosenGoals(person),
    wantedOutcomes(person) | (askedSupports(person) << OUTCOME_BITS),
    weights[waitingTime.id] * waitingPoints(person, context) +
      weights[earlierOffers.id] * earlierPoints(person),
    hasCell && distanceKmMax !== null ? 1 : 0,
  ]
}

/** What a tally knows of somebody, whose row begins there. */
export const talliedAt = (rows: Int32Array, row: number) => ({
  gate: rows[row + PERSON.gate]!,
  born: rows[row + PERSON.born]!,
  unwanted: rows[row + PERSON.unwanted]!,
})

/**
 * Puts what has become of one person in the place of what was known before. Blocks only grow wider by it, so columns
 * that saw many changes answer the same and take longer.
 * @param index of the person
 */
export function patchPerson(
  columns: PeopleColumns,
  index: number,
  person: Candidate,
  context: MatchingContext,
): void {
  const slot = columns.slotOf[index]!
  const row = slot * WIDTH
  const numbers = rowOf(person, context)
  removeBirth(columns.tallies, talliedAt(columns.rows, row))
  columns.rows.set(numbers, row)
  addBirth(columns.tallies, talliedAt(columns.rows, row))
  setExceptions(columns.exceptions, slot, person)
  takeTurn(columns.turns, slot, person)
  widen(columns, slot, person)
}
