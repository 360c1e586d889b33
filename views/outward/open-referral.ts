import { dayOf } from '../../src/domain/dates'
import { LOCAL_OFFER_HEADINGS, type LocalOfferHeading } from '../../src/domain/taxonomy'
import { toUuid, uuidOf } from '../../src/domain/uuid'
import { paths } from '../../src/paths'
import type { OfferView } from '../../src/policy/views'
import { datesText, forWhomText, payText, whereText } from '../shared/offer-words'
import { HEADING } from '../words/labels'

// Services as Open Referral UK 3.0 has them: the UK profile of the Human Services Data Specification 3.0
// (github.com/OpenReferralUK/uk-profile, schema/service.json and schema/openapi.json; the validator's profile
// HSDS-UK-3.0). Required of a service are id, name, status and url; of an organisation id, name and description; of a
// taxonomy and of its terms id, name and description. Names are the standard's.

const TAXONOMY = 'Local Offer for care leavers'
const LAW = 'Children and Social Work Act 2017, section 2'
const LAW_URL = 'https://www.legislation.gov.uk/ukpga/2017/16/section/2'

/** What the base of the interface answers: which standard, which profile, where it is described. */
export const aboutOpenReferral = (baseUrl: string) => ({
  version: 'HSDS-UK-3.0',
  profile: 'https://github.com/OpenReferralUK/uk-profile',
  openapi_url: `${baseUrl}${paths.api.openApi}`,
})

const taxonomyId = () => uuidOf('local-offer')

/** A heading as a term; its id is the same in every installation. */
async function termOf(heading: LocalOfferHeading) {
  return {
    id: await uuidOf(`local-offer/${heading}`),
    name: HEADING[heading],
    description: `${HEADING[heading]}: a heading of the ${TAXONOMY} (${LAW})`,
    code: heading,
    term: HEADING[heading],
    term_uri: LAW_URL,
    taxonomy: TAXONOMY,
    taxonomy_id: await taxonomyId(),
  }
}

export const listTerms = () => Promise.all(LOCAL_OFFER_HEADINGS.map(termOf))

/** The one taxonomy there is. */
export const theTaxonomy = async () => ({
  id: await taxonomyId(),
  name: TAXONOMY,
  description: `The six headings under which a council publishes its offer to care leavers: ${LAW}`,
  uri: LAW_URL,
  version: '2017',
})

/** A page of things: the envelope of every list of the standard. `size` is how many stand on this page. */
export function envelope<Item>(contents: readonly Item[], total: number, page: number, perPage: number) {
  const pages = Math.ceil(total / perPage)
  return {
    total_items: total,
    total_pages: pages,
    page_number: page,
    size: contents.length,
    first_page: page === 1,
    last_page: page >= pages,
    empty: contents.length === 0,
    contents,
  }
}

/** An offer as a service in a list: what there is one of, and its heading. */
export async function serviceLine(offer: OfferView, baseUrl: string) {
  return {
    id: toUuid(offer.id),
    name: offer.title,
    description: descriptionOf(offer),
    url: `${baseUrl}${paths.opportunity(offer.id)}`,
    status: 'active',
    minimum_age: offer.minAge,
    maximum_age: offer.maxAge,
    eligibility_description: forWhomText(offer),
    application_process:
      'Ask the 18+ team, or sign in and say “I’m interested”. Nobody applies to the organisation.',
    ...(offer.pay === 'free-to-you' ? { fees_description: payText(offer) } : {}),
    assured_date: offer.publishedAt && dayOf(new Date(offer.publishedAt)),
    last_modified: offer.publishedAt,
    organization: {
      id: await uuidOf(`organisation/${offer.organisationId}`),
      name: offer.organisationName,
      description: `Offers from ${offer.organisationName} to young people leaving care in Kent`,
    },
    attributes: [await attributeOf(offer)],
  }
}

/** An offer as a service with all that belongs to it. */
export async function serviceWhole(offer: OfferView, baseUrl: string) {
  return {
    ...(await serviceLine(offer, baseUrl)),
    schedules: await schedulesOf(offer, baseUrl),
    service_areas: [{ id: await uuidOf(`area/${offer.id}`), name: 'Kent' }],
    service_at_locations: [
      {
        id: await uuidOf(`at/${offer.id}`),
        location: {
          id: await uuidOf(`location/${offer.id}`),
          location_type: offer.isRemote ? 'virtual' : 'physical',
          name: whereText(offer) ?? 'Kent',
          description: offer.placeOfWork,
        },
      },
    ],
  }
}

const descriptionOf = (offer: OfferView) =>
  [offer.summary, offer.whatYouWillDo, offer.description, payText(offer)].filter(Boolean).join('\n\n')

async function attributeOf(offer: OfferView) {
  const term = await termOf(offer.heading)
  return {
    id: await uuidOf(`attribute/${offer.id}`),
    link_type: 'local_offer_heading',
    taxonomy_term_id: term.id,
    taxonomy_term: term,
  }
}

async function schedulesOf(offer: OfferView, baseUrl: string) {
  if (!offer.startsOn) return []
  return [
    {
      id: await uuidOf(`schedule/${offer.id}`),
      valid_from: offer.startsOn,
      ...(offer.endsOn ? { valid_to: offer.endsOn } : {}),
      dtstart: offer.startsOn,
      description: [datesText(offer), offer.hours].filter(Boolean).join('. '),
      schedule_link: `${baseUrl}${paths.opportunity(offer.id)}`,
      // Required by the profile's schedule.json, and in none of its examples.
      url: `${baseUrl}${paths.opportunity(offer.id)}`,
    },
  ]
}
