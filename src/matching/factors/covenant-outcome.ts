import type { CovenantOutcome } from '../../domain/taxonomy'
import type { Candidate } from '../candidate'
import { GOAL_TABLE, TOPIC_OUTCOMES } from '../goal-table'
import { factor } from '../rule'
import { inWords, OUTCOME_WORDS } from '../words'

type OutcomeFacts = { known: boolean; shared: CovenantOutcome[] }

const NEUTRAL = 50

/** The outcomes behind the person's goals and likes, by the table. */
function wantedOutcomes({ profile }: Candidate): Set<CovenantOutcome> {
  const wanted = new Set<CovenantOutcome>()
  for (const goal of profile.goals?.goals ?? []) {
    for (const outcome of GOAL_TABLE[goal].outcomes) wanted.add(outcome)
  }
  for (const topic of profile.likes?.topics ?? []) {
    const outcome = TOPIC_OUTCOMES[topic]
    if (outcome) wanted.add(outcome)
  }
  return wanted
}

/** How many of the outcomes that could meet do meet: those wanted, or those served when they are fewer. */
export const covenantOutcome = factor<OutcomeFacts>({
  id: 'covenant-outcome',
  name: 'The Covenant’s outcomes',
  measure(candidate, opening) {
    const wanted = wantedOutcomes(candidate)
    const couldMeet = Math.min(wanted.size, opening.outcomes.length)
    if (couldMeet === 0) return { points: NEUTRAL, facts: { known: false, shared: [] } }
    const shared = opening.outcomes.filter((outcome) => wanted.has(outcome))
    return { points: Math.round((100 * shared.length) / couldMeet), facts: { known: true, shared } }
  },
  explain({ facts }, reader) {
    const outcomes = inWords(facts.shared.slice(0, 2).map((outcome) => OUTCOME_WORDS[outcome]))
    if (facts.shared.length > 0) {
      return reader === 'young-person'
        ? `It could help you with ${outcomes}.`
        : `Helps with something they want: ${outcomes}.`
    }
    if (reader === 'young-person') {
      return facts.known
        ? 'It helps with other things than your goals.'
        : 'We do not know yet what you want help with.'
    }
    return facts.known
      ? 'Helps with other outcomes than those behind their goals.'
      : 'What they want help with is not known.'
  },
})
