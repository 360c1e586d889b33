import type { Instant } from '../../src/domain/dates'
import { toUuid } from '../../src/domain/uuid'
import { paths } from '../../src/paths'
import type { OfferView } from '../../src/policy/views'
import { closesText, datesText, payText, whereText } from '../shared/offer-words'
import { HEADING, KIND } from '../words/labels'
import { element, textElement, type Xml, xmlDocument } from './xml'

export type AtomFeed = {
  baseUrl: string
  serviceName: string
  /** When it changed last if there is nothing in it. */
  emptySince: Instant
  /** Newest first. */
  offers: readonly OfferView[]
}

/** The newest offers as RFC 4287 has it. What an entry is about never changes its id. */
export function atomFeed({ baseUrl, serviceName, emptySince, offers }: AtomFeed): string {
  const url = `${baseUrl}${paths.feed}`
  return xmlDocument(
    element('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'en-GB' }, [
      textElement('id', url),
      textElement('title', `New offers on ${serviceName}`),
      textElement(
        'subtitle',
        'Work, training, mentoring, days out and help for young people leaving care in Kent',
      ),
      textElement('updated', offers[0]?.publishedAt ?? emptySince),
      element('author', {}, [textElement('name', serviceName)]),
      element('link', { rel: 'self', type: 'application/atom+xml', href: url }),
      element('link', { rel: 'alternate', type: 'text/html', href: `${baseUrl}${paths.browse}` }),
      ...offers.map((offer) => entry(baseUrl, offer)),
    ]),
  )
}

function entry(baseUrl: string, offer: OfferView): Xml {
  return element('entry', {}, [
    textElement('id', `urn:uuid:${toUuid(offer.id)}`),
    textElement('title', offer.title),
    textElement('updated', offer.publishedAt ?? ''),
    element('author', {}, [textElement('name', offer.organisationName)]),
    element('link', {
      rel: 'alternate',
      type: 'text/html',
      href: `${baseUrl}${paths.opportunity(offer.id)}`,
    }),
    element('category', { term: offer.kind, label: KIND[offer.kind] }),
    element('category', { term: offer.heading, label: HEADING[offer.heading] }),
    textElement('summary', summaryOf(offer)),
  ])
}

function summaryOf(offer: OfferView): string {
  const facts = [whereText(offer), payText(offer), datesText(offer), closesText(offer)].filter(Boolean)
  return `${offer.summary}\n\n${facts.join('. ')}.`
}
