import { OPPORTUNITY_KINDS } from '../../domain/opportunity'
import { AGE_ANSWERS, ageOnStartDate } from '../rules/age-on-start-date'
import { doNotSuggest } from '../rules/do-not-suggest'
import { groupOf, wordInGroup } from './gate'
import { OPENING, WIDTH } from './layout'
import { bitOf, firstRefusal } from './word'

/**
 * Counts of whom the rules refuse that stand before the trip, without looking at anybody: people by group of gate
 * words, with their births in order, and openings by group, with their limits in order.
 */

const AGE = bitOf(ageOnStartDate)
const UNWANTED = bitOf(doNotSuggest)

/** By how many limits a birth lies after, whether the age refuses. */
const REFUSED_AFTER = AGE_ANSWERS.flatMap((answer, passed) => (answer === 'not-eligible' ? [passed] : []))

/** How many of ascending numbers are at most a value. */
function countUpTo(sorted: Int32Array, value: number): number {
  if (sorted.length === 0 || value < sorted[0]!) return 0
  if (value >= sorted[sorted.length - 1]!) return sorted.length
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! <= value) low = middle + 1
    else high = middle
  }
  return low
}

/** People of each group of gate words, by birth. */
export type BirthTally = Map<number, Int32Array>

/** Everybody, and those who do not want each kind of offer. */
export type BirthTallies = { all: BirthTally; unwanted: BirthTally[] }

type Person = { gate: number; born: number; unwanted: number }

const talliesOf = ({ all, unwanted }: BirthTallies, mask: number): BirthTally[] => [
  all,
  ...unwanted.filter((_, kind) => mask & (1 << kind)),
]

export function tallyBirths(people: Iterable<Person>): BirthTallies {
  const lists = {
    all: new Map<number, number[]>(),
    unwanted: OPPORTUNITY_KINDS.map(() => new Map<number, number[]>()),
  }
  for (const { gate, born, unwanted } of people) {
    const group = groupOf(gate)
    const into = [
      lists.all,
      ...(unwanted === 0 ? [] : lists.unwanted.filter((_, kind) => unwanted & (1 << kind))),
    ]
    for (const list of into) {
      const births = list.get(group)
      if (births) births.push(born)
      else list.set(group, [born])
    }
  }
  const sorted = (list: Map<number, number[]>): BirthTally =>
    new Map([...list].map(([group, births]) => [group, Int32Array.from(births).sort()]))
  return { all: sorted(lists.all), unwanted: lists.unwanted.map(sorted) }
}

/** Takes a person out of the tallies they are in. */
export function removeBirth(tallies: BirthTallies, { gate, born, unwanted }: Person): void {
  for (const tally of talliesOf(tallies, unwanted)) {
    const births = tally.get(groupOf(gate))!
    const at = births.indexOf(born)
    tally.set(
      groupOf(gate),
      births.filter((_, index) => index !== at),
    )
  }
}

export function addBirth(tallies: BirthTallies, { gate, born, unwanted }: Person): void {
  for (const tally of talliesOf(tallies, unwanted)) {
    const births = tally.get(groupOf(gate)) ?? []
    tally.set(groupOf(gate), Int32Array.from([...births, born]).sort())
  }
}

/** What a tally of people is asked about an opening: its kind as a bit, its table by gate word, its limits of birth. */
type Limits = { kind: number; gate: Uint16Array; birthLimits: Int32Array }

/** How many of ascending births lie after so many of an opening's limits, no more and no fewer. */
function countAfter(births: Int32Array, limits: Int32Array, passed: number): number {
  const from = passed === 0 ? 0 : countUpTo(births, limits[passed - 1]!)
  const to = passed === limits.length ? births.length : countUpTo(births, limits[passed]!)
  return to - from
}

/**
 * Counts people under the first of these rules that refuses them.
 * @returns how many none of them refuses
 */
export function countPeople({ all, unwanted }: BirthTallies, opening: Limits, leftOut: Int32Array): number {
  const ofKind = unwanted[31 - Math.clz32(opening.kind)]!
  const passed = countTally(all, { opening, leftOut, each: 1 })
  for (const [group, births] of ofKind) {
    const first = firstRefusal(opening.gate[wordInGroup(group)]!)
    leftOut[first >= 0 && first < UNWANTED ? first : UNWANTED]! += births.length
  }
  return passed + countTally(ofKind, { opening, leftOut, each: -1 })
}

type Counting = { opening: Limits; leftOut: Int32Array; each: 1 | -1 }

function countTally(tally: BirthTally, { opening, leftOut, each }: Counting): number {
  let passed = 0
  for (const [group, births] of tally) {
    const first = firstRefusal(opening.gate[wordInGroup(group)]!)
    let rest = births.length
    if (first < 0 || first > AGE) {
      let refused = 0
      for (const after of REFUSED_AFTER) refused += countAfter(births, opening.birthLimits, after)
      leftOut[AGE]! += each * refused
      rest -= refused
    }
    if (first < 0) passed += each * rest
    else leftOut[first]! += each * rest
  }
  return passed
}

/** Openings of one kind that refuse the same gate words, with each of their limits of birth in order. */
export type LimitTally = {
  count: number
  kind: number
  gate: Uint16Array
  limits: Int32Array[]
}

/** @param groups of each opening: the same text for openings of one kind that refuse the same gate words */
export function tallyLimits(groups: readonly string[], rows: Int32Array, words: Uint16Array): LimitTally[] {
  const rowsOf = new Map<string, number[]>()
  groups.forEach((group, index) => {
    const found = rowsOf.get(group)
    if (found) found.push(index * WIDTH)
    else rowsOf.set(group, [index * WIDTH])
  })
  return [...rowsOf.values()].map((found) => {
    const [first] = found as [number]
    const limits = Array.from({ length: AGE_ANSWERS.length - 1 }, (_, limit) =>
      Int32Array.from(found, (row) => rows[row + OPENING.birthLimits + limit]!).sort(),
    )
    const gate = words.subarray(rows[first + OPENING.gate]!)
    return { count: found.length, kind: rows[first + OPENING.kind]!, gate, limits }
  })
}

/**
 * Counts openings under the first of these rules that refuses them to a person.
 * @returns how many none of them refuses
 */
export function countOpenings(tallies: readonly LimitTally[], person: Person, leftOut: Int32Array): number {
  let passed = 0
  for (const { count, kind, gate, limits } of tallies) {
    const byGate = firstRefusal(gate[person.gate]!)
    const isUnwanted = (person.unwanted & kind) !== 0
    const first = isUnwanted && (byGate < 0 || byGate > UNWANTED) ? UNWANTED : byGate
    let rest = count
    if (first < 0 || first > AGE) {
      const refused = countRefusing(limits, person.born, count)
      leftOut[AGE]! += refused
      rest -= refused
    }
    if (first < 0) passed += rest
    else leftOut[first]! += rest
  }
  return passed
}

/** How many openings of a tally refuse a birth. A limit lies before a birth when it is at most the day before. */
function countRefusing(limits: readonly Int32Array[], born: number, count: number): number {
  let refused = 0
  for (const passed of REFUSED_AFTER) {
    const atLeast = passed === 0 ? count : countUpTo(limits[passed - 1]!, born - 1)
    const more = passed === limits.length ? 0 : countUpTo(limits[passed]!, born - 1)
    refused += atLeast - more
  }
  return refused
}
