import { z } from 'zod'
import type { Day } from '../../../domain/dates'
import { WEEK_TIMES } from '../../../domain/taxonomy'
import { line, list } from '../../../http/form'
import { dayFields, dayValues, each, readDay, wholeNumber } from '../../../http/fields'
import { sectionForm } from './section-form'

const DAYS = {
  startsOn: 'the first day',
  endsOn: 'the last day',
  closesOn: 'the closing day',
} as const

/** How many places, when it takes place, and until when people can ask. */
export const dates = sectionForm({
  schema: (today) =>
    z
      .object({
        places: wholeNumber('Places', { min: 1, max: 500 }, 'Enter how many places there are'),
        ...dayFields('startsOn'),
        ...dayFields('endsOn'),
        ...dayFields('closesOn'),
        hours: line('Hours', 120, 'Enter the hours, for example 10am to 3pm'),
        weekTimes: list(z.enum(WEEK_TIMES, 'Choose from the list'), 'Choose when in the week it takes place'),
      })
      .superRefine((values, check) => {
        for (const { field, message } of dayErrors(values, today))
          check.addIssue({ code: 'custom', path: [field], message })
      }),
  toValues: ({ places, startsOn, endsOn, closesOn, hours = '', weekTimes = [] }) => ({
    places: places === undefined ? '' : String(places),
    ...dayValues('startsOn', startsOn),
    ...dayValues('endsOn', endsOn),
    ...dayValues('closesOn', closesOn),
    hours,
    weekTimes,
  }),
  toFields: (values) => ({
    places: values.places,
    startsOn: readDay(values, 'startsOn') ?? null,
    endsOn: readDay(values, 'endsOn') ?? null,
    closesOn: readDay(values, 'closesOn') ?? null,
    hours: values.hours,
    weekTimes: each(values.weekTimes),
  }),
})

/** A day that is not one, and days in an order that cannot be. */
function dayErrors(values: Record<string, unknown>, today: Day): { field: string; message: string }[] {
  const names = Object.keys(DAYS) as (keyof typeof DAYS)[]
  const wrong = names
    .filter((name) => readDay(values, name) === 'not-a-day')
    .map((name) => ({ field: name, message: `Enter ${DAYS[name]} as a real date, like 27 3 2027` }))
  if (wrong.length > 0) return wrong

  const [startsOn, endsOn, closesOn] = names.map((name) => readDay(values, name))
  return [
    ...(endsOn && !startsOn
      ? [{ field: 'startsOn', message: 'Enter the first day as well as the last' }]
      : []),
    ...(startsOn && endsOn && endsOn < startsOn
      ? [{ field: 'endsOn', message: 'The last day must be the same as or after the first day' }]
      : []),
    ...(endsOn && endsOn < today
      ? [{ field: 'endsOn', message: 'The last day must be today or later' }]
      : []),
    ...(closesOn && closesOn < today
      ? [{ field: 'closesOn', message: 'The closing day must be today or later' }]
      : []),
  ]
}
