import { ALWAYS, anyBit, passes } from '../decision'
import { covenantOutcome, outcomePoints } from '../factors/covenant-outcome'
import { goalPoints, goals } from '../factors/goals'
import { interestPoints, interests } from '../factors/interests'
import { supportFit, supportPoints } from '../factors/support-fit'
import { travelEase } from '../factors/travel-ease'
import { AGE_ANSWERS, ageOnStartDate } from '../rules/age-on-start-date'
import { doNotSuggest, UNWANTED } from '../rules/do-not-suggest'
import { OUTLASTS_ANSWERS, permissionOutlasts } from '../rules/permission-outlasts'
import { GATE_WORDS } from './gate'
import { GOAL_BITS, OPENING, OUTCOME_BITS, PERSON, WIDTH } from './layout'
import { FREE_FINDINGS, type OpeningColumns } from './openings'
import type { PeopleColumns } from './people'
import type { Room } from './room'
import { wordOf } from './word'

const AGE_WORDS = Uint16Array.from(AGE_ANSWERS, (answer) => wordOf(ageOnStartDate, answer))
const OUTLASTS_WORDS = Uint16Array.from(OUTLASTS_ANSWERS, (answer) => wordOf(permissionOutlasts, answer))
const UNWANTED_WORDS = Uint16Array.of(0, wordOf(doNotSuggest, UNWANTED))

const GOAL_MASK = (1 << GOAL_BITS) - 1
const OUTCOME_MASK = (1 << OUTCOME_BITS) - 1

/** Who reads a list: a broker is shown nobody who may not be listed. */
export type ListFor = 'person' | 'broker'

/** Reads pairs: what the rules say of each, as a word, and its score. A person is told by where their row begins. */
export class PairReader {
  private readonly people: Int32Array
  private readonly openings: Int32Array
  private readonly words: Uint16Array
  private readonly ease: Uint16Array
  private readonly gateShift: number
  private readonly interests: number
  private readonly goals: number
  private readonly outcomes: number
  private readonly easeWeight: number
  private readonly support: number
  private readonly room: Room

  constructor(people: PeopleColumns, openings: OpeningColumns, listFor: ListFor) {
    this.people = people.rows
    this.openings = openings.rows
    this.words = openings.words
    this.ease = openings.ease
    this.gateShift = listFor === 'broker' ? GATE_WORDS : 0
    this.room = openings.room
    const { weights } = openings
    this.interests = weights[interests.id]
    this.goals = weights[goals.id]
    this.outcomes = weights[covenantOutcome.id]
    this.easeWeight = weights[travelEase.id]
    this.support = weights[supportFit.id]
  }

  /**
   * Writes down what the rules say of a person and each of the first so many openings in the room, and the trips. In
   * one loop with hardly a branch to guess: most of the time of a round goes here.
   */
  judge(person: number, count: number): void {
    const { people, openings, words, room } = this
    const gateWord = people[person + PERSON.gate]! + this.gateShift
    const born = people[person + PERSON.born]!
    const unwanted = people[person + PERSON.unwanted]!
    const until = people[person + PERSON.until]!
    const freeFrom = people[person + PERSON.freeFrom]!
    const freeTimes = people[person + PERSON.freeTimes]! * FREE_FINDINGS
    const home = people[person + PERSON.trip]!
    const east = people[person + PERSON.east]!
    const north = people[person + PERSON.north]!
    const short = people[person + PERSON.tripLimits]!
    const reach = people[person + PERSON.tripLimits + 1]!
    const { to, words: said, trips } = room
    for (let at = 0; at < count; at += 1) {
      const opening = to[at]! * WIDTH
      const across = openings[opening + OPENING.east]! - east
      const along = openings[opening + OPENING.north]! - north
      const square = Math.imul(across, across) + Math.imul(along, along)
      const trip = openings[opening + OPENING.travel]! + home + passes(square, short) + passes(square, reach)
      const births =
        passes(born, openings[opening + OPENING.birthLimits]!) +
        passes(born, openings[opening + OPENING.birthLimits + 1]!) +
        passes(born, openings[opening + OPENING.birthLimits + 2]!) +
        passes(born, openings[opening + OPENING.birthLimits + 3]!)
      const free =
        freeFrom === ALWAYS
          ? 0
          : passes(freeFrom, openings[opening + OPENING.freeLimits]!) +
            passes(freeFrom, openings[opening + OPENING.freeLimits + 1]!)
      said[at] =
        words[openings[opening + OPENING.gate]! + gateWord]! |
        (unwanted === 0 ? 0 : UNWANTED_WORDS[anyBit(unwanted & openings[opening + OPENING.kind]!)]!) |
        AGE_WORDS[births]! |
        OUTLASTS_WORDS[passes(until, openings[opening + OPENING.permissionLimits]!)]! |
        words[trip]! |
        words[openings[opening + OPENING.availability]! + freeTimes + free]!
      trips[at] = trip
    }
  }

  /**
   * Writes down the score in hundredths, 0 to 10,000, of a person and each of the first so many openings in the room,
   * by their trips.
   */
  score(person: number, count: number): void {
    const { people, openings, ease } = this
    const { to, trips, hundredths } = this.room
    const own = people[person + PERSON.own]!
    const liked = people[person + PERSON.topics]!
    const chosen = people[person + PERSON.goals]!
    const wanted = people[person + PERSON.outcomesAndSupports]! & OUTCOME_MASK
    const asked = people[person + PERSON.outcomesAndSupports]! >>> OUTCOME_BITS
    for (let at = 0; at < count; at += 1) {
      const opening = to[at]! * WIDTH
      const led = openings[opening + OPENING.goals]!
      const given = openings[opening + OPENING.outcomesAndSupports]!
      hundredths[at] =
        own +
        this.interests * interestPoints(liked, openings[opening + OPENING.topics]!) +
        this.goals * goalPoints(chosen, led & GOAL_MASK, led >>> GOAL_BITS) +
        this.outcomes * outcomePoints(wanted, given & OUTCOME_MASK) +
        this.easeWeight * ease[trips[at]!]! +
        this.support * supportPoints(asked, given >>> OUTCOME_BITS)
    }
  }
}
