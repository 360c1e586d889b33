import { type Day, daysBetween } from './dates'
import type { Consideration } from './care-leaver'
import type { HomeDistrict } from './taxonomy'

export const ROUND_STATES = ['opened', 'computed', 'chosen', 'closed', 'withdrawn'] as const
export type RoundState = (typeof ROUND_STATES)[number]

export type RoundAction = 'compute' | 'choose' | 'close' | 'withdraw'

/** Every move a round can make. A rule is chosen once: whoever wants another opens another round. */
const MOVES: Record<RoundState, Partial<Record<RoundAction, RoundState>>> = {
  opened: { compute: 'computed', withdraw: 'withdrawn' },
  computed: { choose: 'chosen', withdraw: 'withdrawn' },
  chosen: { close: 'closed' },
  closed: {},
  withdrawn: {},
}

export const nextRoundState = (state: RoundState, action: RoundAction): RoundState | undefined =>
  MOVES[state][action]

/** Somebody suggested for a place, until a named person decides. */
export type SuggestionState = 'waiting' | 'proposed' | 'dropped'

/** A round is opened for today or for a day within four weeks. */
export const ROUND_DAYS_AHEAD_MAX = 28

/** Who is in a round: everybody considered and waiting, unless the broker says less. */
export type RoundScope = {
  /** Of these districts only; of all when there is none. */
  districts: readonly HomeDistrict[]
  /** Waiting for so many weeks at least. */
  waitWeeksMin: number
}

export function isInScope(
  person: { consideration: Consideration; waitingSince: Day | null; district: HomeDistrict },
  { districts, waitWeeksMin }: RoundScope,
  day: Day,
): boolean {
  if (person.consideration !== 'yes' || person.waitingSince === null) return false
  if (districts.length > 0 && !districts.includes(person.district)) return false
  return daysBetween(person.waitingSince, day) >= 7 * waitWeeksMin
}

/** What is known of somebody's education, employment or training, and no more: the code behind it can say why. */
export type EetStanding = 'in' | 'not-in' | 'not-known'
