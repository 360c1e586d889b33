import { z } from 'zod'
import { SUPPORTS } from '../../../domain/taxonomy'
import { list } from '../../../http/form'
import { each } from '../../../http/fields'
import { sectionForm } from './section-form'

/** What people can count on there. None is an answer too. */
export const support = sectionForm({
  schema: z.object({ supports: list(z.enum(SUPPORTS, 'Choose from the list')) }),
  toValues: ({ supports = [] }) => ({ supports }),
  toFields: ({ supports }) => ({ supports: each(supports) }),
})
