import { addDays, type Day, dayOf, type Instant } from '../../../src/domain/dates'
import type { Chance } from './chance'

/** How far back the demonstration's history reaches. */
export const HISTORY_DAYS = 548

const OFFICE_OPENS_MINUTE = 8 * 60 + 30
const OFFICE_MINUTES = 9 * 60

/** Days and moments told as "so many days ago", so that the story is always about now. */
export class Calendar {
  readonly today: Day
  readonly now: Instant
  readonly #chance: Chance

  constructor(now: Date, chance: Chance) {
    this.today = dayOf(now)
    this.now = now.toISOString()
    this.#chance = chance
  }

  /** A negative number is a day to come. */
  day(daysAgo: number): Day {
    return addDays(this.today, -daysAgo)
  }

  /** In office hours of the working day at or before; never later than now. */
  moment(daysAgo: number): Instant {
    return this.momentOn(this.#workingDay(this.day(daysAgo)))
  }

  /** When the timer does what falls due; never later than now. */
  night(daysAgo: number): Instant {
    return this.nightOf(this.day(daysAgo))
  }

  nightOf(day: Day): Instant {
    const moment = `${day}T00:0${this.#chance.between(1, 9)}:00.000Z`
    return moment < this.now ? moment : this.now
  }

  /** Several moments in the order of time. */
  moments(daysAgo: readonly number[]): Instant[] {
    return daysAgo.map((days) => this.moment(days)).sort()
  }

  momentOn(day: Day): Instant {
    const minute = OFFICE_OPENS_MINUTE + this.#chance.between(0, OFFICE_MINUTES)
    const second = this.#chance.between(0, 59)
    const clock = `${two(Math.floor(minute / 60))}:${two(minute % 60)}:${two(second)}`
    const moment = `${day}T${clock}.000Z`
    return moment < this.now ? moment : this.justBefore(this.now)
  }

  /** Some minutes earlier. */
  justBefore(moment: Instant): Instant {
    return new Date(Date.parse(moment) - this.#chance.between(2, 90) * 60_000).toISOString()
  }

  #workingDay(day: Day): Day {
    const weekday = new Date(`${day}T00:00:00.000Z`).getUTCDay()
    if (weekday === 6) return addDays(day, -1)
    return weekday === 0 ? addDays(day, -2) : day
  }
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
