import { z } from 'zod'
import type { Day } from '../../domain/dates'
import { dayFields, readDay } from '../../http/fields'

/** Which pledge it is under, what it starts from, and which ask of the team it answers. The ids are looked up within the organisation. */
export const NewOpportunityForm = z.object({
  pledge: z.string().default('none'),
  copy: z.string().default(''),
  ask: z.string().default(''),
})

/** Only a new closing day: anything else is a new version. */
export const reinstateForm = (today: Day) =>
  z.object(dayFields('closesOn')).superRefine((values, check) => {
    const message = closingError(readDay(values, 'closesOn'), today)
    if (message) check.addIssue({ code: 'custom', path: ['closesOn'], message })
  })

function closingError(day: Day | undefined, today: Day): string | null {
  if (day === undefined) return 'Enter the new closing day'
  if (day === 'not-a-day') return 'Enter the new closing day as a real date, like 27 3 2027'
  return day < today ? 'The closing day must be today or later' : null
}
