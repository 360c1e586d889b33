import type { Settings } from '../../db/queries/settings'
import { JOB_KINDS } from '../../src/domain/opportunity'
import { paths } from '../../src/paths'
import type { OfferView } from '../../src/policy/views'
import { Button, ButtonGroup, InsetText, Tag } from '../govuk'
import { Form } from '../layout/form'
import { useFrame } from '../layout/frame'
import { Page } from '../layout/page'
import { KindIcon } from '../shared/icons'
import { OfferDetail, WhatHappens } from '../shared/offer-detail'
import { KIND } from '../words/labels'
import { JobPosting } from './job-posting'

/** How an offer fits the young person who reads it, in their words. */
export type Fit = { why: string | null; needs: readonly { sentence: string }[] }

export type OpportunityPageProps = {
  offer: OfferView
  isOpen: boolean
  fit: Fit | null
  /** What a signed-in young person has done about it; null for everybody else. */
  mine: { isSaved: boolean; interestId: string | null } | null
  settings: Settings
  baseUrl: string
}

export function OpportunityPage(props: OpportunityPageProps) {
  const { offer, isOpen, fit } = props
  const isPublicJob = isOpen && offer.visibility === 'public' && JOB_KINDS.includes(offer.kind)
  return (
    <Page title={offer.title} back={{ href: paths.browse, text: 'All offers' }} isUnlisted={!isOpen}>
      {isPublicJob ? <JobPosting offer={offer} baseUrl={props.baseUrl} /> : null}
      <p class="wm-card__kind">
        <KindIcon kind={offer.kind} /> {KIND[offer.kind]}
      </p>
      <h1 class="govuk-heading-l">{offer.title}</h1>
      <p class="wm-secondary">From {offer.organisationName}</p>
      {isOpen ? <PlacesLeft offer={offer} /> : <Closed />}
      {isOpen ? <Action {...props} /> : null}
      <OfferDetail
        offer={offer}
        fit={fit ? <FitBox fit={fit} /> : undefined}
        calendarHref={isOpen && offer.startsOn ? paths.calendar(offer.id) : undefined}
      >
        <WhatHappens organisationName={offer.organisationName} />
        {isOpen ? <Action {...props} /> : null}
      </OfferDetail>
    </Page>
  )
}

function Closed() {
  return (
    <InsetText>
      <strong>This has closed.</strong> <a href={paths.browse}>Look at what is open now</a>.
    </InsetText>
  )
}

function PlacesLeft({ offer }: { offer: OfferView }) {
  if (offer.placesLeft === 'many') return null
  return (
    <p>
      <Tag colour="yellow">{offer.placesLeft === 'last' ? 'One place left' : 'A few places left'}</Tag>
    </p>
  )
}

function FitBox({ fit }: { fit: Fit }) {
  if (!fit.why && fit.needs.length === 0) return null
  return (
    <div class="wm-box">
      {fit.why ? (
        <>
          <h2 class="govuk-heading-s">Why this could suit you</h2>
          <p>{fit.why}</p>
        </>
      ) : null}
      {fit.needs.length > 0 ? (
        <>
          <h2 class="govuk-heading-s">What you would need</h2>
          <ul class="govuk-list govuk-list--bullet">
            {fit.needs.map(({ sentence }) => (
              <li>{sentence}</li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  )
}

/** The one thing to do here; said again at the end of the page. */
function Action({ offer, mine }: OpportunityPageProps) {
  const { person, signInHref } = useFrame()
  if (!person) {
    return (
      <div class="wm-action">
        <Button href={`${signInHref}?next=${encodeURIComponent(paths.opportunity(offer.id))}`}>
          Sign in to say you’re interested
        </Button>
      </div>
    )
  }
  if (!mine) return null
  return (
    <div class="wm-action">
      {mine.interestId ? (
        <InsetText>
          You said you are interested. <a href={paths.my.requests}>See where it is</a>.
        </InsetText>
      ) : null}
      <ButtonGroup>
        {mine.interestId ? null : (
          <Form action={paths.my.interested(offer.id)}>
            <Button isFullWidth>I’m interested</Button>
          </Form>
        )}
        <Form action={mine.isSaved ? paths.my.unsave(offer.id) : paths.my.save(offer.id)}>
          <Button variant="secondary" isFullWidth>
            {mine.isSaved ? 'Take off my list' : 'Save for later'}
          </Button>
        </Form>
      </ButtonGroup>
    </div>
  )
}
