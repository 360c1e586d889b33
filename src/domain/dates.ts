/** A calendar day, `YYYY-MM-DD`, in the United Kingdom. */
export type Day = string

/** A moment, ISO 8601 in UTC with milliseconds, as `Date.prototype.toISOString` writes it. */
export type Instant = string

const DAY_MS = 86_400_000

const LONDON_DAY = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

const HOUR_MS = 3_600_000

/** The hour that was asked about last, and its day: most ask about now. */
let lastAsked = { hour: NaN, day: '' }

/**
 * The day it is in the United Kingdom at this moment: at 23:30 UTC in July it is already tomorrow. Its clocks differ
 * from UTC by whole hours, so no hour of UTC has two days.
 */
export function dayOf(moment: Date): Day {
  const hour = Math.floor(moment.getTime() / HOUR_MS)
  if (hour !== lastAsked.hour) lastAsked = { hour, day: LONDON_DAY.format(moment) }
  return lastAsked.day
}

/** Whether the text is a real day: 2026-02-30 is not. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(`${text}T00:00:00.000Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text
}

/**
 * A day as one whole number, 20270111 for 11 January 2027: it compares as the day does, and 10,000 less is the same
 * day of the year before.
 */
export function dayNumber(day: Day): number {
  return Number(day.slice(0, 4)) * 10_000 + Number(day.slice(5, 7)) * 100 + Number(day.slice(8, 10))
}

export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + count * DAY_MS).toISOString().slice(0, 10)
}

/** Whole days from one day to a later one; negative when it is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00.000Z`) - Date.parse(`${from}T00:00:00.000Z`)) / DAY_MS)
}

/** Monday to Friday. Bank holidays are not known here, so a promise of five working days may be kept early. */
export function addWorkingDays(day: Day, count: number): Day {
  let result = day
  for (let left = count; left > 0;) {
    result = addDays(result, 1)
    const weekday = new Date(`${result}T00:00:00.000Z`).getUTCDay()
    if (weekday !== 0 && weekday !== 6) left -= 1
  }
  return result
}

/** Age in whole years on a day. Someone born on 29 February is a year older on 1 March in other years. */
export function ageOn(dateOfBirth: Day, day: Day): number {
  const years = Number(day.slice(0, 4)) - Number(dateOfBirth.slice(0, 4))
  return day.slice(5) >= dateOfBirth.slice(5) ? years : years - 1
}

/** The last second of a day in the United Kingdom, with the offset from UTC that its clocks have at that hour. */
export function endOfDay(day: Day): string {
  const isWinter = dayOf(new Date(`${day}T23:30:00.000Z`)) === day
  return `${day}T23:59:59${isWinter ? '+00:00' : '+01:00'}`
}

export function addMinutes(moment: Date, minutes: number): Date {
  return new Date(moment.getTime() + minutes * 60_000)
}
