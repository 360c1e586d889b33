import type { OpportunityId } from '../../src/domain/ids'
import type { OfferView } from '../../src/policy/views'
import type { OfferCardView } from './offer-card'
import { closesText, inTheMiddle, payText, startsText, toCard, whereText } from './offer-words'

/** What two offers of one name may differ in, the plainest first. */
const FACTS: readonly ((offer: OfferView) => string | null)[] = [whereText, startsText, payText, closesText]

const nameOf = ({ title, organisationName }: OfferView) => `${title} ${organisationName}`.toLowerCase()

/**
 * Offers of one list that have the same title and come from the same organisation, each with what it differs in from the
 * others: where it is, when it starts, and so on, as few as do. Alike in all of them, they have nothing.
 */
export function tellApart(offers: readonly OfferView[]): ReadonlyMap<OpportunityId, string> {
  const namesakes = new Map<string, OfferView[]>()
  for (const offer of offers) namesakes.set(nameOf(offer), [...(namesakes.get(nameOf(offer)) ?? []), offer])
  const apart = new Map<OpportunityId, string>()
  for (const group of namesakes.values())
    for (const [id, words] of group.length > 1 ? differences(group) : []) apart.set(id, words)
  return apart
}

function differences(group: readonly OfferView[]): ReadonlyMap<OpportunityId, string> {
  const told = FACTS.map((fact) => group.map((offer) => fact(offer) ?? '')).filter(
    (texts) => count(texts) > 1,
  )
  const one = told.find((texts) => count(texts) === group.length)
  const chosen = one ? [one] : asManyAsTell(told, group.length)
  return new Map(
    group.flatMap(({ id }, index) => {
      const words = chosen.flatMap((texts) => texts[index] || [])
      return words.length > 0 ? [[id, inTheMiddle(words.join(', '))] as const] : []
    }),
  )
}

/** One fact after the other until no two are alike. */
function asManyAsTell(told: readonly (readonly string[])[], size: number): readonly (readonly string[])[] {
  const enough = told.findIndex(
    (_texts, last) =>
      count(told[0]?.map((_, index) => wordsOf(told.slice(0, last + 1), index)) ?? []) === size,
  )
  return enough === -1 ? told : told.slice(0, enough + 1)
}

const wordsOf = (told: readonly (readonly string[])[], index: number) =>
  told.map((texts) => texts[index]).join('\n')

const count = (texts: readonly string[]) => new Set(texts).size

/** What each offer of a list is called: its title, with what it differs in from others of that name. */
export function namesApart(offers: readonly OfferView[]): ReadonlyMap<OpportunityId, string> {
  const apart = tellApart(offers)
  return new Map(offers.map(({ id, title }) => [id, [title, apart.get(id)].filter(Boolean).join(', ')]))
}

/** The cards of a list, told apart. */
export function toCards(list: readonly { offer: OfferView; why: string | null }[]): OfferCardView[] {
  const apart = tellApart(list.map(({ offer }) => offer))
  return list.map(({ offer, why }) => toCard(offer, why, apart.get(offer.id)))
}
