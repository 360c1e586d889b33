import type { ProfileQuestion } from './care-leaver'
import type { RuleId } from './rule-set/rule-set'

/** Whose turn a check is. A champion is asked about an offer, and hears of nobody. */
export const CHECK_TURNS = ['adviser', 'young-person', 'champion', 'team'] as const
export type CheckTurn = (typeof CHECK_TURNS)[number]

export type CheckState = 'open' | 'answered' | 'dropped'

/** Facts that an adviser records, by the rule that asks for them. */
export const FACT_OF_RULE = {
  'right-to-work': 'right-to-work',
  qualification: 'qualification',
  'background-check': 'dbs',
  availability: 'availability',
} as const satisfies Partial<Record<RuleId, string>>

/** Questions about somebody, by the rule that asks for them. */
export const QUESTION_OF_RULE = {
  travel: 'travel',
  availability: 'free-times',
} as const satisfies Partial<Record<RuleId, ProfileQuestion>>

/** The rules to which a fact or an answer is the answer. */
export const rulesAnsweredBy = (given: string): RuleId[] =>
  [...Object.entries(FACT_OF_RULE), ...Object.entries(QUESTION_OF_RULE)].flatMap(([rule, answer]) =>
    answer === given ? [rule as RuleId] : [],
  )
