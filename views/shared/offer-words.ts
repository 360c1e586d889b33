import type { PlaceAndStart } from '../../src/domain/opportunity'
import type { OfferView } from '../../src/policy/views'
import { paths } from '../../src/paths'
import { districtName, KIND, PAY } from '../words/labels'
import { dayText } from '../words/times'
import type { OfferCardView } from './offer-card'

/** Town or district, or that it is online. */
export function whereText({ isRemote, town, district }: Omit<PlaceAndStart, 'startsOn'>): string | null {
  if (isRemote) return 'Online or from home'
  return town || (district ? districtName(district) : null)
}

/** Whole kilometres as miles, as people here say it; squares are 1 km, so nothing finer is known. */
export function distanceText({ distanceKm: km, distanceFrom }: OfferView): string | null {
  if (km === null) return null
  const miles = Math.round(km * 0.621)
  const from = distanceFrom === null ? 'away' : `from the middle of ${districtName(distanceFrom)}`
  return miles < 1 ? `less than a mile ${from}` : `about ${miles} ${miles === 1 ? 'mile' : 'miles'} ${from}`
}

/** Employers and funders mean different people by “care leaver”: each offer says whom it means, in plain words. */
const WHOM: Record<OfferView['definition'], string> = {
  'any-care-experience': 'with experience of care.',
  'statutory-care-leaver':
    'who are care leavers as the law defines it. Not sure if that is you? Ask the 18+ team.',
  'former-relevant':
    'who the law calls “former relevant” care leavers: most people with a right to an adviser. Not sure if that is you? Ask the 18+ team.',
}

export function forWhomText({ minAge, maxAge, definition }: OfferView): string {
  return `For people aged ${minAge} to ${maxAge} ${WHOM[definition]}`
}

/** "3 December 2026 to 4 December 2026", or when it starts. */
export function datesText(offer: OfferView): string | null {
  const { startsOn, endsOn } = offer
  return endsOn && startsOn && endsOn !== startsOn
    ? `${dayText(startsOn)} to ${dayText(endsOn)}`
    : startsText(offer)
}

/** Pay in the champion's own plain words; the kind of pay where they wrote none. */
export const payText = ({ pay, payText: words }: OfferView): string => words || PAY[pay]

export function startsText({ startsOn }: Pick<PlaceAndStart, 'startsOn'>): string | null {
  return startsOn ? `Starts ${dayText(startsOn)}` : null
}

/** In a sentence or behind a title, “Starts 3 May” goes on as “starts 3 May”; a town keeps its capital. */
export const inTheMiddle = (words: string): string =>
  words.replace(/\b(?:Starts|Closes|Online)\b/g, (word) => word.toLowerCase())

const placeAndStart = (offer: PlaceAndStart): string =>
  inTheMiddle([whereText(offer), startsText(offer)].filter(Boolean).join(', '))

/** "Ashford, starts 3 May 2027", by itself; empty without either. */
export function placeAndStartText(offer: PlaceAndStart): string {
  const words = placeAndStart(offer)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** "Ranger week (Ashford, starts 3 May 2027)": an offer of a list or a sentence, beside others of its name. */
export function titleWithPlace(offer: PlaceAndStart & { title: string }): string {
  const words = placeAndStart(offer)
  return words ? `${offer.title} (${words})` : offer.title
}

/** "Kent Highways: Ashford, starts 3 May 2027": what tells offers of one name apart beside their titles. */
export function offerOriginText(offer: PlaceAndStart & { organisationName: string }): string {
  return [offer.organisationName, placeAndStart(offer)].filter(Boolean).join(': ')
}

export function closesText({ closesOn }: OfferView): string | null {
  return closesOn ? `Closes ${dayText(closesOn)}` : null
}

/**
 * An offer as a card of a list.
 * @param apart what it differs in from others of its name in the list
 */
export function toCard(offer: OfferView, why: string | null, apart?: string): OfferCardView {
  return {
    href: paths.opportunity(offer.id),
    kind: offer.kind,
    kindText: KIND[offer.kind],
    title: offer.title,
    apart,
    organisation: offer.organisationName,
    where: whereText(offer),
    distance: distanceText(offer),
    pay: payText(offer),
    starts: startsText(offer),
    closes: closesText(offer),
    why,
    isForCareLeaversOnly: offer.visibility === 'care-leavers-only',
  }
}
