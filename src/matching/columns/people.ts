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
import { TRAVELLERS, travellerOf, tripLimits } from '../trip'
import { weightOf } from '../weights'
import { type Block, emptyBlock, orderInBlocks, widen } from './blocks'
import { emptyExceptions, type Exceptions, setExceptions } from './exceptions'
import { gateOf } from './gate'
import { HOMES, NO_CELL, tripAt } from './openings'
import { addBirth, type BirthTallies, removeBirth, tallyBirths } from './tally'
import { takeTurn, type Turns, turnsOf } from './turns'

/** One number for each person and each thing that a rule or a factor looks at; people stand in blocks, by slot. */
export type PeopleColumns = {
  count: number
  /** The index of the person in each slot, and the slot of each person. */
  personAt: Int32Array
  slotOf: Int32Array
  blocks: Block[]
  gate: Uint16Array
  /** Day numbers. */
  born: Int32Array
  until: Int32Array
  freeFrom: Int32Array
  freeTimes: Uint8Array
  unwanted: Uint32Array
  /** Where their home begins in the tables on trips. */
  trip: Uint16Array
  /** Kilometre square, or `NO_CELL`. */
  east: Int32Array
  north: Int32Array
  /** Two for each person: the square distances up to which a trip is short, and within reach. */
  tripLimits: Int32Array
  topics: Uint32Array
  goals: Uint16Array
  outcomes: Uint8Array
  supports: Uint16Array
  /** Hundredths of the score that are the same for every opening. */
  own: Uint16Array
  exceptions: Exceptions
  turns: Turns
  tallies: BirthTallies
}

/** Reads people once, for as many openings as are to be ranked. */
export function peopleColumns(people: readonly Candidate[], context: MatchingContext): PeopleColumns {
  const { order, starts } = orderInBlocks(people)
  const bySlot = Array.from(order, (person) => people[person] as Candidate)
  const columns = emptyColumns(people.length)
  bySlot.forEach((person, slot) => writeRow(columns, slot, person, context))
  order.forEach((person, slot) => {
    columns.slotOf[person] = slot
  })
  const blocks = starts.map((from, at) => {
    const block = emptyBlock(from, starts[at + 1] ?? people.length)
    for (let slot = from; slot < block.to; slot += 1) widen(block, bySlot[slot]!, reachOf(columns, slot))
    return block
  })
  const tallies = tallyBirths(bySlot.map((_, slot) => talliedAt(columns, slot)))
  return { ...columns, personAt: order, blocks, turns: turnsOf(bySlot), tallies }
}

/** What is known of people one by one. */
type Rows = Omit<PeopleColumns, 'personAt' | 'blocks' | 'turns' | 'tallies'>

function emptyColumns(count: number): Rows {
  return {
    count,
    slotOf: new Int32Array(count),
    gate: new Uint16Array(count),
    born: new Int32Array(count),
    until: new Int32Array(count),
    freeFrom: new Int32Array(count),
    freeTimes: new Uint8Array(count),
    unwanted: new Uint32Array(count),
    trip: new Uint16Array(count),
    east: new Int32Array(count),
    north: new Int32Array(count),
    tripLimits: new Int32Array(2 * count),
    topics: new Uint32Array(count),
    goals: new Uint16Array(count),
    outcomes: new Uint8Array(count),
    supports: new Uint16Array(count),
    own: new Uint16Array(count),
    exceptions: emptyExceptions(count),
  }
}

function writeRow(columns: Rows, slot: number, person: Candidate, context: MatchingContext): void {
  columns.gate[slot] = gateOf(person, context)
  columns.born[slot] = bornOn(person)
  columns.until[slot] = permittedUntil(person)
  columns.freeFrom[slot] = freeFrom(person)
  columns.freeTimes[slot] = freeTimes(person)
  columns.unwanted[slot] = unwantedKinds(person)
  columns.topics[slot] = likedTopics(person)
  columns.goals[slot] = chosenGoals(person)
  columns.outcomes[slot] = wantedOutcomes(person)
  columns.supports[slot] = askedSupports(person)
  columns.own[slot] =
    weightOf(waitingTime) * waitingPoints(person, context) + weightOf(earlierOffers) * earlierPoints(person)
  setExceptions(columns.exceptions, slot, person)
  writeTrip(columns, slot, person)
}

function writeTrip(columns: Rows, slot: number, person: Candidate): void {
  const { cellEast = null, cellNorth = null, distanceKmMax = null } = person.profile.travel ?? {}
  const hasCell = cellEast !== null && cellNorth !== null
  columns.trip[slot] = tripAt(HOMES.indexOf(person.district), TRAVELLERS.indexOf(travellerOf(person)))
  columns.east[slot] = hasCell ? cellEast : NO_CELL
  columns.north[slot] = hasCell ? cellNorth : NO_CELL
  columns.tripLimits.set(tripLimits(distanceKmMax), 2 * slot)
}

/** The square distance up to which a trip is within reach of somebody. */
export const reachOf = ({ tripLimits }: Pick<PeopleColumns, 'tripLimits'>, slot: number): number =>
  tripLimits[2 * slot + 1]!

/** What a tally knows of somebody. */
export const talliedAt = (
  { gate, born, unwanted }: Pick<PeopleColumns, 'gate' | 'born' | 'unwanted'>,
  slot: number,
) => ({
  gate: gate[slot]!,
  born: born[slot]!,
  unwanted: unwanted[slot]!,
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
  removeBirth(columns.tallies, talliedAt(columns, slot))
  writeRow(columns, slot, person, context)
  addBirth(columns.tallies, talliedAt(columns, slot))
  takeTurn(columns.turns, slot, person)
  widen(blockOf(columns, slot), person, reachOf(columns, slot))
}

/** The block that a slot stands in. */
export function blockOf({ blocks }: PeopleColumns, slot: number): Block {
  let low = 0
  let high = blocks.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (blocks[middle]!.from <= slot) low = middle
    else high = middle - 1
  }
  return blocks[low]!
}
