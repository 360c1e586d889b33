import { OPPORTUNITY_KINDS } from '../../domain/opportunity'
import type { RuleSet } from '../../domain/rule-set/rule-set'
import { DISTRICT_CODES, type HomeDistrict, WEEK_TIMES } from '../../domain/taxonomy'
import type { MatchingContext, Opening } from '../candidate'
import { maskOf } from '../decision'
import { servedOutcomes } from '../factors/covenant-outcome'
import { goalsLedTo } from '../factors/goals'
import { openingTopics } from '../factors/interests'
import { offeredSupports } from '../factors/support-fit'
import { easePoints } from '../factors/travel-ease'
import { birthLimits } from '../rules/age-on-start-date'
import { availability, availabilityAnswer, freeLimits } from '../rules/availability'
import { permissionLimits } from '../rules/permission-outlasts'
import { travel, travelAnswer, travelKey } from '../rules/travel'
import { type Trip, TRAVELLERS, TRIP_LENGTHS } from '../trip'
import { compareText } from '../turn'
import { gateTables } from './gate'
import { GOAL_BITS, OPENING, OUTCOME_BITS, WIDTH } from './layout'
import { mapOpenings, type OpeningMap } from './opening-map'
import { type LimitTallies, tallyLimits } from './tally'
import { type Room, roomFor } from './room'
import { joined, REFUSALS, wordOf } from './word'

/** Every home there can be, in the order of its number in the columns. */
export const HOMES: readonly HomeDistrict[] = [...DISTRICT_CODES, 'outside-kent', 'unknown']

/** The openings of a run, as masks, limits, and tables by what people are sorted into. */
export type OpeningColumns = {
  openings: readonly Opening[]
  weights: RuleSet['weights']
  /** Rows of `WIDTH` numbers, as `OPENING` says. */
  rows: Int32Array
  /** Every table one after another: words, and for trips the points for ease at the same place. */
  words: Uint16Array
  ease: Uint16Array
  /** 1 when everybody who lives further away than they said they can go is refused, otherwise 0. */
  isBound: Uint8Array
  /** Indexes of the openings that are bound to a place, on the map, and of those that are not. */
  map: OpeningMap
  unbound: Int32Array
  /** The place of each opening in the order of ids, and the opening in each such place. */
  turnOf: Int32Array
  atTurn: Int32Array
  tallies: LimitTallies
  /** Indexes by the id of the opening, and by that of its organisation. */
  indexesOf: ReadonlyMap<string, readonly number[]>
  room: Room
}

/** Where a home and a traveller begin in a table on trips; the length of the trip is added. */
export const tripAt = (home: number, traveller: number): number =>
  (home * TRAVELLERS.length + traveller) * TRIP_LENGTHS.length

const TRIPS: readonly Trip[] = HOMES.flatMap((home) =>
  TRAVELLERS.flatMap((traveller) => TRIP_LENGTHS.map((length) => ({ home, traveller, length }))),
)

/** The same of an opening without a cell: whatever the distance seems to be, it is not known. */
const TRIPS_NOT_KNOWN = TRIPS.map((trip): Trip => ({ ...trip, length: 'not-known' }))

type Table = { words: Uint16Array; ease?: Uint16Array }

/** Tables one after another. One that is the same as an earlier one is not written again. */
class Tables {
  private readonly tables: Table[] = []
  private readonly starts = new Map<string, number>()
  private length = 0

  /** Where the table of this key begins. */
  startOf(key: string, make: () => Table): number {
    const known = this.starts.get(key)
    if (known !== undefined) return known
    const start = this.length
    const table = make()
    this.tables.push(table)
    this.starts.set(key, start)
    this.length += table.words.length
    return start
  }

  joined() {
    return {
      words: joined(this.tables.map(({ words }) => words)),
      ease: joined(this.tables.map(({ words, ease }) => ease ?? new Uint16Array(words.length))),
    }
  }
}

