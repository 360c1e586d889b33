import { z } from 'zod'
import { type ContactDetail, findContactDetail } from '../domain/contact-details'
import { type Day, isDay } from '../domain/dates'
import type { FormValues } from './form'

// Kinds of field that several forms have.

const part = z.string().default('')

/** The three boxes of a day. */
export function dayFields<Name extends string>(name: Name) {
  const boxes = { [`${name}-day`]: part, [`${name}-month`]: part, [`${name}-year`]: part }
  return boxes as Record<`${Name}-${'day' | 'month' | 'year'}`, typeof part>
}

/** The day in three boxes: undefined when they are empty, a word when they are not a day. */
export function readDay(values: Record<string, unknown>, name: string): Day | undefined | 'not-a-day' {
  const box = (which: string) => String(values[`${name}-${which}`] ?? '')
  const [day, month, year] = [box('day'), box('month'), box('year')]
  if (!day && !month && !year) return undefined
  const text = `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return /^[12]/.test(text) && isDay(text) ? text : 'not-a-day'
}

/** A day as it stands in the three boxes. */
export function dayValues(name: string, day: Day | null | undefined): FormValues {
  const [year = '', month = '', date = ''] = (day ?? '').split('-')
  return { [`${name}-day`]: unpadded(date), [`${name}-month`]: unpadded(month), [`${name}-year`]: year }
}

const unpadded = (text: string) => text.replace(/^0/, '')

/** A whole number that somebody types. */
export function wholeNumber(name: string, range: { min: number; max: number }, required: string) {
  const wrong = `${name} must be a whole number from ${range.min} to ${range.max}`
  return z
    .string(required)
    .min(1, required)
    .regex(/^\d{1,4}$/, wrong)
    .transform(Number)
    .refine((value) => value >= range.min && value <= range.max, wrong)
}

/** Each value once, in the order of its list: a forged form may repeat itself. */
export const each = <Value>(values: readonly Value[]): Value[] => [...new Set(values)]

const DETAIL: Record<ContactDetail, string> = {
  postcode: 'the postcode',
  email: 'the email address',
  link: 'the link',
  phone: 'the phone number',
}

/**
 * Refuses a text that would let somebody be found outside the service.
 * @param instead what is said after "Take out the …."
 */
export const withoutContactDetails =
  (instead: string) => (text: string, context: z.RefinementCtx<string>) => {
    const detail = findContactDetail(text)
    if (detail) context.addIssue({ code: 'custom', message: `Take out ${DETAIL[detail]}. ${instead}` })
  }
