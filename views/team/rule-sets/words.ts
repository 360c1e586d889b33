import {
  type FactorId,
  type Parameter,
  PARAMETERS,
  type ParameterName,
  type RuleId,
  type RuleSetDifference,
  type RuleSetState,
} from '../../../src/domain/rule-set/rule-set'
import { FACTORS } from '../../../src/matching/factors'
import type { Answer } from '../../../src/matching/rule'
import { ALL_RULES } from '../../../src/matching/rules'
import type { TagColour } from '../../govuk'
import { dayText } from '../../words/times'

export const RULE_SET_STATE: Record<RuleSetState, { text: string; colour: TagColour }> = {
  draft: { text: 'Being prepared', colour: 'blue' },
  submitted: { text: 'Waits for a colleague', colour: 'yellow' },
  'in-force': { text: 'In force', colour: 'green' },
  replaced: { text: 'Was in force', colour: 'grey' },
  withdrawn: { text: 'Withdrawn', colour: 'grey' },
}

export const ANSWER_WORDS: Record<Answer, string> = {
  eligible: 'Eligible',
  'not-enough-information': 'Not enough information',
  'needs-check': 'Needs a check',
  'not-eligible': 'Not eligible',
}

/** A rule by its short name. */
export const RULE_WORDS: Record<RuleId, string> = {
  consideration: 'Consent to be suggested',
  'not-told': 'Who is not told',
  'already-answered': 'Already answered',
  'do-not-suggest': 'Kinds not to suggest',
  definition: 'Definition of care leaver',
  'age-on-start-date': 'Age on the start date',
  'right-to-work': 'Right to work',
  'permission-outlasts': 'How long a permission lasts',
  qualification: 'Qualification',
  'background-check': 'DBS check',
  travel: 'Travel',
  availability: 'Times',
  languages: 'Languages of mentors and befrienders',
}

export const sentenceOf = (rule: RuleId): string => ALL_RULES.find(({ id }) => id === rule)?.sentence ?? ''

export const factorName = (factor: FactorId): string =>
  FACTORS.find(({ id }) => id === factor)?.name ?? factor

/** A number of a rule with its unit. */
export function numberOf(name: ParameterName, value: number): string {
  const { unit }: Parameter = PARAMETERS[name]
  if (unit === 'yes-no') return value === 1 ? 'yes' : 'no'
  return `${value} ${value === 1 ? unit.replace(/s$/, '') : unit}`
}

/** One difference as a row: what, before, after. */
export function differenceRow(difference: RuleSetDifference): [what: string, from: string, to: string] {
  const { about, from, to } = difference
  if (typeof from === 'number' && typeof to === 'number') {
    return about in PARAMETERS
      ? [
          `${RULE_WORDS[PARAMETERS[about as ParameterName].rule]}: ${PARAMETERS[about as ParameterName].words}`,
          numberOf(about as ParameterName, from),
          numberOf(about as ParameterName, to),
        ]
      : [`Weight: ${factorName(about as FactorId)}`, String(from), String(to)]
  }
  return [`${RULE_WORDS[about as RuleId]}: what it rests on`, sourceText(from), sourceText(to)]
}

type Source = Extract<RuleSetDifference, { from: object }>['from']

function sourceText(source: Source | number): string {
  if (typeof source === 'number') return ''
  return `${source.title} (as of ${dayText(source.asOf)}; look again by ${dayText(source.reviewOn)})`
}
