import { daysBetween } from '../../domain/dates'
import { factor } from '../rule'

type WaitingFacts = { weeks: number | null }

/** Who has waited half a year has all the points; more waiting than that is for a person to look at. */
const WAITING_DAYS_MAX = 182

function weeksInWords(weeks: number): string {
  return weeks === 1 ? '1 week' : `${weeks} weeks`
}

/** How long the person has waited. Nobody who is not waiting is put ahead of somebody who is. */
export const waitingTime = factor<WaitingFacts>({
  id: 'waiting-time',
  name: 'Waiting',
  measure({ waitingSince }, _opening, { today }) {
    if (waitingSince === null) return { points: 0, facts: { weeks: null } }
    const days = Math.max(0, daysBetween(waitingSince, today))
    return {
      points: Math.min(100, Math.floor((100 * days) / WAITING_DAYS_MAX)),
      facts: { weeks: Math.floor(days / 7) },
    }
  },
  explain({ facts: { weeks } }, reader) {
    const isTheirs = reader === 'young-person'
    if (weeks === null) return isTheirs ? 'You are not waiting for an offer now.' : 'Not waiting now.'
    if (weeks === 0)
      return isTheirs ? 'You have waited for less than a week.' : 'Waiting for less than a week.'
    return isTheirs ? `You have waited for ${weeksInWords(weeks)}.` : `Waiting for ${weeksInWords(weeks)}.`
  },
})
