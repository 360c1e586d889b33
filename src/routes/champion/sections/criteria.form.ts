import { z } from 'zod'
import { QUALIFICATION_LEVELS, type QualificationLevel } from '../../../domain/opportunity'
import { sectionForm } from './section-form'

const CRITERIA_MAX = 10
const CRITERION_LENGTH_MAX = 150

/** One a line; people paste lists with their bullets. */
const linesOf = (text: string) =>
  text
    .split('\n')
    .map((one) => one.replace(/^\s*[-*•–]\s*/, '').trim())
    .filter((one) => one !== '')

const LEVELS = QUALIFICATION_LEVELS.map(String) as ['0', '1', '2', '3']

/** What people need: a list that can be ticked, because an interview may be promised to whoever has it. */
export const criteria = sectionForm({
  schema: z.object({
    criteria: z
      .string()
      .default('')
      .transform(linesOf)
      .refine((lines) => lines.length <= CRITERIA_MAX, `Enter ${CRITERIA_MAX} things or fewer`)
      .refine(
        (lines) => lines.every((one) => one.length <= CRITERION_LENGTH_MAX),
        `Each thing must be ${CRITERION_LENGTH_MAX} characters or fewer`,
      ),
    qualificationLevel: z.enum(LEVELS, 'Choose the qualification people need, or none'),
  }),
  toValues: ({ criteria: lines = [], qualificationLevel }) => ({
    criteria: lines.join('\n'),
    qualificationLevel: qualificationLevel === undefined ? '' : String(qualificationLevel),
  }),
  toFields: (value) => ({
    criteria: value.criteria,
    qualificationLevel: Number(value.qualificationLevel) as QualificationLevel,
  }),
})
