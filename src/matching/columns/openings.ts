import { DISTRICT_CODES, type HomeDistrict, WEEK_TIMES } from '../../domain/taxonomy'
import { OPPORTUNITY_KINDS } from '../../domain/opportunity'
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
import { type GateTables, gateTables } from './gate'
import { mapOpenings, type OpeningMap } from './opening-map'
import { type LimitTally, tallyLimits } from './tally'
import { REFUSALS, wordOf } from './word'

/** No square of the grid: what is compared with it is never looked at. */
export const NO_CELL = -0x80000000

/** Every home there can be, in the order of its number in the columns. */
export const HOMES: readonly HomeDistrict[] = [...DISTRICT_CODES, 'outside-kent', 'unknown']

/** An opening as the columns read it: masks, limits, and a table for each thing a person has a class of. */
export type OpeningRow = {
  opening: Opening
  /** By gate word: for the person, and for a broker's list. */
  gate: Uint16Array
  listGate: Uint16Array
  /** Openings with the same text are of one kind and refuse the same gate words. */
  group: string
  /** By home, traveller and length of the trip (`tripAt`): what the rule says, and points. */
  travel: Uint16Array
  ease: Uint16Array
  /** By free times, three limits each. */
  availability: Uint16Array
  birthLimits: Int32Array
  permissionLimits: Int32Array
  freeLimits: Int32Array
  kind: number
  /** Kilometre square, or `NO_CELL`. */
  east: number
  north: number
  /** Whether everybody who said how far they can go, and lives further away, is refused. */
  isBound: boolean
  topics: number
  goalsClose: number
  goalsPart: number
  outcomes: number
  supports: number
}

const LENGTHS = TRIP_LENGTHS.length

/** Where a home and a traveller begin in the tables on trips; the length of the trip is added. */
export const tripAt = (home: number, traveller: number): number =>
  (home * TRAVELLERS.length + traveller) * LENGTHS

const TRIPS: readonly Trip[] = HOMES.flatMap((home) =>
  TRAVELLERS.flatMap((traveller) => TRIP_LENGTHS.map((length) => ({ home, traveller, length }))),
)

type TripTables = { travel: Uint16Array; ease: Uint16Array; isBound: boolean }

function tripTablesOf(opening: Opening): TripTables {
  const words = Uint16Array.from(TRIPS, (trip) => wordOf(travel, travelAnswer(trip, opening)))
  const isBound = TRIPS.every(
    ({ traveller, length }, at) =>
      traveller === 'not-said' || length !== 'far' || ((words[at] as number) & REFUSALS) !== 0,
  )
  return { travel: words, ease: Uint16Array.from(TRIPS, (trip) => easePoints(trip, opening)), isBound }
}

function availabilityTable(opening: Opening, limits: number): Uint16Array {
  const each = limits + 1
  return Uint16Array.from({ length: each << WEEK_TIMES.length }, (_, at) =>
    wordOf(availability, availabilityAnswer(Math.floor(at / each), at % each, opening)),
  )
}

/** The openings of a run. Tables that are the same are made once. */
export type OpeningColumns = {
  rows: OpeningRow[]
  /** Indexes of the openings that are bound to a place, on the map, and of those that are not. */
  map: OpeningMap
  unbound: number[]
  /** The place of each opening in the order of ids, and the opening in each such place. */
  turnOf: Int32Array
  atTurn: Int32Array
  tallies: LimitTally[]
  /** Indexes by the id of the opening, and by that of its organisation. */
  indexesOf: ReadonlyMap<string, readonly number[]>
}

export function openingColumns(openings: readonly Opening[], context: MatchingContext): OpeningColumns {
  const tablesFor = gateTables()
  const trips = new Map<string, TripTables>()
  const rows = openings.map((opening) => {
    const key = travelKey(opening)
    const tables = trips.get(key) ?? tripTablesOf(opening)
    trips.set(key, tables)
    return rowOf(opening, context, { ...tablesFor(opening, context), ...tables })
  })
  const indexes = rows.map((_, index) => index)
  const atTurn = indexes.toSorted(
    (one, other) => compareText(openings[one]!.id, openings[other]!.id) || one - other,
  )
  const turnOf = new Int32Array(rows.length)
  atTurn.forEach((index, turn) => {
    turnOf[index] = turn
  })
  return {
    rows,
    map: mapOpenings(
      rows,
      indexes.filter((index) => rows[index]!.isBound),
    ),
    unbound: indexes.filter((index) => !rows[index]!.isBound),
    turnOf,
    atTurn: Int32Array.from(atTurn),
    tallies: tallyLimits(rows),
    indexesOf: indexesById(openings),
  }
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

function rowOf(opening: Opening, context: MatchingContext, tables: GateTables & TripTables): OpeningRow {
  const free = freeLimits(opening, context)
  const { close, part } = goalsLedTo(opening)
  const hasCell = opening.cellEast !== null && opening.cellNorth !== null
  return {
    opening,
    gate: tables.gate,
    listGate: tables.listGate,
    group: `${tables.refusing} ${opening.kind}`,
    travel: tables.travel,
    ease: tables.ease,
    availability: availabilityTable(opening, free.length),
    birthLimits: Int32Array.from(birthLimits(opening, context)),
    permissionLimits: Int32Array.from(permissionLimits(opening, context)),
    freeLimits: Int32Array.from(free),
    kind: maskOf(OPPORTUNITY_KINDS, [opening.kind]),
    east: hasCell ? Number(opening.cellEast) : NO_CELL,
    north: hasCell ? Number(opening.cellNorth) : NO_CELL,
    isBound: hasCell && tables.isBound,
    topics: openingTopics(opening),
    goalsClose: close,
    goalsPart: part,
    outcomes: servedOutcomes(opening),
    supports: offeredSupports(opening),
  }
}
