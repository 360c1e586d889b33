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
import { weightOf } from '../weights'
import { NO_CELL, type OpeningRow } from './openings'
import { exceptionWord } from './exceptions'
import type { PeopleColumns } from './people'
import { wordOf } from './word'

const AGE_WORDS = Uint16Array.from(AGE_ANSWERS, (answer) => wordOf(ageOnStartDate, answer))
const OUTLASTS_WORDS = Uint16Array.from(OUTLASTS_ANSWERS, (answer) => wordOf(permissionOutlasts, answer))
const UNWANTED_WORD = wordOf(doNotSuggest, UNWANTED)
const NOT_KNOWN = TRIP_LENGTHS.indexOf('not-known')

const INTERESTS = weightOf(interests)
const GOALS = weightOf(goals)
const OUTCOMES = weightOf(covenantOutcome)
const EASE = weightOf(travelEase)
const SUPPORT = weightOf(supportFit)

/** Where the trip of a pair stands in the opening's tables. */
export function tripOfPair(people: PeopleColumns, at: number, opening: OpeningRow): number {
  const trip = people.trip[at]!
  const east = people.east[at]!
  if (east === NO_CELL || opening.east === NO_CELL) return trip + NOT_KNOWN
  const square = (east - opening.east) ** 2 + (people.north[at]! - opening.north) ** 2
  return trip + limitsPassed(square, people.tripLimits, 2 * at, 2 * at + 2)
}

/** What the rules say that a tally counts for many at once, the gate apart: the age, and kinds not to suggest. */
export function talliedWord(people: PeopleColumns, at: number, opening: OpeningRow): number {
  return (
    AGE_WORDS[limitsPassed(people.born[at]!, opening.birthLimits)]! |
    ((people.unwanted[at]! & opening.kind) === 0 ? 0 : UNWANTED_WORD)
  )
}

/** What the rules say of the time, now and later: whether somebody is free, and until when they may work. */
export function timeWord(people: PeopleColumns, at: number, opening: OpeningRow): number {
  const free = limitsPassed(people.freeFrom[at]!, opening.freeLimits)
  const times = people.freeTimes[at]! * (opening.freeLimits.length + 1)
  return (
    OUTLASTS_WORDS[limitsPassed(people.until[at]!, opening.permissionLimits)]! |
    opening.availability[times + free]!
  )
}

/** What all the rules say of a pair, as one word. */
export function pairWord(people: PeopleColumns, at: number, opening: OpeningRow, trip: number): number {
  return (
    opening.gate[people.gate[at]!]! |
    talliedWord(people, at, opening) |
    exceptionWord(people.exceptions, at, opening.opening) |
    opening.travel[trip]! |
    timeWord(people, at, opening)
  )
}

/** The score of a pair in hundredths, 0 to 10,000. */
export function hundredthsOf(people: PeopleColumns, at: number, opening: OpeningRow, trip: number): number {
  return (
    people.own[at]! +
    INTERESTS * interestPoints(people.topics[at]!, opening.topics) +
    GOALS * goalPoints(people.goals[at]!, opening.goalsClose, opening.goalsPart) +
    OUTCOMES * outcomePoints(people.outcomes[at]!, opening.outcomes) +
    EASE * opening.ease[trip]! +
    SUPPORT * supportPoints(people.supports[at]!, opening.supports)
  )
}
