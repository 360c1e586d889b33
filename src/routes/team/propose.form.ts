import { z } from 'zod'
import { dayFields, readDay } from '../../http/fields'
import { type FieldError, line } from '../../http/form'

export const ProposeForm = z.object({
  reason: line('Reason', 1000, 'Write why you propose this, in your own words'),
  wordsToPerson: line('What you write to them', 1000),
  ...dayFields('holdUntil'),
})

/** The last day of the hold out of its three boxes. */
export function toHoldUntil(values: Record<string, unknown>): { holdUntil: string; error?: FieldError } {
  const day = readDay(values, 'holdUntil')
  if (day && day !== 'not-a-day') return { holdUntil: day }
  return {
    holdUntil: '',
    error: { field: 'holdUntil', message: 'Enter the last day the place is held, like 27 3 2027' },
  }
}
