import { daysBetween, dayOf, type Day } from '../../src/domain/dates'

const LONG = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})
const WEEKDAY = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
})
const CLOCK = new Intl.DateTimeFormat('en-GB', {
  hour: 'numeric',
  minute: '2-digit',
  hourCycle: 'h12',
  timeZone: 'Europe/London',
})

/** "3 December 2026" */
export function dayText(day: Day): string {
  return LONG.format(new Date(`${day}T00:00:00Z`))
}

/** "Thursday 3 December" */
export function weekdayText(day: Day): string {
  return WEEKDAY.format(new Date(`${day}T00:00:00Z`))
}

/** "2:05 pm", in the United Kingdom. */
export const clockText = (instant: string): string => CLOCK.format(new Date(instant)).replace(' ', ' ')

/** "3 December 2026 at 2:05 pm", in the United Kingdom. */
export function momentText(instant: string): string {
  return `${dayText(dayOf(new Date(instant)))} at ${clockText(instant)}`
}

/** How many days something has waited that has done so since an instant or a day. */
export const daysWaited = (since: string, today: Day) =>
  daysBetween(since.length > 10 ? dayOf(new Date(since)) : since, today)

/** "today", "1 day", "3 days", "5 weeks": how long something has waited. */
export function waitingText(since: string, today: Day): string {
  const days = daysWaited(since, today)
  if (days <= 0) return 'since today'
  if (days < 14) return days === 1 ? '1 day' : `${days} days`
  return `${Math.floor(days / 7)} weeks`
}

/** "1 place", "3 places" */
export function countText(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`
}
