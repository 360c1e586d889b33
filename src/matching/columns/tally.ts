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

/** How many of some openings the age refuses, by birth: `refused[n]` for births after the first n of the days. */
type Steps = { count: number; days: Int32Array; refused: Int32Array }

/** Openings of one kind that refuse the same gate words. */
type LimitTally = Steps & { kind: number; gate: Uint16Array }

/** Openings that a group of gate words meets with the same refusal first; -1 when none of the rules on classes refuses. */
type Met = Steps & { first: number }
type MetOfGroup = { all: Met[]; byKind: Met[][] }

/** The openings by kind and gate, and what each group of gate words met with, as soon as anybody of it has asked. */
export type LimitTallies = { tallies: readonly LimitTally[]; met: Map<number, MetOfGroup> }

/** @param groups of each opening: the same text for openings of one kind that refuse the same gate words */
export function tallyLimits(groups: readonly string[], rows: Int32Array, words: Uint16Array): LimitTallies {
  const indexesOf = grouped(groups.keys(), (index) => groups[index])
  const tallies = [...indexesOf.values()].map((indexes): LimitTally => {
    const first = indexes[0]! * WIDTH
    const steps = sumOf(indexes.map((index) => stepsOf(rows, index * WIDTH + OPENING.birthLimits)))
    const gate = words.subarray(rows[first + OPENING.gate]!)
    return { ...steps, kind: rows[first + OPENING.kind]!, gate }
  })
  return { tallies, met: new Map() }
}

/** The steps of one opening, from where its limits begin. */
function stepsOf(rows: Int32Array, limits: number): Steps {
  const refused = AGE_ANSWERS.map((answer) => Number(answer === 'not-eligible'))
  return {
    count: 1,
    days: rows.subarray(limits, limits + AGE_ANSWERS.length - 1),
    refused: Int32Array.from(refused),
  }
}

/** The steps of several tallies as those of one. */
function sumOf(all: readonly Steps[]): Steps {
  const changes = new Map<number, number>()
  for (const { days, refused } of all) {
    days.forEach((day, at) => changes.set(day, (changes.get(day) ?? 0) + refused[at + 1]! - refused[at]!))
  }
  const days = Int32Array.from(changes.keys()).sort()
  const refused = new Int32Array(days.length + 1)
  refused[0] = all.reduce((sum, steps) => sum + steps.refused[0]!, 0)
  days.forEach((day, at) => {
    refused[at + 1] = refused[at]! + changes.get(day)!
  })
  return { count: all.reduce((sum, { count }) => sum + count, 0), days, refused }
}

function grouped<T, Key>(all: Iterable<T>, keyOf: (one: T) => Key): Map<Key, T[]> {
  const groups = new Map<Key, T[]>()
  for (const one of all) {
    const group = groups.get(keyOf(one))
    if (group) group.push(one)
    else groups.set(keyOf(one), [one])
  }
  return groups
}

/** What a gate word meets with. */
function metBy({ tallies, met }: LimitTallies, gateWord: number): MetOfGroup {
  const group = groupOf(gateWord)
  const known = met.get(group)
  if (known) return known
  const found = {
    all: byFirst(tallies, gateWord),
    byKind: OPPORTUNITY_KINDS.map((_, kind) =>
      byFirst(
        tallies.filter((tally) => tally.kind === 1 << kind),
        gateWord,
      ),
    ),
  }
  met.set(group, found)
  return found
}

function byFirst(tallies: readonly LimitTally[], gateWord: number): Met[] {
  const talliesOf = grouped(tallies, ({ gate }) => firstRefusal(gate[gateWord]!))
  return [...talliesOf].map(([first, found]) => ({ first, ...sumOf(found) }))
}

/**
 * Counts openings under the first of these rules that refuses them to a person.
 * @returns how many none of them refuses
 */
export function countOpenings(tallies: LimitTallies, person: Person, leftOut: Int32Array): number {
  const { all, byKind } = metBy(tallies, person.gate)
  let passed = countMet(all, { born: person.born, leftOut, each: 1 })
  if (person.unwanted === 0) return passed
  byKind.forEach((ofKind, kind) => {
    if ((person.unwanted & (1 << kind)) === 0) return
    for (const { first, count } of ofKind)
      leftOut[first >= 0 && first < UNWANTED ? first : UNWANTED]! += count
    passed += countMet(ofKind, { born: person.born, leftOut, each: -1 })
  })
  return passed
}

type CountingMet = { born: number; leftOut: Int32Array; each: 1 | -1 }

function countMet(met: readonly Met[], { born, leftOut, each }: CountingMet): number {
  let passed = 0
  for (const { first, count, days, refused } of met) {
    let rest = count
    if (first < 0 || first > AGE) {
      // A limit lies before a birth when it is at most the day before.
      const tooOldOrYoung = refused[countUpTo(days, born - 1)]!
      leftOut[AGE]! += each * tooOldOrYoung
      rest -= tooOldOrYoung
    }
    if (first < 0) passed += each * rest
    else leftOut[first]! += each * rest
  }
  return passed
}
