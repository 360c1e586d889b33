import { z } from 'zod'
import type { RuleSetPart } from '../../../commands/rule-sets/write-rule-set'
import {
  FACTOR_IDS,
  type FactorId,
  type ParameterName,
  PARAMETERS,
  type RuleId,
  type RuleSet,
  WEIGHTS_SUM,
} from '../../../domain/rule-set/rule-set'
import { dayFields, dayValues, readDay, wholeNumber } from '../../../http/fields'
import { type FieldError, type FormValues, line } from '../../../http/form'

export const StartForm = z.object({ reason: line('Reason', 1000, 'Write why the rules should change') })

export const DecideForm = z.object({
  decision: z.enum(['approve', 'send-back'], 'Choose what to do with the change'),
  words: line('Your reason', 1000, 'Write why, for the record'),
  /** The change as it was when the page was opened. */
  seen: wholeNumber('Version', { min: 1, max: 9999 }, 'Open the page again'),
})

export const WithdrawForm = z.object({ withdrawReason: line('Reason', 1000, 'Write why, for the record') })

/** The numbers that a rule has, with what they say. */
export const parametersOf = (rule: RuleId) =>
  (Object.keys(PARAMETERS) as ParameterName[])
    .filter((name) => PARAMETERS[name].rule === rule)
    .map((name) => ({ name, ...PARAMETERS[name] }))

/** The fields of one rule: its numbers, and what it rests on. */
export function ruleForm(rule: RuleId) {
  const numbers = parametersOf(rule).map(({ name, words, unit, min, max }) => [
    name,
    unit === 'yes-no'
      ? z.enum(['1', '0'], 'Choose yes or no').transform(Number)
      : wholeNumber(words, { min, max }, `Enter a number of ${unit}`),
  ])
  return z.object({
    ...(Object.fromEntries(numbers) as Record<string, z.ZodType<number>>),
    title: line('What it rests on', 500, 'Enter the law, guidance or terms it rests on'),
    ...dayFields('asOf'),
    ...dayFields('reviewOn'),
  })
}

/** How far ahead a review may be put off. */
const REVIEW_YEARS_MAX = 3

/** One rule as it was filled in, or the fields that are wrong. */
export function toRulePart(
  rule: RuleId,
  values: Record<string, unknown>,
  today: string,
): Extract<RuleSetPart, { rule: RuleId }> | FieldError[] {
  const [asOf, reviewOn] = [readDay(values, 'asOf'), readDay(values, 'reviewOn')]
  const latest = `${Number(today.slice(0, 4)) + REVIEW_YEARS_MAX}${today.slice(4)}`
  const isPast = asOf && asOf !== 'not-a-day' && asOf <= today
  const isAhead = reviewOn && reviewOn !== 'not-a-day' && reviewOn > today && reviewOn <= latest
  if (!isPast || !isAhead) {
    return [
      ...(isPast
        ? []
        : [
            {
              field: 'asOf',
              message: 'Enter the day whose wording you looked at, like 27 3 2026, not after today',
            },
          ]),
      ...(isAhead
        ? []
        : [{ field: 'reviewOn', message: 'Enter a day after today and within three years, like 27 3 2027' }]),
    ]
  }
  const parameters = Object.fromEntries(parametersOf(rule).map(({ name }) => [name, values[name] as number]))
  return { rule, parameters, source: { title: String(values.title), asOf, reviewOn } }
}

/** What stands in the fields of a rule. */
export function ruleValues({ parameters, sources }: RuleSet, rule: RuleId): FormValues {
  const { title, asOf, reviewOn } = sources[rule]
  return {
    ...Object.fromEntries(parametersOf(rule).map(({ name }) => [name, String(parameters[name])])),
    title,
    ...dayValues('asOf', asOf),
    ...dayValues('reviewOn', reviewOn),
  }
}

export const WeightsForm = z.object(
  Object.fromEntries(
    FACTOR_IDS.map((id) => [
      id,
      wholeNumber('A weight', { min: 0, max: WEIGHTS_SUM }, 'Enter a weight; 0 is none'),
    ]),
  ) as Record<FactorId, ReturnType<typeof wholeNumber>>,
)

export const weightsValues = ({ weights }: RuleSet): FormValues =>
  Object.fromEntries(FACTOR_IDS.map((id) => [id, String(weights[id])]))

/** The weights as they were typed, or that they do not sum. */
export function toWeights(values: Record<FactorId, number>): RuleSetPart | FieldError[] {
  const sum = FACTOR_IDS.reduce((total, id) => total + values[id], 0)
  return sum === WEIGHTS_SUM
    ? { weights: values }
    : [{ field: FACTOR_IDS[0], message: `The weights sum to ${sum}. They have to sum to ${WEIGHTS_SUM}` }]
}
