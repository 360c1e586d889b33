import type { MatchState } from '../../../src/domain/match'
import type { Chance } from './chance'

/** How many matches there are in each state, and how many days ago each was proposed. */
const PLAN: Record<MatchState, { count: number; daysAgo: readonly [number, number] }> = {
  suggested: { count: 18, daysAgo: [0, 12] },
  proposed: { count: 44, daysAgo: [0, 4] },
  accepted: { count: 3, daysAgo: [1, 5] },
  introduced: { count: 34, daysAgo: [4, 36] },
  interview: { count: 20, daysAgo: [14, 48] },
  offered: { count: 12, daysAgo: [20, 52] },
  started: { count: 84, daysAgo: [34, 185] },
  completed: { count: 250, daysAgo: [225, 490] },
  'did-not-start': { count: 42, daysAgo: [30, 480] },
  'ended-early': { count: 70, daysAgo: [60, 490] },
  'declined-by-young-person': { count: 150, daysAgo: [5, 490] },
  'declined-by-provider': { count: 36, daysAgo: [12, 480] },
  withdrawn: { count: 48, daysAgo: [12, 480] },
  expired: { count: 66, daysAgo: [12, 480] },
  superseded: { count: 27, daysAgo: [12, 480] },
}

export type PlannedMatch = { state: MatchState; daysAgo: number }

/** Every match to make, the oldest first. */
export function planMatches(chance: Chance): PlannedMatch[] {
  const planned = Object.entries(PLAN).flatMap(([state, { count, daysAgo }]) =>
    Array.from({ length: count }, () => ({
      state: state as MatchState,
      daysAgo: chance.between(...daysAgo),
    })),
  )
  return planned.sort((one, other) => other.daysAgo - one.daysAgo)
}
