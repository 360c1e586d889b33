import { z } from 'zod'
import type { Day } from '../../domain/dates'
import { COVENANT_OUTCOMES } from '../../domain/taxonomy'
import { line } from '../../http/form'
import { dayFields, readDay, wholeNumber } from '../../http/fields'

/** What is promised, how much of it, and by when. */
export const pledgeForm = (today: Day) =>
  z
    .object({
      what: line('What you promise', 300, 'Say what you promise'),
      outcome: z.enum(COVENANT_OUTCOMES, 'Choose what it helps with'),
      places: wholeNumber('Places', { min: 1, max: 500 }, 'Enter how many places you promise'),
      ...dayFields('dueOn'),
    })
    .superRefine((values, check) => {
      const message = dueError(readDay(values, 'dueOn'), today)
      if (message) check.addIssue({ code: 'custom', path: ['dueOn'], message })
    })

function dueError(day: Day | undefined, today: Day): string | null {
  if (day === undefined) return 'Enter the day by which you will have kept it'
  if (day === 'not-a-day') return 'Enter the day as a real date, like 27 3 2027'
  return day <= today ? 'The day must be after today' : null
}

/** Nobody takes a promise back without saying why. */
export const WithdrawPledgeForm = z.object({
  reason: line('Reason', 500, 'Say why you withdraw the pledge'),
})
