import type { OpportunitySection } from '../../../domain/opportunity'
import { audience } from './audience.form'
import { basics } from './basics.form'
import { checks } from './checks.form'
import { criteria } from './criteria.form'
import { dates } from './dates.form'
import { doing } from './doing.form'
import { pay } from './pay.form'
import type { SectionForm } from './section-form'
import { support } from './support.form'
import { where } from './where.form'

/** The form of every step of the task list. */
export const SECTION_FORMS: Record<OpportunitySection, SectionForm> = {
  basics,
  doing,
  criteria,
  dates,
  where,
  pay,
  checks,
  support,
  audience,
}
