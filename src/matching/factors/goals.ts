import type { Goal } from '../../domain/taxonomy'
import type { Opening } from '../candidate'
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

/** The best fit with any one of the goals: having more goals never costs anything. */
function bestGoal(goals: readonly Goal[], opening: Opening): GoalFacts {
  let best: GoalFacts = { fit: goals.length === 0 ? 'not-said' : 'none', goal: null }
  for (const goal of goals) {
    const fit = fitOf(goal, opening)
    if (fit === 'close') return { fit, goal }
    if (fit === 'part' && best.fit === 'none') best = { fit, goal }
  }
  return best
}

/** How far the offer is a step towards something the person wants. */
export const goals = factor<GoalFacts>({
  id: 'goals',
  name: 'What they want to do',
  measure(candidate, opening) {
    const facts = bestGoal(candidate.profile.goals?.goals ?? [], opening)
    return { points: POINTS[facts.fit], facts }
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
