import { z } from 'zod'
import type { Day } from '../../../domain/dates'
import { PRIORITIES, VISIBILITIES } from '../../../domain/opportunity'
import { dayFields, dayValues, readDay } from '../../../http/fields'
import { sectionForm } from './section-form'

/** Who can see it, and who goes first. */
export const audience = sectionForm({
  schema: (today) =>
    z
      .object({
        visibility: z.enum(VISIBILITIES, 'Choose who can see it'),
        priority: z.enum(PRIORITIES, 'Choose who goes first'),
        ...dayFields('priorityUntil'),
      })
      .superRefine((values, check) => {
        const message =
          values.priority === 'window' ? windowError(readDay(values, 'priorityUntil'), today) : null
        if (message) check.addIssue({ code: 'custom', path: ['priorityUntil'], message })
      }),
  toValues: ({ visibility = '', priority = '', priorityUntil }) => ({
    visibility,
    priority,
    ...dayValues('priorityUntil', priorityUntil),
  }),
  toFields: (values) => ({
    visibility: values.visibility,
    priority: values.priority,
    priorityUntil: values.priority === 'window' ? (readDay(values, 'priorityUntil') ?? null) : null,
  }),
})

function windowError(day: Day | undefined, today: Day): string | null {
  if (day === undefined) return 'Enter the last day on which care leavers come first'
  if (day === 'not-a-day')
    return 'Enter the last day on which care leavers come first as a real date, like 27 3 2027'
  return day < today ? 'The last day on which care leavers come first must be today or later' : null
}
