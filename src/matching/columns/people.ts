import type { OpportunityId } from '../../domain/ids'
import type { Candidate, MatchingContext } from '../candidate'
import { wantedOutcomes } from '../factors/covenant-outcome'
import { earlierOffers, earlierPoints } from '../factors/earlier-offers'
import { chosenGoals } from '../factors/goals'
import { likedTopics } from '../factors/interests'
import { askedSupports } from '../factors/support-fit'
import { waitingPoints, waitingTime } from '../factors/waiting-time'
import { weightOf } from '../weights'
import { bornOn } from '../rules/age-on-start-date'
import { alreadyAnswered, ANSWER_AFTER, answeredBefore } from '../rules/already-answered'
import { freeFrom, freeTimes } from '../rules/availability'
import { unwantedKinds } from '../rules/do-not-suggest'
import { NOT_TOLD, notTold, notToldTo } from '../rules/not-told'
import { permittedUntil } from '../rules/permission-outlasts'
import { TRAVELLERS, travellerOf, tripLimits } from '../trip'
import { type Block, emptyBlock, orderInBlocks, widen } from './blocks'
import { gateOf } from './gate'
import { HOMES, NO_CELL, type OpeningRow, tripAt } from './openings'
import { wordOf } from './word'

/** What few people have, and of few openings: it is kept apart from the columns. */
type Exceptions = { organisations: ReadonlySet<string>; answered: ReadonlyMap<OpportunityId, number> }

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
  /** Two for each person. */
  tripLimits: Int32Array
  topics: Uint32Array
  goals: Uint16Array
  outcomes: Uint8Array
  supports: Uint16Array
  /** Hundredths of the score that are the same for every opening. */
  own: Uint16Array
  exceptions: (Exceptions | undefined)[]
}

export function peopleColumns(people: readonly Candidate[], context: MatchingContext): PeopleColumns {
  const count = people.length
  const { order, starts } = orderInBlocks(people)
  const columns: PeopleColumns = {
    count,
    personAt: order,
    slotOf: new Int32Array(count),
    blocks: starts.map((from, at) => emptyBlock(from, starts[at + 1] ?? count)),
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
    exceptions: Array.from({ length: count }),
  }
  for (const block of columns.blocks) {
    for (let slot = block.from; slot < block.to; slot += 1) {
      const person = order[slot]!
      columns.slotOf[person] = slot
      writeRow(columns, slot, people[person]!, context)
      widen(block, people[person]!, columns.tripLimits[2 * slot + 1]!)
    }
  }
  return columns
}

/** The block that a slot stands in. */
function blockOf({ blocks }: PeopleColumns, slot: number): Block {
  let low = 0
  let high = blocks.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (blocks[middle]!.from <= slot) low = middle
    else high = middle - 1
  }
  return blocks[low]!
}

/** Puts what has become of one person in the place of what was known before. */
export function patchPerson(
  columns: PeopleColumns,
  index: number,
  person: Candidate,
  context: MatchingContext,
): void {
  const slot = columns.slotOf[index]!
  writeRow(columns, slot, person, context)
  widen(blockOf(columns, slot), person, columns.tripLimits[2 * slot + 1]!)
}

function writeRow(columns: PeopleColumns, at: number, person: Candidate, context: MatchingContext): void {
  columns.gate[at] = gateOf(person, context)
  columns.born[at] = bornOn(person)
  columns.until[at] = permittedUntil(person)
  columns.freeFrom[at] = freeFrom(person)
  columns.freeTimes[at] = freeTimes(person)
  columns.unwanted[at] = unwantedKinds(person)
  columns.topics[at] = likedTopics(person)
  columns.goals[at] = chosenGoals(person)
  columns.outcomes[at] = wantedOutcomes(person)
  columns.supports[at] = askedSupports(person)
  columns.own[at] =
    weightOf(waitingTime) * waitingPoints(person, context) + weightOf(earlierOffers) * earlierPoints(person)
  columns.exceptions[at] = exceptionsOf(person)
  writeTrip(columns, at, person)
}

function writeTrip(columns: PeopleColumns, at: number, person: Candidate): void {
  const { cellEast = null, cellNorth = null, distanceKmMax = null } = person.profile.travel ?? {}
  const hasCell = cellEast !== null && cellNorth !== null
  columns.trip[at] = tripAt(HOMES.indexOf(person.district), TRAVELLERS.indexOf(travellerOf(person)))
  columns.east[at] = hasCell ? cellEast : NO_CELL
  columns.north[at] = hasCell ? cellNorth : NO_CELL
  columns.tripLimits.set(tripLimits(distanceKmMax), 2 * at)
}

function exceptionsOf(person: Candidate): Exceptions | undefined {
  const organisations = notToldTo(person)
  if (organisations.length === 0 && person.history.length === 0) return undefined
  const answered = new Map(
    person.history.map(({ opportunityId }) => [
      opportunityId,
      wordOf(alreadyAnswered, ANSWER_AFTER[answeredBefore(person, opportunityId)]),
    ]),
  )
  return { organisations: new Set(organisations), answered }
}

const NOT_TOLD_WORD = wordOf(notTold, NOT_TOLD)

/** What the rules say of a pair because of what has gone before between the two, or whom not to tell. */
export function exceptionWord(people: PeopleColumns, at: number, { opening }: OpeningRow): number {
  const exceptions = people.exceptions[at]
  if (exceptions === undefined) return 0
  const told = exceptions.organisations.has(opening.organisationId) ? NOT_TOLD_WORD : 0
  return told | (exceptions.answered.get(opening.id) ?? 0)
}
