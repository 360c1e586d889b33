import { addDays, type Day } from '../../../src/domain/dates'
import {
  JOB_KINDS,
  type OpportunityContent,
  type OpportunityKind,
  type OpportunityPlace,
  type Priority,
  type Visibility,
} from '../../../src/domain/opportunity'
import { OFFER_KINDS } from './offer-kinds'
import type { OfferText } from './offer-text'
import type { OrganisationKey } from './organisations'
import { townCalled, type World } from './world'

/** One text in one town by one organisation. */
export type Posting = {
  kind: OpportunityKind
  text: OfferText
  organisation: OrganisationKey
  town: string | null
}

/** Every posting the texts allow. */
export function listPostings(): Posting[] {
  return Object.entries(OFFER_KINDS).flatMap(([kind, { texts }]) =>
    texts.flatMap((text) => {
      const towns: readonly (string | null)[] = text.towns.length > 0 ? text.towns : [null]
      return towns.map((town, index) => {
        const organisation = text.by[index % text.by.length] ?? text.by[0]
        return { kind: kind as OpportunityKind, text, organisation, town }
      })
    }),
  )
}

export type Dates = Pick<OpportunityContent, 'startsOn' | 'endsOn' | 'closesOn'>

/** The whole content, as its champion filled it in on the nine steps. */
export function toOfferContent(
  world: World,
  { kind, text, town }: Posting,
  dates: Dates,
): OpportunityContent {
  const { chance } = world
  const usual = OFFER_KINDS[kind]
  const priority = text.priority ?? drawPriority(world, kind)
  return {
    kind,
    title: text.title,
    summary: text.summary,
    description: text.description,
    whatYouWillDo: text.whatYouWillDo,
    topics: [...text.topics],
    outcomes: text.outcomes ?? usual.outcomes,
    heading: text.heading ?? usual.heading,
    criteria: [...text.criteria],
    qualificationLevel: text.qualificationLevel ?? 0,
    places: text.places ?? chance.between(...usual.places),
    ...dates,
    hours: text.hours,
    weekTimes: text.weekTimes ?? ['weekday-days'],
    pay: text.pay ?? usual.pay,
    payText: text.payText,
    travelHelp: text.travelHelp ?? '',
    minAge: text.minAge ?? 18,
    maxAge: text.maxAge ?? (chance.happens(0.12) ? 30 : 25),
    definition:
      text.definition ??
      chance.weighted({ 'any-care-experience': 48, 'statutory-care-leaver': 46, 'former-relevant': 6 }),
    needsRightToWork: text.needsRightToWork ?? JOB_KINDS.includes(kind),
    dbsLevel: text.dbsLevel ?? 'none',
    supports: [...text.supports],
    visibility: text.visibility ?? drawVisibility(world),
    priority,
    priorityUntil:
      priority === 'window' && dates.closesOn ? addDays(dates.closesOn, -chance.between(7, 21)) : null,
    ...toPlace(world, text, town),
  }
}

function drawVisibility({ chance }: World): Visibility {
  return chance.happens(0.11) ? 'care-leavers-only' : 'public'
}

function drawPriority({ chance }: World, kind: OpportunityKind): Priority {
  if (kind === 'guaranteed-interview') return 'guaranteed-interview'
  return chance.weighted({ none: 82, window: 11, reserved: 7 })
}

function toPlace(world: World, { at }: OfferText, town: string | null): OpportunityPlace {
  if (town === null) {
    return { isRemote: true, placeOfWork: at, town: '', district: null, cellEast: null, cellNorth: null }
  }
  const { district, cellEast, cellNorth } = townCalled(world, town)
  return { isRemote: false, placeOfWork: at.replace('{town}', town), town, district, cellEast, cellNorth }
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const

/** When it begins and ends: on the first weekday its hours name, at or after the day. */
export function datesFrom({ kind, text }: Posting, earliest: Day, closesOn: Day): Dates {
  if (!OFFER_KINDS[kind].hasStart) return { startsOn: null, endsOn: null, closesOn }
  const named = WEEKDAYS.map((name, weekday) => ({ weekday, at: text.hours.indexOf(name) })).filter(
    ({ at }) => at >= 0,
  )
  const first = named.sort((one, other) => one.at - other.at)[0]
  const startsOn = onWeekday(earliest, first?.weekday ?? 2)
  return { startsOn, endsOn: addDays(startsOn, text.lastsDays ?? 0), closesOn }
}

function onWeekday(day: Day, weekday: number): Day {
  const missing = (weekday - new Date(`${day}T00:00:00.000Z`).getUTCDay() + 7) % 7
  return addDays(day, missing)
}
