import { z } from 'zod'
import {
  CARE_LEAVER_DEFINITIONS,
  DBS_LEVELS,
  JOB_KINDS,
  type OpportunityKind,
} from '../../../domain/opportunity'
import { wholeNumber } from '../../../http/fields'
import { sectionForm } from './section-form'

const AGES = { min: 16, max: 30 }

/** Work needs the right to work; being a guest, a member or a learner mostly does not. */
const needsRightToWork = (kind: OpportunityKind | undefined) =>
  kind !== undefined && (JOB_KINDS.includes(kind) || kind === 'work-experience')

/** Whom it is for and which checks are needed. The scheme is for 18 to 25; single offers differ. */
export const checks = sectionForm({
  schema: z
    .object({
      minAge: wholeNumber('The youngest age', AGES, 'Enter the youngest age'),
      maxAge: wholeNumber('The oldest age', AGES, 'Enter the oldest age'),
      definition: z.enum(CARE_LEAVER_DEFINITIONS, 'Choose who counts as a care leaver for this'),
      needsRightToWork: z.enum(['yes', 'no'], 'Choose whether people need the right to work'),
      dbsLevel: z.enum(DBS_LEVELS, 'Choose which background check is needed, or none'),
    })
    .superRefine(({ minAge, maxAge }, check) => {
      if (maxAge < minAge)
        check.addIssue({
          code: 'custom',
          path: ['maxAge'],
          message: 'The oldest age must not be below the youngest',
        })
    }),
  toValues: (draft) => ({
    minAge: String(draft.minAge ?? 18),
    maxAge: String(draft.maxAge ?? 25),
    definition: draft.definition ?? 'any-care-experience',
    needsRightToWork: (draft.needsRightToWork ?? needsRightToWork(draft.kind)) ? 'yes' : 'no',
    dbsLevel: draft.dbsLevel ?? 'none',
  }),
  toFields: (value) => ({ ...value, needsRightToWork: value.needsRightToWork === 'yes' }),
})
