import { COVENANT_OUTCOMES, type CovenantOutcome } from '../../domain/taxonomy'
import type { Candidate, Opening } from '../candidate'
import { countBits, maskOf } from '../decision'
import { GOAL_TABLE, TOPIC_OUTCOMES } from '../goal-table'
import { factor } from '../rule'
import { inWords, OUTCOME_WORDS } from '../words'

type OutcomeFacts = { known: boolean; shared: CovenantOutcome[] }

const NEUTRAL = 50

const bitsOf = (outcomes: readonly CovenantOutcome[]): number => maskOf(COVENANT_OUTCOMES, outcomes)

/** The outcomes behind the person's goals and likes, by the table, as bits. */
export function wantedOutcomes({ profile }: Candidate): number {
  let wanted = 0
  for (const goal of profile.goals?.goals ?? []) wanted |= bitsOf(GOAL_TABLE[goal].outcomes)
  for (const topic of profile.likes?.topics ?? []) {
    const outcome = TOPIC_OUTCOMES[topic]
    if (outcome) wanted |= bitsOf([outcome])
  }
  return wanted
}

export const servedOutcomes = ({ outcomes }: Opening): number => bitsOf(outcomes)

/** How many of the outcomes that could meet do meet: those wanted, or those served when they are fewer. */
function shareMet(wanted: number, served: number): number {
  const couldMeet = Math.min(countBits(wanted), countBits(served))
  return couldMeet === 0 ? NEUTRAL : Math.round((100 * countBits(wanted & served)) / couldMeet)
}

const ALL = 1 << COVENANT_OUTCOMES.length
const POINTS = Uint8Array.from({ length: ALL * ALL }, (_, at) => shareMet(Math.floor(at / ALL), at % ALL))

export const outcomePoints = (wanted: number, served: number): number =>
  POINTS[wanted * ALL + served] as number

/** Whether it helps with what the person wants of the Covenant. */
export const covenantOutcome = factor<OutcomeFacts>({
  id: 'covenant-outcome',
  name: 'The Covenant’s outcomes',
  measure(candidate, opening) {
    const wanted = wantedOutcomes(candidate)
    const points = outcomePoints(wanted, servedOutcomes(opening))
    if (wanted === 0 || opening.outcomes.length === 0) return { points, facts: { known: false, shared: [] } }
    const shared = opening.outcomes.filter((outcome) => (bitsOf([outcome]) & wanted) !== 0)
    return { points, facts: { known: true, shared } }
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
