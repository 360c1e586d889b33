import type { HomeDistrict } from '../domain/taxonomy'
import type { Candidate } from './candidate'
import type { Eligibility } from './eligibility'
import {
  bestReasons,
  type EligibilityLine,
  explainEligibility,
  explainScore,
  type ScoreLine,
} from './explain'
import type { Score } from './score'

/**
 * What a broker sees of a person in a shortlist (the `considered` relation): no birth date, no age, no leave dates,
 * no contact, no category. Every sentence is made for a broker.
 */
export type BrokerRow = {
  id: Candidate['id']
  preferredName: string
  district: HomeDistrict
  waitingSince: string | null
  interests: readonly string[]
  goals: readonly string[]
  eligibility: { answer: Eligibility['answer']; lines: EligibilityLine[] }
  score: { total: number; lines: ScoreLine[]; best: ScoreLine[] }
}

export function toBrokerRow(
  person: Candidate & { preferredName: string },
  result: { eligibility: Eligibility; score: Score },
): BrokerRow {
  if (!isOpenToBroker(person)) return withheld(person, result.eligibility)
  return {
    id: person.id,
    preferredName: person.preferredName,
    district: person.district,
    waitingSince: person.waitingSince,
    interests: person.profile.likes?.topics ?? [],
    goals: person.profile.goals?.goals ?? [],
    eligibility: {
      answer: result.eligibility.answer,
      lines: explainEligibility(result.eligibility, 'broker'),
    },
    score: {
      total: result.score.total,
      lines: explainScore(result.score, 'broker'),
      best: bestReasons(result.score, 'broker', 2),
    },
  }
}

/** Somebody who did not agree to be suggested: a broker reads their name and that they did not, and nothing else. */
function withheld(
  { id, preferredName }: Candidate & { preferredName: string },
  eligibility: Eligibility,
): BrokerRow {
  const lines = explainEligibility(eligibility, 'broker').filter(({ ruleId }) => ruleId === 'consideration')
  return {
    id,
    preferredName,
    district: 'unknown',
    waitingSince: null,
    interests: [],
    goals: [],
    eligibility: { answer: lines[0]?.answer ?? 'not-enough-information', lines },
    score: { total: 0, lines: [], best: [] },
  }
}

/** Whether a broker may see more of somebody than their name: only who agreed to be suggested. */
export const isOpenToBroker = ({ consideration }: Pick<Candidate, 'consideration'>): boolean =>
  consideration === 'yes'

/** Somebody as a broker meets them by their name. */
export type BrokerPerson = Pick<Candidate, 'id' | 'district' | 'waitingSince' | 'consideration'> & {
  preferredName: string
}

export function toBrokerPerson(person: BrokerPerson): BrokerPerson {
  const { id, preferredName, district, waitingSince, consideration } = person
  return {
    id,
    preferredName,
    district: isOpenToBroker(person) ? district : 'unknown',
    waitingSince,
    consideration,
  }
}
