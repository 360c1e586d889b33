import { z } from 'zod'
import type { Report } from '../../commands/matches/report-progress'
import { NOT_STARTED_CODES } from '../../domain/match'
import { dayFrom, type FieldError, line } from '../../http/form'

export const ReportForm = z.object({
  kind: z.enum(['interview', 'offer', 'start', 'not-start'], 'Choose what happened'),
  code: z.enum(['', ...NOT_STARTED_CODES]).default(''),
  'startedOn-day': line('Day', 2),
  'startedOn-month': line('Month', 2),
  'startedOn-year': line('Year', 4),
})

/** What was reported, or the field that is still missing for it. */
export function toReport(value: z.output<typeof ReportForm>): Report | { error: FieldError } {
  if (value.kind === 'start') {
    const startedOn = dayFrom({ day: value['startedOn-day'], month: value['startedOn-month'], year: value['startedOn-year'] })
    if (!startedOn || startedOn === 'not-a-day') return { error: { field: 'startedOn', message: 'Enter the first day, like 27 3 2027' } }
    return { kind: 'start', startedOn }
  }
  if (value.kind === 'not-start') {
    return value.code ? { kind: 'not-start', code: value.code } : { error: { field: 'code', message: 'Choose why it did not start' } }
  }
  return { kind: value.kind }
}
