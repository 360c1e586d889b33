import { ICalCalendar, ICalEventClass, ICalEventTransparency } from 'ical-generator'
import { addDays, daysBetween } from '../../src/domain/dates'
import { toUuid } from '../../src/domain/uuid'
import { paths } from '../../src/paths'
import type { OfferView } from '../../src/policy/views'
import { whereText } from '../shared/offer-words'
import { KIND } from '../words/labels'

/** What lasts longer, such as a job, stands in a calendar as its first day. */
const SPAN_DAYS_MAX = 7

/** Words that say why somebody goes there: a calendar is read over shoulders, and shared at work. */
const TELLING =
  /\bcar(e|ing)\b|\bleav(er|ing)|looked[- ]after|foster|asylum|refugee|lifelong|covenant|social worker|18\s?\+/i

/** Control characters but for line ends: RFC 5545 (3.1) has no way to write them. */
const UNWRITABLE = /[^\P{Cc}\n]/gu

/**
 * The day of an offer as a file for a calendar (RFC 5545): an event of whole days, which are the same days in every
 * time zone, marked private and not as busy.
 */
export function calendarOf(offer: OfferView, serviceName: string, baseUrl: string): string {
  const startsOn = offer.startsOn ?? ''
  const calendar = new ICalCalendar({ prodId: { company: serviceName, product: 'Calendar', language: 'EN' } })
  const where = whereOf(offer)
  calendar.createEvent({
    id: toUuid(offer.id),
    stamp: new Date(offer.publishedAt ?? `${startsOn}T00:00:00Z`),
    allDay: true,
    start: midnight(startsOn),
    end: midnight(addDays(lastDay(offer, startsOn), 1)),
    summary: titleOf(offer),
    description: detailsOf(offer, baseUrl),
    ...(where ? { location: where } : {}),
    url: `${baseUrl}${paths.opportunity(offer.id)}`,
    class: ICalEventClass.PRIVATE,
    transparency: ICalEventTransparency.TRANSPARENT,
  })
  return calendar.toString()
}

const midnight = (day: string) => new Date(`${day}T00:00:00Z`)

function lastDay({ endsOn }: OfferView, startsOn: string): string {
  const isShort = endsOn !== null && endsOn >= startsOn && daysBetween(startsOn, endsOn) < SPAN_DAYS_MAX
  return isShort ? endsOn : startsOn
}

/** The title where it tells nothing of whoever goes; otherwise the kind of offer. */
function titleOf(offer: OfferView): string {
  const title = offer.title.replace(UNWRITABLE, '')
  return offer.visibility === 'public' && !TELLING.test(title) ? title : KIND[offer.kind]
}

function whereOf(offer: OfferView): string | null {
  const where = (offer.isRemote ? whereText(offer) : offer.placeOfWork || whereText(offer)) ?? ''
  return TELLING.test(where) ? null : where.replace(UNWRITABLE, '')
}

function detailsOf(offer: OfferView, baseUrl: string): string {
  const hours = TELLING.test(offer.hours) ? '' : offer.hours.replace(UNWRITABLE, '')
  return [hours, `More: ${baseUrl}${paths.opportunity(offer.id)}`].filter(Boolean).join('\n')
}
