import { z } from 'zod'
import type { EligibilityFact } from '../../commands/care-leavers/record-eligibility-fact'
import { DBS_LEVELS } from '../../domain/opportunity'
import { dayFields, readDay } from '../../http/fields'
import { type FieldError, line } from '../../http/form'

export const FACT_NAMES = ['right-to-work', 'qualification', 'dbs', 'availability'] as const
export type FactFormName = (typeof FACT_NAMES)[number]

export const FACT_FORMS: Record<FactFormName, z.ZodObject> = {
  'right-to-work': z.object({
    status: z.enum(
      ['any-work', 'limited-work', 'volunteering-only', 'not-known'],
      'Choose what the document allows',
    ),
    source: line('Source', 200, 'Say what you saw, like “share code” or “biometric card”'),
    ...dayFields('until'),
    ...dayFields('checkedOn'),
  }),
  qualification: z.object({
    level: z.enum(['0', '1', '2', '3'], 'Choose the highest level'),
    source: line('Source', 200),
  }),
  dbs: z.object({
    level: z.enum(DBS_LEVELS, 'Choose the level of the check'),
    ...dayFields('issuedOn'),
  }),
  availability: z.object(dayFields('from')),
}

type Sent = Record<string, string>

/** The fact that was recorded, or the field that is missing or not a day. What was done was not done tomorrow. */
export function toFact(
  fact: FactFormName,
  sent: Sent,
  today: string,
): EligibilityFact | { error: FieldError } {
  const day = (name: string) => readDay(sent, name)
  const wrong = (field: string, message: string) => ({ error: { field, message } })
  switch (fact) {
    case 'right-to-work': {
      const [until, checkedOn] = [day('until'), day('checkedOn')]
      if (until === 'not-a-day')
        return wrong('until', 'Enter the day it ends, like 27 3 2027, or leave it empty')
      if (!checkedOn || checkedOn === 'not-a-day' || checkedOn > today)
        return wrong('checkedOn', 'Enter the day you checked it, today or before')
      return {
        fact,
        value: {
          status: sent.status as 'any-work',
          until: until ?? null,
          source: sent.source ?? '',
          checkedOn,
        },
      }
    }
    case 'qualification':
      return { fact, value: { level: Number(sent.level), source: sent.source ?? '' } }
    case 'dbs': {
      const issuedOn = day('issuedOn')
      if (issuedOn === 'not-a-day' || (issuedOn && issuedOn > today))
        return wrong('issuedOn', 'Enter the day it was issued, today or before')
      if (sent.level !== 'none' && !issuedOn) return wrong('issuedOn', 'Enter the day it was issued')
      return { fact, value: { level: sent.level as 'basic', issuedOn: issuedOn ?? null } }
    }
    case 'availability': {
      const from = day('from')
      if (from === 'not-a-day')
        return wrong('from', 'Enter a day, like 27 3 2027, or leave it empty for “now”')
      return { fact, value: { from: from ?? null } }
    }
  }
}
