import { type Goal, GOALS } from '../../domain/taxonomy'
import type { Candidate, Opening } from '../candidate'
import { anyBit, maskOf } from '../decision'
import { GOAL_TABLE } from '../goal-table'
import { factor } from '../rule'
import { GOAL_WORDS } from '../words'

type Fit = 'close' | 'part' | 'none' | 'not-said'
type GoalFacts = { fit: Fit; goal: Goal | null }

const POINTS: Record<Fit, number> = { close: 100, part: 60, none: 0, 'not-said': 50 }

/** Close when both the kind and what it is about lead to the goal, part way when one of them does. */
function fitOf(goal: Goal, opening: Opening): Fit {
  const { kinds, about } = GOAL_TABLE[goal]
  const isOfKind = kinds.includes(opening.kind)
  const isAbout =
    about.includes(opening.heading) || opening.outcomes.some((outcome) => about.includes(outcome))
  if (isOfKind && isAbout) return 'close'
  return isOfKind || isAbout ? 'part' : 'none'
}

/** What somebody wants, as bits of the goals. */
export const chosenGoals = ({ profile }: Candidate): number => maskOf(GOALS, profile.goals?.goals ?? [])

/** The goals that an opening is close to, and part of the way to, as bits. */
export function goalsLedTo(opening: Opening): { close: number; part: number } {
  const withFit = (wanted: Fit) =>
    maskOf(
      GOALS,
      GOALS.filter((goal) => fitOf(goal, opening) === wanted),
    )
  return { close: withFit('close'), part: withFit('part') }
}

/**
 * The best fit with any one of the goals, by whether the opening is close to one (2) and part of the way to one (1):
 * having more goals never costs anything.
 */
const BEST_FITS: readonly Fit[] = ['none', 'part', 'close', 'close']
const POINTS_BY_MEETING = Uint8Array.from(BEST_FITS, (fit) => POINTS[fit])

function bestFit(chosen: number, close: number, part: number): Fit {
  return chosen === 0 ? 'not-said' : (BEST_FITS[2 * anyBit(chosen & close) + anyBit(chosen & part)] as Fit)
}

export const goalPoints = (chosen: number, close: number, part: number): number =>
  chosen === 0
    ? POINTS['not-said']
    : (POINTS_BY_MEETING[2 * anyBit(chosen & close) + anyBit(chosen & part)] as number)

/** How far the offer is a step towards something the person wants. */
export const goals = factor<GoalFacts>({
  id: 'goals',
  name: 'What they want to do',
  measure(candidate, opening) {
    const { close, part } = goalsLedTo(opening)
    const fit = bestFit(chosenGoals(candidate), close, part)
    const isToName = fit === 'close' || fit === 'part'
    const goal = isToName ? candidate.profile.goals?.goals.find((one) => fitOf(one, opening) === fit) : null
    return { points: POINTS[fit], facts: { fit, goal: goal ?? null } }
  },
  explain({ facts }, reader) {
    const isTheirs = reader === 'young-person'
    if (facts.goal !== null) {
      const goal = GOAL_WORDS[facts.goal]
      if (facts.fit === 'close')
        return isTheirs ? `This can help you ${goal}.` : `A step towards their goal: ${goal}.`
      return isTheirs
        ? `This could be a first step if you want to ${goal}.`
        : `Part of the way to their goal: ${goal}.`
    }
    if (facts.fit === 'not-said')
      return isTheirs ? 'You have not told us your goals yet.' : 'Has not said their goals.'
    return isTheirs ? 'This is not one of the goals you told us.' : 'Not close to the goals they gave.'
  },
})
