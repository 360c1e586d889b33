import { z } from 'zod'
import { normaliseName } from '../../domain/account'
import { DISTRICT_CODES } from '../../domain/taxonomy'
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

export type ShortlistFilter = {
  district: string
  /** An adviser's id, `none` for people without one, empty for all. */
  adviser: string
  /** At least so many weeks waiting. */
  weeks: number
  /** Letters of a name, for "why is X not here?". */
  who: string
  page: number
}

const WAITING_WEEKS = [0, 4, 12, 26] as const

const NAME_LETTERS_MIN = 3

/** Reads the filter from the address; whatever is not known is left out. */
export function readShortlistFilter(value: (name: string) => string): ShortlistFilter {
  const page = Number(value('page'))
  const who = value('who').trim().slice(0, 60)
  const district = value('district')
  return {
    district: [...DISTRICT_CODES, 'outside-kent', 'unknown'].includes(district as never) ? district : '',
    adviser: /^([0-9a-f]{32}|none)$/.test(value('adviser')) ? value('adviser') : '',
    weeks: WAITING_WEEKS.find((weeks) => String(weeks) === value('weeks')) ?? 0,
    who: normaliseName(who).length >= NAME_LETTERS_MIN ? who : '',
    page: Number.isInteger(page) && page > 0 && page < 1000 ? page : 1,
  }
}
