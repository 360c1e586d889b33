import { createHash } from 'node:crypto'
import { type Round, toRound } from '../matching/allocate/round'
import { eachLine, Faults } from './csv-lines'
import { GrowingColumn } from './growing-column'

/** A round with the names its numbers stand for. */
export type NamedRound = { round: Round; people: string[]; opportunities: string[] }

export type RoundFiles = { pairs: string; places: string; seed: string }

const FIT_MAX = 1_000_000
const PLACES_MAX = 1_000_000_000

/**
 * Reads a round from its two files. People are put in the order of their lottery numbers (the SHA-256 of `seed|person`)
 * and opportunities in that of their ids, so that the order of the lines changes nothing.
 * @returns the round, or every fault with its file, line and column
 */
export async function readRoundFiles(files: RoundFiles): Promise<NamedRound | { faults: string[] }> {
  const faults = new Faults()
  const places = await readPlaces(files.places, faults)
  const rows = await readPairs(files.pairs, places, faults)
  if (faults.count > 0) return { faults: faults.lines() }
  const named = inOrder(rows, places, files.seed)
  if (!hasRepeated(named.round)) return named
  findRepeated(rows, files.pairs, faults)
  return { faults: faults.lines() }
}

const WHOLE = /^\d+$/

/** A whole number within its limits, or undefined. */
function wholeNumber(text: string, min: number, max: number): number | undefined {
  const value = WHOLE.test(text) ? Number(text) : Number.NaN
  return value >= min && value <= max ? value : undefined
}

async function readPlaces(file: string, faults: Faults): Promise<Map<string, number>> {
  const places = new Map<string, number>()
  const columns = { needed: ['opportunity', 'places'], optional: [] }
  await eachLine(file, columns, faults, ({ opportunity = '', places: text = '' }, line) => {
    const count = wholeNumber(text, 0, PLACES_MAX)
    if (opportunity === '') faults.add(file, line, 'opportunity', 'is blank')
    else if (places.has(opportunity))
      faults.add(file, line, 'opportunity', `${opportunity} stands here twice`)
    if (count === undefined) faults.add(file, line, 'places', 'is not a whole number from 0 up')
    places.set(opportunity, count ?? 0)
  })
  return places
}

/** The pairs as they stand in the file, with people and opportunities numbered as they come. */
type Rows = {
  person: GrowingColumn
  opportunity: GrowingColumn
  fit: GrowingColumn
  rank: GrowingColumn
  line: GrowingColumn
  people: Map<string, number>
  bands: GrowingColumn
}

async function readPairs(file: string, places: Map<string, number>, faults: Faults): Promise<Rows> {
  const numbers = new Map([...places.keys()].map((opportunity, index) => [opportunity, index]))
  const rows: Rows = {
    person: new GrowingColumn(),
    opportunity: new GrowingColumn(),
    fit: new GrowingColumn(),
    rank: new GrowingColumn(),
    line: new GrowingColumn(),
    people: new Map(),
    bands: new GrowingColumn(),
  }
  const columns = { needed: ['person', 'opportunity', 'fit'], optional: ['band', 'rank'] }
  await eachLine(file, columns, faults, (cells, line, header) => {
    const wrong = (column: string, message: string) => faults.add(file, line, column, message)
    const { person = '', opportunity = '', fit = '', band = '', rank = '' } = cells
    if (person === '') wrong('person', 'is blank')
    const number = numbers.get(opportunity)
    if (number === undefined)
      wrong('opportunity', opportunity === '' ? 'is blank' : `${opportunity} is not in the file of places`)
    const fitNumber = wholeNumber(fit, 1, FIT_MAX)
    if (fitNumber === undefined) wrong('fit', `is not a whole number from 1 to ${FIT_MAX}`)
    const rankNumber = rank === '' ? 0 : wholeNumber(rank, 1, FIT_MAX)
    if (rankNumber === undefined) wrong('rank', 'is not a whole number from 1 up, or blank')
    const bandNumber = header.includes('band') ? wholeNumber(band, 1, FIT_MAX) : 1
    if (bandNumber === undefined) wrong('band', band === '' ? 'is blank' : 'is not a whole number from 1 up')
    const known = rows.people.get(person)
    if (known === undefined) {
      rows.people.set(person, rows.people.size)
      rows.bands.push(bandNumber ?? 1)
    } else if (bandNumber !== undefined && rows.bands.at(known) !== bandNumber)
      wrong('band', `differs from band ${rows.bands.at(known)}, which ${person} has above`)
    rows.person.push(known ?? rows.people.size - 1)
    rows.opportunity.push(number ?? 0)
    rows.fit.push(fitNumber ?? 1)
    rows.rank.push(rankNumber ?? 0)
    rows.line.push(line)
  })
  return rows
}

