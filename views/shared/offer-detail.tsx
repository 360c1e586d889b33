import type { Child } from 'hono/jsx'
import type { OfferView } from '../../src/policy/views'
import { SummaryList } from '../govuk'
import { districtName, KIND, SUPPORT, WEEK_TIME } from '../words/labels'
import { dayText } from '../words/times'
import { closesText, datesText, distanceText, forWhomText, payText, whereText } from './offer-words'

type OfferDetailProps = {
  offer: OfferView
  fit?: Child
  /** Where the day can be had as a file for a calendar. */
  calendarHref?: string | undefined
  children?: Child
}

/** Everything needed to decide, in the order people ask it. Used for the offer, its preview and its review. */
export function OfferDetail({ offer, fit, calendarHref, children }: OfferDetailProps) {
  return (
    <>
      <p class="wm-lead">{offer.summary}</p>
      {fit}
      <h2 class="govuk-heading-m">What you will do</h2>
      <Paragraphs text={offer.whatYouWillDo} />
      <Paragraphs text={offer.description} />
      <h2 class="govuk-heading-m">Is it for me?</h2>
      <ForWhom offer={offer} />
      <h2 class="govuk-heading-m">When, where and how to get there</h2>
      <SummaryList rows={whenAndWhere(offer)} />
      {calendarHref ? (
        <p>
          <a href={calendarHref}>Add to your calendar</a>
        </p>
      ) : null}
      <h2 class="govuk-heading-m">What you get</h2>
      <p>{payText(offer)}</p>
      {offer.priority !== 'none' && <p>{priorityText(offer)}</p>}
      <h2 class="govuk-heading-m">Who helps you</h2>
      <Supports offer={offer} />
      {children}
    </>
  )
}

/** What saying "I'm interested" leads to, and who learns of it: the end of an offer's page and of its preview. */
export function WhatHappens({ organisationName }: { organisationName: string }) {
  return (
    <>
      <h2 class="govuk-heading-m">What happens if I say I’m interested?</h2>
      <p>
        The 18+ team gets your message and answers within 5 working days. They talk it through with you. If it
        fits, they hold a place while you think about it.
      </p>
      <h2 class="govuk-heading-m">Who would see what?</h2>
      <p>
        Saying you are interested tells only the 18+ team. {organisationName} sees nothing about you, not even
        that someone asked. If you say yes later, you choose what they see.
      </p>
    </>
  )
}

export function Paragraphs({ text }: { text: string }) {
  return (
    <>
      {text
        .split(/\n+/)
        .filter((part) => part.trim() !== '')
        .map((part) => (
          <p dir="auto">{part}</p>
        ))}
    </>
  )
}

function ForWhom({ offer }: { offer: OfferView }) {
  const checks = [
    ...(offer.needsRightToWork
      ? ['You need to be allowed to do this work in the UK. We help you check.']
      : []),
    ...(offer.dbsLevel === 'none'
      ? []
      : ['You need a background check. We help you get it, and it costs you nothing.']),
  ]
  return (
    <>
      <p>{forWhomText(offer)}</p>
      {offer.criteria.length === 0 ? <p>You do not need any experience or qualifications.</p> : null}
      {offer.criteria.length > 0 ? (
        <>
          <p>You need:</p>
          <ul class="govuk-list govuk-list--bullet">
            {offer.criteria.map((criterion) => (
              <li>{criterion}</li>
            ))}
          </ul>
        </>
      ) : null}
      {checks.map((check) => (
        <p>{check}</p>
      ))}
    </>
  )
}

function whenAndWhere(offer: OfferView) {
  const place = [offer.placeOfWork, districtOf(offer)].filter(Boolean).join(', ')
  const rows: { key: string; value: string | null }[] = [
    { key: 'Dates', value: datesText(offer) },
    {
      key: 'Times',
      value: [offer.hours, offer.weekTimes.map((time) => WEEK_TIME[time]).join('; ')]
        .filter(Boolean)
        .join('. '),
    },
    {
      key: 'Where',
      value: offer.isRemote ? whereText(offer) : [place, distanceText(offer)].filter(Boolean).join(', '),
    },
    { key: 'Getting there', value: offer.travelHelp },
    { key: 'Closing', value: closesText(offer) },
    { key: 'Kind of offer', value: KIND[offer.kind] },
  ]
  return rows.flatMap(({ key, value }) => (value ? [{ key, value }] : []))
}

const districtOf = ({ district, placeOfWork }: OfferView) =>
  district && !placeOfWork.includes(districtName(district)) ? districtName(district) : ''

function priorityText({ priority, priorityUntil }: OfferView): string {
  if (priority === 'reserved') return 'These places are kept for you and others with experience of care.'
  if (priority === 'guaranteed-interview') return 'If you meet what is needed above, you get an interview.'
  return priorityUntil ? `You come first until ${dayText(priorityUntil)}.` : 'You come first.'
}

function Supports({ offer }: { offer: OfferView }) {
  if (offer.supports.length === 0) return <p>Tell us what would help you, and we will ask for it.</p>
  return (
    <ul class="govuk-list govuk-list--bullet">
      {offer.supports.map((support) => (
        <li>{SUPPORT[support]}</li>
      ))}
    </ul>
  )
}
