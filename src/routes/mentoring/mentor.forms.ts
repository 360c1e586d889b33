import { z } from 'zod'
import { TRAVEL_KM } from '../../domain/care-leaver'
import { addDays, type Day } from '../../domain/dates'
import {
  CAPACITIES,
  DBS_WORKFORCES,
  KNOWN_YEARS_MIN,
  MENTOR_DBS_LEVELS,
  MENTOR_KINDS,
  type MentorDetails,
  REFERENCE_SETTINGS,
  type StepAction,
  STOP_REASONS,
  type StepDetail,
} from '../../domain/mentor'
import { DISTRICT_CODES, LANGUAGE_CODES, TOPICS, WEEK_TIMES } from '../../domain/taxonomy'
import { dayFields, each, readDay, wholeNumber, withoutContactDetails } from '../../http/fields'
import { type FieldError, type FormValues, line, list } from '../../http/form'

/** The scheme looks at a check again after three years at most. */
const DBS_DAYS_MAX = 3 * 366

const asWords = <Item extends number>(numbers: readonly Item[]) => numbers.map(String)

export const DetailsForm = z.object({
  kind: z.enum(MENTOR_KINDS, 'Choose mentor or befriender'),
  firstName: line('First name', 60, 'Enter their first name'),
  familyName: line('Family name', 60, 'Enter their family name'),
  district: z.enum(DISTRICT_CODES, 'Choose the district they live in'),
  travelKmMax: z.enum([...asWords(TRAVEL_KM), 'not-said'], 'Choose how far they go'),
  topics: list(z.enum(TOPICS, 'Choose topics from the list')),
  languages: list(z.enum(LANGUAGE_CODES, 'Choose languages from the list'), 'Tick at least one language'),
  weekTimes: list(z.enum(WEEK_TIMES, 'Choose times from the list')),
  capacity: z.enum(asWords(CAPACITIES), 'Choose how many young people at once'),
  about: line('What they say of themselves', 400).superRefine(
    withoutContactDetails('A young person reads this, and meets them through the team'),
  ),
})

export const toDetails = (form: z.output<typeof DetailsForm>): MentorDetails => ({
  ...form,
  travelKmMax: form.travelKmMax === 'not-said' ? null : Number(form.travelKmMax),
  topics: each(form.topics),
  languages: each(form.languages),
  weekTimes: each(form.weekTimes),
  capacity: Number(form.capacity),
})

export const detailsValues = (details: MentorDetails): FormValues => ({
  kind: details.kind,
  firstName: details.firstName,
  familyName: details.familyName,
  district: details.district,
  travelKmMax: details.travelKmMax === null ? 'not-said' : String(details.travelKmMax),
  topics: details.topics,
  languages: details.languages,
  weekTimes: details.weekTimes,
  capacity: String(details.capacity),
  about: details.about,
})

/** So many digits in a row, or in groups, are the number of something; a day is not. */
const NUMBER = /\d{9}|\d{3,4}[ -]\d{3,4}[ -]\d{3,4}/

const COMMON = {
  ...dayFields('onDay'),
  words: line('Note', 500).refine(
    (text) => !NUMBER.test(text),
    'Take out the number: no number of a certificate or document is kept',
  ),
}

const REFERENCE = {
  setting: z.enum(REFERENCE_SETTINGS, 'Choose where the referee knows them from'),
  notFamily: z.literal('yes', 'Confirm that the referee is not family'),
  knownYears: wholeNumber(
    'Years',
    { min: KNOWN_YEARS_MIN, max: 90 },
    'Enter how many years the referee has known them',
  ),
}

const CHECK = {
  dbsLevel: z.enum(MENTOR_DBS_LEVELS, 'Choose the level of the check'),
  dbsWorkforce: z
    .enum(DBS_WORKFORCES, 'Choose the workforce')
    .refine((workforce) => workforce !== 'child', 'The check has to cover work with adults'),
  ...dayFields('issuedOn'),
  ...dayFields('renewOn'),
}

const isCheck = (action: StepAction) => action === 'clear-dbs' || action === 'renew-dbs'

/** What the form of each step asks beside its day and a note. */
export const formOf = (action: StepAction) => {
  if (action === 'take-reference') return z.object({ ...COMMON, ...REFERENCE })
  return isCheck(action) ? z.object({ ...COMMON, ...CHECK }) : z.object(COMMON)
}

/**
 * The step as it was typed, or the days that are wrong.
 * @param given of a check that is renewed: the day it was issued, and the day until which it counts
 */
export function toStep(
  values: Record<string, unknown>,
  action: StepAction,
  { today, issuedOn, renewOn: countsUntil }: { today: Day; issuedOn: Day | null; renewOn: Day | null },
): ({ onDay: Day } & StepDetail) | { errors: FieldError[] } {
  const errors: FieldError[] = []
  const readPast = (field: string, what: string): Day => {
    const day = readDay(values, field)
    if (day && day !== 'not-a-day' && day <= today) return day
    const message =
      day === 'not-a-day'
        ? `There is no such day: enter ${what}, like 27 3 2026`
        : day
          ? `Enter ${what}: this day is in the future`
          : `Enter ${what}, like 27 3 2026`
    errors.push({ field, message })
    return today
  }
  const onDay = readPast('onDay', 'the day it was done')
  const words = String(values.words ?? '')
  const detail: StepDetail = {}
  if (action === 'take-reference') {
    detail.setting = values.setting as NonNullable<StepDetail['setting']>
    detail.knownYears = values.knownYears as number
  }
  if (isCheck(action)) {
    detail.dbsLevel = values.dbsLevel as NonNullable<StepDetail['dbsLevel']>
    detail.dbsWorkforce = values.dbsWorkforce as NonNullable<StepDetail['dbsWorkforce']>
    detail.issuedOn = readPast('issuedOn', 'the day it was issued')
    if (errors.length === 0 && onDay < detail.issuedOn)
      errors.push({ field: 'onDay', message: 'This cannot be before the day the check was issued' })
    const renewOn = readDay(values, 'renewOn')
    const latest = addDays(detail.issuedOn, DBS_DAYS_MAX)
    const isDay = renewOn && renewOn !== 'not-a-day' && renewOn > today && renewOn <= latest
    const isRenewal = action === 'renew-dbs'
    if (isRenewal && issuedOn && detail.issuedOn <= issuedOn)
      errors.push({ field: 'issuedOn', message: 'Enter the day of the new check. This is the one before it' })
    const lastsLonger = !isRenewal || !isDay || !countsUntil || renewOn > countsUntil
    if (isDay && lastsLonger) detail.renewOn = renewOn
    else if (isDay)
      errors.push({ field: 'renewOn', message: 'Enter a day after the one it counts until now' })
    else
      errors.push({
        field: 'renewOn',
        message: 'Enter a day to come, within three years of the day it was issued, like 27 3 2029',
      })
  }
  return errors.length > 0 ? { errors } : { onDay, ...detail, ...(words && { words }) }
}

export const StopForm = z.object({
  stop: z.enum(['pause', 'end'], 'Choose whether it is a pause or the end'),
  reason: z.enum(STOP_REASONS, 'Choose a reason'),
  stopWords: line('Note', 500),
})
