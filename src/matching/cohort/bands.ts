import { type Day, daysBetween } from '../../domain/dates'
import type { EetStanding } from '../../domain/round'

/** Who is served first in a round. Published: the page of every round shows these sentences. */
export type Band = { number: number; sentence: string }

/** Stored with every round. A change of a band is a decision record and a new version. */
export const BANDS_VERSION = '2026-1'

const LONG_WAIT_WEEKS = 12

export const BANDS: readonly Band[] = [
  {
    number: 1,
    sentence: `Not in education, employment or training, and waiting for over ${LONG_WAIT_WEEKS} weeks`,
  },
  {
    number: 2,
    sentence: `Not in education, employment or training, or waiting for over ${LONG_WAIT_WEEKS} weeks`,
  },
  { number: 3, sentence: 'Everybody else who is waiting' },
]

/**
 * The band of a person on a day. Where it is not known whether somebody is in education, employment or training they
 * count as not in it, so that nobody is served later because a record has a gap.
 */
export function bandOf(person: { eet: EetStanding; waitingSince: Day | null }, day: Day): number {
  const isOut = person.eet !== 'in'
  const hasLongWait =
    person.waitingSince !== null && daysBetween(person.waitingSince, day) > 7 * LONG_WAIT_WEEKS
  if (isOut && hasLongWait) return 1
  return isOut || hasLongWait ? 2 : 3
}
