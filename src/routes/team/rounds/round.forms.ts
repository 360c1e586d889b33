import { z } from 'zod'
import { dayFields, each, readDay, wholeNumber } from '../../../http/fields'
import { type FieldError, line, list } from '../../../http/form'
import type { Day } from '../../../domain/dates'
import type { OffersWanted } from '../../../commands/rounds/open-round'
import type { OpportunityId } from '../../../domain/ids'
import { OPPORTUNITY_KINDS } from '../../../domain/opportunity'
import type { RoundScope } from '../../../domain/round'
import { DISTRICT_CODES, type HomeDistrict } from '../../../domain/taxonomy'
import { ProposeForm } from '../propose.form'
import { ALLOCATION_RULES } from '../../../matching/allocate/round'

const HOMES = [...DISTRICT_CODES, 'outside-kent', 'unknown'] as const satisfies readonly HomeDistrict[]

export const OpenRoundForm = z.object({
  which: z.enum(['kinds', 'some'], 'Choose which opportunities are in the round'),
  kinds: list(z.enum(OPPORTUNITY_KINDS, 'Choose kinds from the list')),
  opportunities: list(z.string().regex(/^[0-9a-f]{32}$/, 'Choose opportunities from the list')),
  districts: list(z.enum(HOMES, 'Choose districts from the list')),
  waitWeeksMin: wholeNumber('Weeks waiting', { min: 0, max: 520 }, 'Enter a number of weeks; 0 is everybody'),
  pairs: z.enum(['eligible', 'also-unclear'], 'Choose which pairs count'),
  ...dayFields('day'),
})

export type RoundAsked = {
  day: Day
  offers: OffersWanted
  scope: RoundScope
  takesUnclear: boolean
}

/** What was asked for, or the field that is wrong. */
export function toRoundAsked(values: z.output<typeof OpenRoundForm>): RoundAsked | { error: FieldError } {
  const day = readDay(values, 'day')
  if (!day || day === 'not-a-day')
    return { error: { field: 'day', message: 'Enter the day of the round, like 27 3 2027' } }
  if (values.which === 'kinds' && values.kinds.length === 0)
    return { error: { field: 'kinds', message: 'Tick the kinds of opportunity that are in the round' } }
  if (values.which === 'some' && values.opportunities.length === 0)
    return { error: { field: 'opportunities', message: 'Tick the opportunities that are in the round' } }
  return {
    day,
    offers:
      values.which === 'kinds'
        ? { kinds: each(values.kinds) }
        : { ids: each(values.opportunities) as OpportunityId[] },
    scope: { districts: each(values.districts), waitWeeksMin: values.waitWeeksMin },
    takesUnclear: values.pairs === 'also-unclear',
  }
}

export const ChooseRuleForm = z.object({
  rule: z.enum(ALLOCATION_RULES, 'Choose a rule'),
  reason: line('Reason', 1000),
})

export const EndRoundForm = z.object({
  ending: z.enum(['withdraw', 'close'], 'Choose what to do with the round'),
  endReason: line('Reason', 1000, 'Write why, for the record'),
})

/** The suggestion as it was when its page was opened: somebody else may have decided or swapped meanwhile. */
const seen = {
  suggestion: z.string('Open the page again').regex(/^[0-9a-f]{32}$/, 'Open the page again'),
  seen: wholeNumber('Version', { min: 1, max: 9999 }, 'Open the page again'),
}

export const AcceptForm = ProposeForm.extend(seen)

export const DropForm = z.object({ dropReason: line('Reason', 1000, 'Write why, for the record'), ...seen })

export const SwapForm = z.object({
  person: z.string('Choose somebody').regex(/^\d{1,7}$/, 'Choose somebody'),
  reason: line('Reason', 1000, 'Write why you swap them, for the record'),
  ...seen,
})
