import type { Day } from '../dates'

/** Every hard rule by its id, in the order in which the rules are read: the person's own wishes first. */
export const RULE_IDS = [
  'consideration',
  'not-told',
  'already-answered',
  'do-not-suggest',
  'definition',
  'age-on-start-date',
  'right-to-work',
  'permission-outlasts',
  'qualification',
  'background-check',
  'travel',
  'availability',
  'languages',
] as const
export type RuleId = (typeof RULE_IDS)[number]

/** Every soft factor by its id, in the order in which they are told. */
export const FACTOR_IDS = [
  'interests',
  'goals',
  'covenant-outcome',
  'travel-ease',
  'support-fit',
  'waiting-time',
  'earlier-offers',
] as const
export type FactorId = (typeof FACTOR_IDS)[number]

/** A number that the scheme sets and a rule decides by; for `yes-no` 1 is yes. */
export type Parameter = {
  rule: RuleId
  /** What the number says, as the label of its field. */
  words: string
  unit: 'days' | 'years' | 'kilometres' | 'yes-no'
  min: number
  max: number
}

/** Everything in the rules that the scheme may set, by name. */
export const PARAMETERS = {
  'start-within-days': {
    rule: 'age-on-start-date',
    words: 'An offer without a start date may start within',
    unit: 'days',
    min: 1,
    max: 730,
  },
  'charity-work-is-open': {
    rule: 'right-to-work',
    words: 'Unpaid work for a charity or public body is open to everybody',
    unit: 'yes-no',
    min: 0,
    max: 1,
  },
  'apprenticeship-days': {
    rule: 'permission-outlasts',
    words: 'An apprenticeship without an end lasts',
    unit: 'days',
    min: 28,
    max: 1826,
  },
  'dbs-years-max': {
    rule: 'background-check',
    words: 'A DBS check is looked at again after',
    unit: 'years',
    min: 1,
    max: 10,
  },
  'short-trip-km': {
    rule: 'travel',
    words: 'A trip that most people can make without being asked is up to',
    unit: 'kilometres',
    min: 1,
    max: 50,
  },
} as const satisfies Record<string, Parameter>
export type ParameterName = keyof typeof PARAMETERS
export const PARAMETER_NAMES = Object.keys(PARAMETERS) as ParameterName[]

/** What a rule rests on: a law, guidance, the scheme's or an offer's own terms. */
export type RuleSource = {
  title: string
  /** The day whose wording the rule follows. */
  asOf: Day
  /** The day by which somebody must have looked at it again. */
  reviewOn: Day
}

/** What the engine decides by: the numbers in the rules, what each rule rests on, and how much each factor counts. */
export type RuleSet = {
  /** Stored with what was decided by it, so that an old answer is read with the rules it was made with. */
  version: string
  parameters: Readonly<Record<ParameterName, number>>
  sources: Readonly<Record<RuleId, RuleSource>>
  /** Hundredths of the total; they sum to 100. */
  weights: Readonly<Record<FactorId, number>>
}

export type RuleSetState = 'draft' | 'submitted' | 'in-force' | 'replaced' | 'withdrawn'

/** The verbs of a rule set. Sent back, it is a draft again. */
export type RuleSetAction = 'write' | 'submit' | 'send-back' | 'approve' | 'withdraw'

const MOVES: Record<RuleSetAction, { from: readonly RuleSetState[]; to: RuleSetState }> = {
  write: { from: ['draft'], to: 'draft' },
  submit: { from: ['draft'], to: 'submitted' },
  'send-back': { from: ['submitted'], to: 'draft' },
  approve: { from: ['submitted'], to: 'in-force' },
  withdraw: { from: ['draft', 'submitted'], to: 'withdrawn' },
}

/** Where the verb leads from a state; undefined when it is not possible from there. */
export function nextRuleSetState(from: RuleSetState, action: RuleSetAction): RuleSetState | undefined {
  return MOVES[action].from.includes(from) ? MOVES[action].to : undefined
}

export const WEIGHTS_SUM = 100

export const sumOfWeights = (weights: RuleSet['weights']): number =>
  Object.values(weights).reduce((sum, weight) => sum + weight, 0)

/** The name of the version after another: `2026-4`, and `2027-1` when the year has changed. */
export function nextVersion(version: string, today: Day): string {
  const [year, number] = version.split('-')
  return today.slice(0, 4) === year ? `${year}-${Number(number) + 1}` : `${today.slice(0, 4)}-1`
}

/** The rules that somebody should have looked at again by now. */
export function overdueReviews({ sources }: Pick<RuleSet, 'sources'>, today: Day): RuleId[] {
  return RULE_IDS.filter((id) => sources[id].reviewOn < today)
}

/** One thing that a version says otherwise than the one it changes. */
export type RuleSetDifference =
  | { about: ParameterName; from: number; to: number }
  | { about: FactorId; from: number; to: number }
  | { about: RuleId; from: RuleSource; to: RuleSource }

/** What differs, in the order of the rules and factors. */
export function differencesOf(before: RuleSet, after: RuleSet): RuleSetDifference[] {
  return [
    ...PARAMETER_NAMES.map((about) => ({
      about,
      from: before.parameters[about],
      to: after.parameters[about],
    })).filter(({ from, to }) => from !== to),
    ...RULE_IDS.map((about) => ({ about, from: before.sources[about], to: after.sources[about] })).filter(
      ({ from, to }) => from.title !== to.title || from.asOf !== to.asOf || from.reviewOn !== to.reviewOn,
    ),
    ...FACTOR_IDS.map((about) => ({ about, from: before.weights[about], to: after.weights[about] })).filter(
      ({ from, to }) => from !== to,
    ),
  ]
}
