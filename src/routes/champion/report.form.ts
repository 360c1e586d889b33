import { z } from 'zod'
import type { Report } from '../../commands/matches/report-progress'
import { NOT_STARTED_CODES } from '../../domain/match'
import type { FieldError } from '../../http/form'
import { dayFields, readDay } from '../../http/fields'

/** How it goes on after an introduction. Facts only; nobody is asked for an opinion of the person. */
export const ReportForm = z.object({
  kind: z.enum(['interview', 'offer', 'start', 'not-start'], 'Choose what happened'),
  ...dayFields('startedOn'),
  code: z.union([z.enum(NOT_STARTED_CODES), z.literal('')], 'Choose why they did not start').default(''),
})

/** What is reported, or the one thing that is missing. */
export function toReport(value: z.output<typeof ReportForm>): Report | { error: FieldError } {
  if (value.kind === 'start') {
    const startedOn = readDay(value, 'startedOn')
    if (startedOn === undefined) return wrong('startedOn', 'Enter the day they started')
    if (startedOn === 'not-a-day')
      return wrong('startedOn', 'Enter the day they started as a real date, like 27 3 2027')
    return { kind: 'start', startedOn }
  }
  if (value.kind === 'not-start') {
    return value.code
      ? { kind: 'not-start', code: value.code }
      : wrong('code', 'Choose why they did not start')
  }
  return { kind: value.kind }
}

const wrong = (field: string, message: string) => ({ error: { field, message } })
