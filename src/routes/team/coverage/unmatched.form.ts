import { z } from 'zod'
import { NO_MATCH_CODES, type NoMatch } from '../../../domain/no-match'
import { dayFields, readDay } from '../../../http/fields'
import { type FieldError, line } from '../../../http/form'

export const NoMatchForm = z.object({
  code: z.enum(NO_MATCH_CODES, 'Choose why nothing fits'),
  words: line('What you write', 500, 'Write why nothing fits, in words they can read'),
  ...dayFields('lookAgainOn'),
  /** How often it had been recorded when the page was shown. */
  seen: z
    .string('Open the page again')
    .regex(/^\d{1,4}$/, 'Open the page again')
    .transform(Number),
})

/** What a broker recorded, or the field that is wrong. Whether the day is possible is for the command to say. */
export function toNoMatch(values: z.output<typeof NoMatchForm>): NoMatch | { error: FieldError } {
  const day = readDay(values, 'lookAgainOn')
  if (!day || day === 'not-a-day')
    return { error: { field: 'lookAgainOn', message: 'Enter the day to look again, like 27 3 2027' } }
  return { code: values.code, words: values.words, lookAgainOn: day }
}
