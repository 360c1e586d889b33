import type { Settings } from '../../db/queries/settings'
import type { Day } from '../../src/domain/dates'
import type { LocalOfferHeading } from '../../src/domain/taxonomy'
import { paths } from '../../src/paths'
import type { OfferView } from '../../src/policy/views'
import { SummaryList } from '../govuk'
import { useFrame } from '../layout/frame'
import { Page } from '../layout/page'
import { datesText, payText, whereText } from '../shared/offer-words'
import { HEADING, KIND } from '../words/labels'
import { countText, dayText } from '../words/times'

/** What there is under one heading; not all of it where that is more than paper should hold. */
export type LocalOfferSection = { heading: LocalOfferHeading; total: number; offers: readonly OfferView[] }

export type LocalOfferPageProps = {
  sections: readonly LocalOfferSection[]
  settings: Settings
  today: Day
  baseUrl: string
}

/**
 * The part of the council's Local Offer that stands in this service, on screen and on paper (Children and Social Work
 * Act 2017, section 2).
 */
export function LocalOfferPage(props: LocalOfferPageProps) {
  const { sections, today } = props
  return (
    <Page title="The Local Offer">
      <h1 class="govuk-heading-l">The Local Offer</h1>
      <p class="wm-lead">
        What people and organisations across Kent offer to young people leaving care, as it was on{' '}
        {dayText(today)}.
      </p>
      <HowToAsk {...props} />
      <nav aria-labelledby="contents">
        <h2 class="govuk-heading-m" id="contents">
          Contents
        </h2>
        <ol class="govuk-list govuk-list--number govuk-list--spaced">
          {sections.map(({ heading, total }) => (
            <li>
              <a href={`#${heading}`}>{HEADING[heading]}</a>: {countText(total, 'offer', 'offers')}
            </li>
          ))}
        </ol>
      </nav>
      {sections.map((section) => (
        <Section {...section} />
      ))}
    </Page>
  )
}

function HowToAsk({ settings, baseUrl }: LocalOfferPageProps) {
  const { serviceName } = useFrame()
  const rows = [
    { key: 'Online', value: `${serviceName}: ${baseUrl}${paths.browse}` },
    { key: 'Phone', value: settings['team-phone'] },
    { key: 'Email', value: settings['team-email'] },
    { key: 'Open', value: settings['team-hours'] },
  ].filter(({ value }) => value !== '')
  return (
    <section class="wm-box" aria-labelledby="how-to-ask">
      <h2 class="govuk-heading-m" id="how-to-ask">
        How to ask
      </h2>
      <p>
        Sign in and say “I’m interested”, or ask your adviser or the 18+ team. You do not need an adviser to
        ask. Nobody who makes an offer learns that you asked.
      </p>
      <p>Not sure whether the law calls you a care leaver? Ask: the team will tell you.</p>
      <SummaryList rows={rows} />
    </section>
  )
}

function Section({ heading, total, offers }: LocalOfferSection) {
  return (
    <section class="wm-local-offer" aria-labelledby={heading}>
      <h2 class="govuk-heading-l" id={heading}>
        {HEADING[heading]}
      </h2>
      {offers.length === 0 ? (
        <p>
          There is nothing under this heading today. <a href={paths.help}>Ask the 18+ team</a> what they know
          of.
        </p>
      ) : null}
      {offers.length > 0 ? (
        <ul class="wm-local-offer__list">
          {offers.map((offer) => (
            <Entry offer={offer} />
          ))}
        </ul>
      ) : null}
      {total > offers.length ? (
        <p>
          These are the {offers.length} that close first, of {total}.{' '}
          <a href={paths.browse}>See all offers</a>.
        </p>
      ) : null}
    </section>
  )
}

/** One offer in few lines: what, from whom, for whom, when and where, what it gives, how and how long to ask. */
function Entry({ offer }: { offer: OfferView }) {
  const from = [`${KIND[offer.kind]} from ${offer.organisationName}`, whereText(offer), payText(offer)]
  return (
    <li class="wm-entry">
      <h3 class="wm-entry__title">
        <a href={paths.opportunity(offer.id)}>{offer.title}</a>
      </h3>
      <p>{from.filter(Boolean).join(' · ')}</p>
      <p>{offer.summary}</p>
      <p>
        For people aged {offer.minAge} to {offer.maxAge} {WHOM_SHORT[offer.definition]}.
        {offer.startsOn ? ` ${datesText(offer)}.` : ''}
        {offer.closesOn ? ` Ask the 18+ team by ${dayText(offer.closesOn)}.` : ''}
      </p>
    </li>
  )
}

/** In a list the long form would be said a hundred times; what it comes to stands once, at the top. */
const WHOM_SHORT: Record<OfferView['definition'], string> = {
  'any-care-experience': 'with experience of care',
  'statutory-care-leaver': 'who are care leavers by law',
  'former-relevant': 'who are former relevant care leavers',
}
