import type { Child } from 'hono/jsx'
import type { OpportunityKind } from '../../src/domain/opportunity'
import { Tag } from '../govuk'
import { useFrame } from '../layout/frame'
import { ClockIcon, CoinIcon, FlagIcon, KindIcon, PinIcon } from './icons'

/** One offer as a list shows it. What is not known is null and left out. */
export type OfferCardView = {
  href: string
  kind: OpportunityKind
  kindText: string
  title: string
  /** What it differs in from others of the same name in the list. */
  apart?: string | undefined
  organisation: string
  where: string | null
  distance: string | null
  pay: string | null
  starts: string | null
  closes: string | null
  why: string | null
  /** What it says of what somebody looked for, in pieces. */
  found?: readonly { text: string; isFound: boolean }[] | undefined
  isForCareLeaversOnly: boolean
  status?: string
}

export type OfferCardProps = {
  offer: OfferCardView
  headingLevel?: 2 | 3 | undefined
  /** An action under the facts, such as "Remove from saved". */
  children?: Child
}

/** An offer in a list. Its title is the one link, and the whole card follows it. */
export function OfferCard({ offer, headingLevel = 2, children }: OfferCardProps) {
  const Heading = `h${headingLevel}` as const
  return (
    <article class="wm-card">
      <Top offer={offer} />
      <Heading class="wm-card__title">
        <a class="wm-card__link" href={offer.href}>
          {offer.title}
          {offer.apart ? <span class="wm-card__apart">, {offer.apart}</span> : null}
        </a>
      </Heading>
      <p class="wm-card__from">{offer.organisation}</p>
      {offer.found ? <Found pieces={offer.found} /> : null}
      <Facts offer={offer} />
      {offer.why ? (
        <p class="wm-card__why">
          <strong>Why this could suit you:</strong> {offer.why}
        </p>
      ) : null}
      {children ? <div class="wm-card__action">{children}</div> : null}
    </article>
  )
}

function Found({ pieces }: { pieces: NonNullable<OfferCardView['found']> }) {
  return (
    <p class="wm-card__found">{pieces.map(({ text, isFound }) => (isFound ? <mark>{text}</mark> : text))}</p>
  )
}

export type OfferCardsProps = { offers: readonly OfferCardView[]; headingLevel?: 2 | 3 | undefined }

/** A list of offers. */
export function OfferCards({ offers, headingLevel }: OfferCardsProps) {
  return (
    <ul class="wm-cards">
      {offers.map((offer) => (
        <li>
          <OfferCard offer={offer} headingLevel={headingLevel} />
        </li>
      ))}
    </ul>
  )
}

function Top({ offer }: { offer: OfferCardView }) {
  return (
    <p class="wm-card__top">
      <span class="wm-card__kind">
        <KindIcon kind={offer.kind} /> {offer.kindText}
      </span>
      {offer.isForCareLeaversOnly ? <Only /> : null}
      {offer.status ? <Tag colour="teal">{offer.status}</Tag> : null}
    </p>
  )
}

/** A young person's screen may be seen by others, so theirs does not say whom the offer is kept for. */
function Only() {
  const { audience } = useFrame()
  return (
    <span class="wm-card__only">
      {audience === 'care-leaver' ? 'Not open to everyone' : 'For care leavers only'}
    </span>
  )
}

function Facts({ offer }: { offer: OfferCardView }) {
  const place = [offer.where, offer.distance].filter(Boolean).join(', ')
  return (
    <ul class="wm-facts">
      {place ? <Fact icon={<PinIcon />}>{place}</Fact> : null}
      {offer.pay ? <Fact icon={<CoinIcon />}>{offer.pay}</Fact> : null}
      {offer.starts ? <Fact icon={<FlagIcon />}>{offer.starts}</Fact> : null}
      {offer.closes ? <Fact icon={<ClockIcon />}>{offer.closes}</Fact> : null}
    </ul>
  )
}

/** One fact with its picture; the words carry the meaning. */
function Fact({ icon, children }: { icon: Child; children: Child }) {
  return (
    <li class="wm-facts__item">
      {icon} <span>{children}</span>
    </li>
  )
}
