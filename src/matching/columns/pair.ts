import { limitsPassed } from '../decision'
import { covenantOutcome, outcomePoints } from '../factors/covenant-outcome'
import { goalPoints, goals } from '../factors/goals'
import { interestPoints, interests } from '../factors/interests'
import { supportFit, supportPoints } from '../factors/support-fit'
import { travelEase } from '../factors/travel-ease'
import { AGE_ANSWERS, ageOnStartDate } from '../rules/age-on-start-date'
import { doNotSuggest, UNWANTED } from '../rules/do-not-suggest'
import { OUTLASTS_ANSWERS, permissionOutlasts } from '../rules/permission-outlasts'
import { TRIP_LENGTHS } from '../trip'
import { GATE_WORDS } from './gate'
import { GOAL_BITS, NO_CELL, OPENING, OUTCOME_BITS, PERSON } from './layout'
import { FREE_FINDINGS, type OpeningColumns } from './openings'
import type { PeopleColumns } from './people'
import { wordOf } from './word'

const AGE_WORDS = Uint16Array.from(AGE_ANSWERS, (answer) => wordOf(ageOnStartDate, answer))
const OUTLASTS_WORDS = Uint16Array.from(OUTLASTS_ANSWERS, (answer) => wordOf(permissionOutlasts, answer))
const UNWANTED_WORD = wordOf(doNotSuggest, UNWANTED)
const NOT_KNOWN = TRIP_LENGTHS.indexOf('not-known')

const GOAL_MASK = (1 << GOAL_BITS) - 1
const OUTCOME_MASK = (1 << OUTCOME_BITS) - 1

/** Who reads a list: a broker is shown nobody who may not be listed. */
export type ListFor = 'person' | 'broker'

/**
 * Reads pairs: what the rules say of each, as a word, and its score. A pair is told by where the row of the person
 * and the row of the opening begin.
 */
export class PairReader {
  private readonly person: Int32Array
  private readonly opening: Int32Array
  private readonly words: Uint16Array
  private readonly ease: Uint16Array
  private readonly gateShift: number
  private readonly interests: number
  private readonly goals: number
  private readonly outcomes: number
  private readonly easeWeight: number
  private readonly support: number

  constructor(people: PeopleColumns, openings: OpeningColumns, listFor: ListFor) {
    this.person = people.rows
    this.opening = openings.rows
    this.words = openings.words
    this.ease = openings.ease
    this.gateShift = listFor === 'broker' ? GATE_WORDS : 0
    const { weights } = openings
    this.interests = weights[interests.id]
    this.goals = weights[goals.id]
    this.outcomes = weights[covenantOutcome.id]
    this.easeWeight = weights[travelEase.id]
    this.support = weights[supportFit.id]
  }

  gate(person: number, opening: number): number {
    const start = this.opening[opening + OPENING.gate]! + this.gateShift
    return this.words[start + this.person[person + PERSON.gate]!]!
  }

  /** What the rules say that a tally counts for many at once, the gate apart: the age, and kinds not to suggest. */
  tallied(person: number, opening: number): number {
    const born = this.person[person + PERSON.born]!
    const first = opening + OPENING.birthLimits
    const isWanted = (this.person[person + PERSON.unwanted]! & this.opening[opening + OPENING.kind]!) === 0
    return (
      AGE_WORDS[limitsPassed(born, this.opening, first, first + AGE_ANSWERS.length - 1)]! |
      (isWanted ? 0 : UNWANTED_WORD)
    )
  }

  /** What the rules say of the time, now and later: whether somebody is free, and until when they may work. */
  time(person: number, opening: number): number {
    const from = opening + OPENING.freeLimits
    const free = limitsPassed(
      this.person[person + PERSON.freeFrom]!,
      this.opening,
      from,
      from + FREE_FINDINGS - 1,
    )
    const times = this.person[person + PERSON.freeTimes]! * FREE_FINDINGS
    const until = opening + OPENING.permissionLimits
    const outlasts = limitsPassed(this.person[person + PERSON.until]!, this.opening, until, until + 1)
    return (
      OUTLASTS_WORDS[outlasts]! | this.words[this.opening[opening + OPENING.availability]! + times + free]!
    )
  }

  /** Where the trip of the pair stands among the tables. */
  trip(person: number, opening: number): number {
    const start = this.opening[opening + OPENING.travel]! + this.person[person + PERSON.trip]!
    const home = this.person[person + PERSON.east]!
    const place = this.opening[opening + OPENING.east]!
    if (home === NO_CELL || place === NO_CELL) return start + NOT_KNOWN
    const across = home - place
    const along = this.person[person + PERSON.north]! - this.opening[opening + OPENING.north]!
    const limits = person + PERSON.tripLimits
    return start + limitsPassed(across * across + along * along, this.person, limits, limits + 2)
  }

  travel(trip: number): number {
    return this.words[trip]!
  }

  /** What all the rules say, but for the few pairs with an exception. */
  word(person: number, opening: number, trip: number): number {
    return (
      this.gate(person, opening) |
      this.tallied(person, opening) |
      this.words[trip]! |
      this.time(person, opening)
    )
  }

  /** The score in hundredths, 0 to 10,000. */
  hundredths(person: number, opening: number, trip: number): number {
    const led = this.opening[opening + OPENING.goals]!
    const wanted = this.person[person + PERSON.outcomesAndSupports]!
    const given = this.opening[opening + OPENING.outcomesAndSupports]!
    return (
      this.person[person + PERSON.own]! +
      this.interests *
        interestPoints(this.person[person + PERSON.topics]!, this.opening[opening + OPENING.topics]!) +
      this.goals * goalPoints(this.person[person + PERSON.goals]!, led & GOAL_MASK, led >>> GOAL_BITS) +
      this.outcomes * outcomePoints(wanted & OUTCOME_MASK, given & OUTCOME_MASK) +
      this.easeWeight * this.ease[trip]! +
      this.support * supportPoints(wanted >>> OUTCOME_BITS, given >>> OUTCOME_BITS)
    )
  }
}
