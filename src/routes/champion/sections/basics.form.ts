import { z } from 'zod'
import { OPPORTUNITY_KINDS } from '../../../domain/opportunity'
import { COVENANT_OUTCOMES, LOCAL_OFFER_HEADINGS } from '../../../domain/taxonomy'
import { line, list } from '../../../http/form'
import { each } from '../../../http/fields'
import { sectionForm } from './section-form'

/** What it is, in a few words. */
export const basics = sectionForm({
  schema: z.object({
    kind: z.enum(OPPORTUNITY_KINDS, 'Choose what kind of offer it is'),
    title: line('Title', 80, 'Enter a title'),
    summary: line('Summary', 200, 'Enter a summary in one or two sentences'),
    outcomes: list(
      z.enum(COVENANT_OUTCOMES, 'Choose from the list'),
      'Choose at least one thing it helps with',
    ),
    heading: z.enum(LOCAL_OFFER_HEADINGS, 'Choose the part of the Local Offer it belongs to'),
  }),
  toValues: ({ kind = '', title = '', summary = '', outcomes = [], heading = '' }) => ({
    kind,
    title,
    summary,
    outcomes,
    heading,
  }),
  toFields: (value) => ({ ...value, outcomes: each(value.outcomes) }),
})
