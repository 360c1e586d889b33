import type { JSX } from 'hono/jsx/jsx-runtime'
import type { OpportunitySection } from '../../../src/domain/opportunity'
import type { FieldErrors, Values } from '../../shared/errors'
import { DatesFields, PayFields, WhereFields } from './facts-fields'
import { AudienceFields, ChecksFields, SupportFields } from './people-fields'
import { BasicsFields, CriteriaFields, DoingFields } from './words-fields'

export type FieldsProps = { values: Values; errors: FieldErrors }

/** The boxes of every step of the task list. */
export const SECTION_FIELDS: Record<OpportunitySection, (props: FieldsProps) => JSX.Element> = {
  basics: BasicsFields,
  doing: DoingFields,
  criteria: CriteriaFields,
  dates: DatesFields,
  where: WhereFields,
  pay: PayFields,
  checks: ChecksFields,
  support: SupportFields,
  audience: AudienceFields,
}