/** Whether a pair stands twice, or somebody gave one rank twice. A person's pairs stand by opportunity. */
function hasRepeated({ people, start, to, rank }: Round): boolean {
  for (let person = 0; person < people; person += 1) {
    const [first, last] = [start[person] as number, start[person + 1] as number]
    const ranks = rank.subarray(first, last).filter((one) => one > 0)
    if (new Set(ranks).size < ranks.length) return true
    for (let pair = first + 1; pair < last; pair += 1) if (to[pair] === to[pair - 1]) return true
  }
  return false
}

/** Where they stand, for the fault: slower, so only when there is one. */
function findRepeated({ person, opportunity, rank, line, people }: Rows, file: string, faults: Faults): void {
  const order = Uint32Array.from({ length: person.length }, (_, row) => row)
  const check = (column: 'opportunity' | 'rank', keys: GrowingColumn, counts: (row: number) => boolean) => {
    const seen = new Map<number, number>()
    for (const row of order) {
      if (!counts(row)) continue
      const key = keys.at(row) * people.size + person.at(row)
      const before = seen.get(key)
      if (before === undefined) seen.set(key, row)
      else
        faults.add(
          file,
          line.at(row),
          column,
          `stands twice for this person, first in line ${line.at(before)}`,
        )
    }
  }
  check('opportunity', opportunity, () => true)
  check('rank', rank, (row) => rank.at(row) > 0)
}

/** The lottery number of a person, as hexadecimal: comparing the texts compares the numbers. */
const lotteryNumber = (seed: string, person: string) =>
  createHash('sha256').update(`${seed}|${person}`).digest('hex')

function inOrder(rows: Rows, places: Map<string, number>, seed: string): NamedRound {
  const drawn = [...rows.people.keys()]
    .map((person) => ({ person, number: lotteryNumber(seed, person) }))
    .sort((one, other) => (one.number < other.number ? -1 : 1))
  const people = drawn.map(({ person }) => person)
  const opportunities = [...places.keys()].sort()
  const personAt = newPositions(people, rows.people)
  const opportunityAt = newPositions(
    opportunities,
    new Map([...places.keys()].map((opportunity, index) => [opportunity, index])),
  )
  const round = toRound(
    {
      person: rows.person.toArray().map((person) => personAt[person] as number),
      opportunity: rows.opportunity.toArray().map((one) => opportunityAt[one] as number),
      fit: rows.fit.toArray(),
      rank: rows.rank.toArray(),
    },
    {
      places: Int32Array.from(opportunities, (opportunity) => places.get(opportunity) ?? 0),
      bands: Int32Array.from(people, (person) => rows.bands.at(rows.people.get(person) as number)),
    },
  )
  return { round, people, opportunities }
}

/** Where each old number stands in the new order. */
function newPositions(names: readonly string[], before: ReadonlyMap<string, number>): Int32Array {
  const positions = new Int32Array(names.length)
  names.forEach((name, position) => {
    positions[before.get(name) as number] = position
  })
  return positions
}