/** Reads openings once, for as many people as are to be ranked. */
export function openingColumns(openings: readonly Opening[], context: MatchingContext): OpeningColumns {
  const tables = new Tables()
  const gatesOf = gateTables()
  const rows = new Int32Array(openings.length * WIDTH)
  const groups = openings.map((opening, index) => {
    const { table, key, refusing } = gatesOf(opening, context)
    const gate = tables.startOf(`gate ${key}`, () => ({ words: table }))
    rows.set(rowOf(opening, context, { gate, ...startsOf(opening, tables) }), index * WIDTH)
    return `${refusing} ${opening.kind}`
  })
  const { words, ease } = tables.joined()
  const isBound = Uint8Array.from(openings, (opening, index) =>
    Number(isBoundAt(opening, words, rows[index * WIDTH + OPENING.travel]!)),
  )
  return {
    openings,
    weights: context.ruleSet.weights,
    rows,
    words,
    ease,
    isBound,
    ...placesOf(openings, isBound),
    ...turnsById(openings),
    tallies: tallyLimits(groups, rows, words),
    indexesOf: indexesById(openings),
    room: roomFor(openings.length),
  }
}

type Starts = { gate: number; travel: number; availability: number }

const hasCell = ({ cellEast, cellNorth }: Opening): boolean => cellEast !== null && cellNorth !== null

function startsOf(opening: Opening, tables: Tables): Omit<Starts, 'gate'> {
  const times = timesTable(opening)
  const trips = hasCell(opening) ? TRIPS : TRIPS_NOT_KNOWN
  return {
    travel: tables.startOf(`travel ${travelKey(opening)} ${hasCell(opening)}`, () => ({
      words: Uint16Array.from(trips, (trip) => wordOf(travel, travelAnswer(trip, opening))),
      ease: Uint16Array.from(trips, (trip) => easePoints(trip, opening)),
    })),
    availability: tables.startOf(`availability ${times.join()}`, () => ({ words: times })),
  }
}

/** How many findings the days somebody is free can have: after none, one, or both of the limits. */
export const FREE_FINDINGS = 3

/** By free times, and for each by how many limits are passed. */
function timesTable(opening: Opening): Uint16Array {
  return Uint16Array.from({ length: FREE_FINDINGS << WEEK_TIMES.length }, (_, at) =>
    wordOf(availability, availabilityAnswer(Math.floor(at / FREE_FINDINGS), at % FREE_FINDINGS, opening)),
  )
}

function rowOf(opening: Opening, context: MatchingContext, starts: Starts): number[] {
  const { close, part } = goalsLedTo(opening)
  const { cellEast, cellNorth } = opening
  return [
    starts.gate,
    starts.travel,
    starts.availability,
    ...birthLimits(opening, context),
    ...permissionLimits(opening, context),
    ...freeLimits(opening, context),
    maskOf(OPPORTUNITY_KINDS, [opening.kind]),
    cellEast ?? 0,
    cellNorth ?? 0,
    openingTopics(opening),
    close | (part << GOAL_BITS),
    servedOutcomes(opening) | (offeredSupports(opening) << OUTCOME_BITS),
  ]
}

/** Has a cell, and a table that refuses every far trip of those who said how far they can go. */
function isBoundAt(opening: Opening, words: Uint16Array, start: number): boolean {
  return (
    hasCell(opening) &&
    TRIPS.every(
      ({ traveller, length }, at) =>
        traveller === 'not-said' || length !== 'far' || (words[start + at]! & REFUSALS) !== 0,
    )
  )
}

function placesOf(openings: readonly Opening[], isBound: Uint8Array) {
  const indexes = openings.map((_, index) => index)
  const cells = openings.map(({ cellEast, cellNorth }) => ({ east: cellEast ?? 0, north: cellNorth ?? 0 }))
  return {
    map: mapOpenings(
      cells,
      indexes.filter((index) => isBound[index] === 1),
    ),
    unbound: Int32Array.from(indexes.filter((index) => isBound[index] === 0)),
  }
}

function turnsById(openings: readonly Opening[]) {
  const atTurn = openings
    .map((_, index) => index)
    .sort((one, other) => compareText(openings[one]!.id, openings[other]!.id) || one - other)
  const turnOf = new Int32Array(openings.length)
  atTurn.forEach((index, turn) => {
    turnOf[index] = turn
  })
  return { turnOf, atTurn: Int32Array.from(atTurn) }
}

function indexesById(openings: readonly Opening[]): Map<string, number[]> {
  const indexesOf = new Map<string, number[]>()
  openings.forEach(({ id, organisationId }, index) => {
    for (const key of [id, organisationId]) {
      const indexes = indexesOf.get(key)
      if (indexes) indexes.push(index)
      else indexesOf.set(key, [index])
    }
  })
  return indexesOf
}
