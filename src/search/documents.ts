import type { IndexableOffer } from '../../db/queries/index-entries'
import type { Day } from '../domain/dates'
import { latLngOf, type LatLng } from '../domain/grid'
import { rootsOf } from './tokens'

/**
 * An offer as an index of its own holds it: what is published, and never a person's. Times are seconds since 1970, days
 * their midnight in UTC.
 */
export type SearchDocument = {
  id: string
  version: number
  /** Which writing of the offer this is. */
  stamp: string
  kind: string
  title: string
  summary: string
  description: string
  organisation: string
  organisation_id: string
  outcomes: readonly string[]
  district: string | null
  town: string | null
  remote: boolean
  paid: boolean
  visibility: string
  priority: string
  starts_at: number | null
  closes_at: number
  published_at: number
  _geo?: LatLng
  /** The same words by their roots, which is what is looked for. */
  roots: Record<RootField, string>
}

/** Where words may stand, the weightiest first. */
export const ROOT_FIELDS = ['title', 'kind', 'summary', 'town', 'organisation', 'description'] as const
type RootField = (typeof ROOT_FIELDS)[number]

/** A document that is no offer: it says whose index this is. No search asks for its visibility. */
export type Sentinel = { id: typeof SENTINEL_ID; stamp: string; visibility: 'nobody' }
export const SENTINEL_ID = 'sentinel'
export const sentinelOf = (epoch: string): Sentinel => ({
  id: SENTINEL_ID,
  stamp: epoch,
  visibility: 'nobody',
})

export const secondsOf = (day: Day): number => Math.floor(Date.parse(`${day}T00:00:00.000Z`) / 1000)

export function toDocument(offer: IndexableOffer): SearchDocument {
  const { content } = offer
  const description = [
    content.description,
    content.whatYouWillDo,
    ...content.topics,
    content.alsoCalled ?? '',
  ]
    .join('\n')
    .trim()
  const words = {
    title: content.title,
    kind: content.kind,
    summary: content.summary,
    town: [content.town, content.placeOfWork].join(' ').trim(),
    organisation: offer.organisationName,
    description,
  }
  return {
    id: offer.id,
    version: offer.version,
    stamp: offer.stamp,
    kind: content.kind,
    title: content.title,
    summary: content.summary,
    description,
    organisation: offer.organisationName,
    organisation_id: offer.organisationId,
    outcomes: content.outcomes,
    district: content.district,
    town: content.town || null,
    remote: content.isRemote,
    paid: content.pay === 'wage',
    visibility: content.visibility,
    priority: content.priority,
    starts_at: content.startsOn === null ? null : secondsOf(content.startsOn),
    closes_at: secondsOf(offer.closesOn),
    published_at: Math.floor(Date.parse(offer.publishedAt) / 1000),
    ...(content.cellEast === null || content.cellNorth === null
      ? {}
      : { _geo: latLngOf({ east: content.cellEast, north: content.cellNorth }) }),
    roots: Object.fromEntries(ROOT_FIELDS.map((field) => [field, rootsOf(words[field])])) as Record<
      RootField,
      string
    >,
  }
}

/** Kent and everything within a day's journey of it; a point outside is a mistake, and some engines would take it. */
const REACH = { south: 49, north: 61, west: -9, east: 3 }

/**
 * What is wrong with a document before it is sent: an engine takes some faults without a word.
 * @returns names of the fields, empty when it may be sent
 */
export function faultsOf(document: SearchDocument): string[] {
  const { _geo: point } = document
  const isWhole = (value: number | null) => value === null || Number.isSafeInteger(value)
  const checks: Record<string, boolean> = {
    id: /^[\w-]{1,64}$/.test(document.id) && document.id !== SENTINEL_ID,
    stamp: document.stamp !== '',
    title: document.title !== '',
    version: isWhole(document.version),
    starts_at: isWhole(document.starts_at),
    closes_at: isWhole(document.closes_at),
    published_at: isWhole(document.published_at),
    _geo:
      !point ||
      (point.lat > REACH.south &&
        point.lat < REACH.north &&
        point.lng > REACH.west &&
        point.lng < REACH.east),
  }
  return Object.keys(checks).filter((field) => !checks[field])
}
