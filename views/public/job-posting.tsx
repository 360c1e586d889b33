import { dayOf, endOfDay } from '../../src/domain/dates'
import { DISTRICTS } from '../../src/domain/taxonomy'
import { paths } from '../../src/paths'
import type { OfferView } from '../../src/policy/views'
import { JsonLd } from '../shared/json-ld'

/** https://schema.org/JobPosting, for public offers that are work. */
export function JobPosting({ offer, baseUrl }: { offer: OfferView; baseUrl: string }) {
  return <JsonLd data={jobPosting(offer, baseUrl)} />
}

/**
 * What Google asks of a job (developers.google.com/search/docs/appearance/structured-data/job-posting): title,
 * description, datePosted, hiringOrganization and a place, or where applicants may be when it is remote; validThrough,
 * employmentType and baseSalary where they are known. No identifier: an offer carries no vacancy number.
 */
export function jobPosting(offer: OfferView, baseUrl: string): Record<string, unknown> {
  return {
    '@context': 'https://schema.org',
    '@type': 'JobPosting',
    title: offer.title,
    description: htmlOf([offer.summary, offer.description, offer.whatYouWillDo]),
    ...(offer.publishedAt ? { datePosted: dayOf(new Date(offer.publishedAt)) } : {}),
    ...(offer.closesOn ? { validThrough: endOfDay(offer.closesOn) } : {}),
    ...(offer.startsOn ? { jobStartDate: offer.startsOn } : {}),
    employmentType: employmentTypeOf(offer.hours),
    hiringOrganization: { '@type': 'Organization', name: offer.organisationName },
    url: `${baseUrl}${paths.opportunity(offer.id)}`,
    directApply: false,
    ...salaryOf(offer),
    ...placeOf(offer),
  }
}

/** A description is read as HTML, so what somebody typed is escaped first. */
function htmlOf(texts: readonly string[]): string {
  const parts = texts.flatMap((text) => text.split(/\n+/)).filter((part) => part.trim() !== '')
  return parts.map((part) => `<p>${escapeHtml(part)}</p>`).join('')
}

const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Full time is 35 hours a week or more, as the Office for National Statistics counts it in earnings. */
const FULL_TIME_HOURS = 35

function employmentTypeOf(hours: string): 'FULL_TIME' | 'PART_TIME' | 'OTHER' {
  const [, most] = /^(?:\d+(?:\.\d+)? to )?(\d+(?:\.\d+)?) hours a week/.exec(hours) ?? []
  if (most === undefined) return 'OTHER'
  return Number(most) >= FULL_TIME_HOURS ? 'FULL_TIME' : 'PART_TIME'
}

const UNITS = { hour: 'HOUR', day: 'DAY', week: 'WEEK', month: 'MONTH', year: 'YEAR' } as const

/** Known only where the words about pay begin with one amount, such as "£12.71 an hour", and name no second one. */
function salaryOf({ pay, payText }: OfferView): Record<string, unknown> {
  const [, amount, unit] = /^£([\d,]+(?:\.\d\d)?) an? (hour|day|week|month|year)\b[^£]*$/.exec(payText) ?? []
  if (pay !== 'wage' || !amount || !unit) return {}
  const value = Number(amount.replaceAll(',', ''))
  return {
    baseSalary: {
      '@type': 'MonetaryAmount',
      currency: 'GBP',
      value: { '@type': 'QuantitativeValue', value, unitText: UNITS[unit as keyof typeof UNITS] },
    },
  }
}

function placeOf({ isRemote, town, district }: OfferView): Record<string, unknown> {
  if (isRemote)
    return {
      jobLocationType: 'TELECOMMUTE',
      applicantLocationRequirements: { '@type': 'Country', name: 'United Kingdom' },
    }
  return {
    jobLocation: {
      '@type': 'Place',
      address: {
        '@type': 'PostalAddress',
        addressLocality: town || (district ? DISTRICTS[district] : 'Kent'),
        addressRegion: 'Kent',
        addressCountry: 'GB',
      },
    },
  }
}
