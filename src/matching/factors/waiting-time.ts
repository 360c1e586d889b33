import { daysBetween } from '../../domain/dates'
import type { Candidate, MatchingContext } from '../candidate'
import { factor } from '../rule'

type WaitingFacts = { weeks: number | null }

/** Who has waited half a year has all the points; more waiting than that is for a person to look at. */
const WAITING_DAYS_MAX = 182

function weeksInWords(weeks: number): string {
  return weeks === 1 ? '1 week' : `${weeks} weeks`
}

function daysWaited({ waitingSince }: Candidate, { today }: MatchingContext): number | null {
  return waitingSince === null ? null : Math.max(0, daysBetween(waitingSince, today))
}

const pointsFor = (days: number | null): number =>
  days === null ? 0 : Math.min(100, Math.floor((100 * days) / WAITING_DAYS_MAX))

export const waitingPoints = (candidate: Candidate, context: MatchingContext): number =>
  pointsFor(daysWaited(candidate, context))

/** How long the person has waited. Nobody who is not waiting is put ahead of somebody who is. */
export const waitingTime = factor<WaitingFacts>({
  id: 'waiting-time',
  name: 'Waiting',
  measure(candidate, _opening, context) {
    const days = daysWaited(candidate, context)
    return { points: pointsFor(days), facts: { weeks: days === null ? null : Math.floor(days / 7) } }
  },
  explain({ facts: { weeks } }, reader) {
    const isTheirs = reader === 'young-person'
    if (weeks === null) return isTheirs ? 'You are not waiting for an offer now.' : 'Not waiting now.'
    if (weeks === 0)
      return isTheirs ? 'You have waited for less than a week.' : 'Waiting for less than a week.'
    return isTheirs ? `You have waited for ${weeksInWords(weeks)}.` : `Waiting for ${weeksInWords(weeks)}.`
  },
})
