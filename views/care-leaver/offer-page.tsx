import type { MatchRecord } from '../../db/queries/matches'
import type { findLiveShare } from '../../db/queries/shares'
import type { Child } from 'hono/jsx'
import { canShareAgain, DECLINE_CODES, type Sharing } from '../../src/domain/match'
import { paths } from '../../src/paths'
import { Button, ButtonGroup, CharacterCount, Details, ErrorSummary, Radios, SummaryList } from '../govuk'
import { Form } from '../layout/form'
import { Page } from '../layout/page'
import { errorLinks, errorOf, type FieldErrors, valueOf, type Values } from '../shared/errors'
import { OfferDetail, Paragraphs } from '../shared/offer-detail'
import { offerOriginText } from '../shared/offer-words'
import { Story } from '../shared/story'
import { SUPPORT } from '../words/labels'
import { DECLINE } from '../words/states'
import { isolated } from '../words/names'
import { dayText, weekdayText } from '../words/times'
import { storyOfMatch } from './stories'

type LiveShare = NonNullable<Awaited<ReturnType<typeof findLiveShare>>>

export type OfferPageProps = { match: MatchRecord; reasons: readonly string[]; share: LiveShare | null }

export function OfferPage({ match, reasons, share }: OfferPageProps) {
  const isMyTurn = match.state === 'proposed'
  return (
    <Page title={match.title} back={{ href: paths.my.requests, text: 'My requests' }}>
      <h1 class="govuk-heading-l">{match.title}</h1>
      <p class="wm-secondary">From {offerOriginText(match)}</p>
      {isMyTurn ? <YourTurn match={match} /> : <Story steps={storyOfMatch(match)} />}
      {share ? <Shared match={match} share={share} /> : null}
      <NothingShared match={match} />
      <Why match={match} reasons={reasons} />
      {isMyTurn ? (
        <>
          <WhoSeesWhat match={match} />
          <h2 class="govuk-heading-m">What it is</h2>
          <OfferDetail offer={toOffer(match)} />
          <YesOrNo match={match} />
        </>
      ) : (
        <Details summary="About this offer">
          <OfferDetail offer={toOffer(match)} />
        </Details>
      )}
      <p>
        <a href={paths.my.history(match.id)}>Everything that has happened</a>
      </p>
    </Page>
  )
}

/** The offer as it was published, as far as this page shows it. */
function toOffer(match: MatchRecord) {
  return {
    ...match.content,
    id: match.opportunityId,
    organisationId: match.organisationId,
    organisationName: match.organisationName,
    state: 'published' as const,
    publishedAt: null,
    distanceKm: null,
    distanceFrom: null,
    placesLeft: 'many' as const,
  }
}

function YourTurn({ match }: { match: MatchRecord }) {
  return (
    <section class="wm-box wm-box--now">
      <p>
        <strong>It is your turn.</strong> A place is kept for you until {weekdayText(match.holdUntil ?? '')}.
        If you say no, or do not answer, you do not lose anything else.
      </p>
      {isPaused(match) ? (
        <p>
          <strong>This is paused for now.</strong> You can say yes when it opens again, or say no now. It is
          not about you. You can <a href={paths.help}>ask the 18+ team</a>.
        </p>
      ) : null}
      <YesOrNo match={match} />
    </section>
  )
}

/** After a yes, when nothing is shared any more: why, whose turn it is, and the way out. */
function NothingShared({ match }: { match: MatchRecord }) {
  const words = NOTHING_SHARED[match.sharing]
  if (!words) return null
  return (
    <section class="wm-box wm-box--now">
      <h2 class="govuk-heading-m">Nobody there can see anything about you now</h2>
      <p>{words(match)}</p>
      {canShareAgain(match) ? (
        <div class="wm-action">
          <Button href={paths.my.share(match.id)} isFullWidth>
            Choose what to share
          </Button>
        </div>
      ) : null}
      <Form action={paths.my.endShare(match.id)}>
        <Button variant="secondary" isFullWidth>
          Stop, and share nothing more
        </Button>
      </Form>
    </section>
  )
}

const NOTHING_SHARED: Record<Sharing, ((match: MatchRecord) => Child) | null> = {
  live: null,
  none: null,
  'ran-out': ({ ownerName, organisationName }) => (
    <>
      What you shared with <bdi>{ownerName}</bdi> at {organisationName} has come to its last day. It is your
      turn: you can share again, or stop.
    </>
  ),
  'new-champion': ({ ownerName, organisationName }) => (
    <>
      It is your turn. <bdi>{ownerName}</bdi> at {organisationName} looks after this now. They know nothing
      about you until you say so.
    </>
  ),
  'no-champion': () =>
    'The person who looked after this has left. The 18+ team is finding somebody. You are asked again when there is someone new.',
  'not-told': () =>
    'They are on your list of people and places not to be told. The 18+ team can talk it through with you.',
}

/** A yes waits until it is open again: the command refuses it until then. */
const isPaused = ({ opportunityState }: MatchRecord) => opportunityState === 'paused'

function YesOrNo({ match }: { match: MatchRecord }) {
  return (
    <div class="wm-action">
      <ButtonGroup>
        {isPaused(match) ? null : (
          <Button href={paths.my.share(match.id)} isFullWidth>
            Yes, choose what to share
          </Button>
        )}
        <Button href={paths.my.decline(match.id)} variant="secondary" isFullWidth>
          No, not for me
        </Button>
      </ButtonGroup>
    </div>
  )
}

function Why({ match, reasons }: { match: MatchRecord; reasons: readonly string[] }) {
  if (!match.wordsToPerson && reasons.length === 0) return null
  return (
    <section>
      <h2 class="govuk-heading-m">Why this is here</h2>
      {match.wordsToPerson ? (
        <div class="wm-preview">
          <p class="wm-preview__label">
            <bdi>{match.brokerName}</bdi>, 18+ team, wrote
          </p>
          <Paragraphs text={match.wordsToPerson} />
        </div>
      ) : null}
      {reasons.length > 0 ? (
        <ul class="govuk-list govuk-list--bullet">
          {reasons.map((reason) => (
            <li>{reason}</li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}

function WhoSeesWhat({ match }: { match: MatchRecord }) {
  return (
    <section>
      <h2 class="govuk-heading-m">Who would see what</h2>
      <p>
        Right now {match.organisationName} knows nothing about you. If you say yes,{' '}
        <bdi>{match.ownerName}</bdi> there sees only what you choose on the next pages. You read it first,
        exactly as they would. You can stop at any time.
      </p>
    </section>
  )
}

function Shared({ match, share }: { match: MatchRecord; share: LiveShare }) {
  return (
    <section>
      <h2 class="govuk-heading-m">What they can see</h2>
      <SummaryList
        rows={[
          { key: 'Who', value: `${isolated(share.receiverName)}, ${share.organisationName}` },
          { key: 'Name', value: <bdi>{share.nameUsed}</bdi> },
          ...(share.pronouns ? [{ key: 'Pronouns', value: <bdi>{share.pronouns}</bdi> }] : []),
          ...(share.words ? [{ key: 'What you wrote', value: <bdi>{share.words}</bdi> }] : []),
          ...(share.supports.length > 0
            ? [{ key: 'What would help', value: share.supports.map((one) => SUPPORT[one]).join(', ') }]
            : []),
          { key: 'Until', value: dayText(share.endsOn) },
        ]}
      />
      <p>
        <a href={paths.my.message(match.id)}>
          Messages with <bdi>{share.receiverName}</bdi>
        </a>
      </p>
      <Form action={paths.my.endShare(match.id)}>
        <Button variant="warning">Stop, and share nothing more</Button>
      </Form>
      <p class="wm-secondary">
        One press is enough. You do not have to say why. It ends this offer, and they can see nothing about
        you from then on.
      </p>
    </section>
  )
}

export function NoPage({
  match,
  values,
  errors,
}: {
  match: MatchRecord
  values: Values
  errors: FieldErrors
}) {
  return (
    <Page title="Say no to this one" hasErrors={errors.length > 0} back={{ href: paths.my.offer(match.id) }}>
      <ErrorSummary errors={errorLinks(errors)} />
      <h1 class="govuk-heading-l">Say no to this one</h1>
      <p>
        <strong>{match.title}</strong>, from {offerOriginText(match)}.
      </p>
      <p>Saying no is fine. It helps us to know why, so the next one fits better.</p>
      <Form action={paths.my.decline(match.id)}>
        <Radios
          name="code"
          legend="Why not?"
          value={valueOf(values, 'code')}
          error={errorOf(errors, 'code')}
          items={DECLINE_CODES.map((value) => ({ value, text: DECLINE[value] }))}
        />
        <CharacterCount
          name="words"
          label="Anything you want to add?"
          maxLength={500}
          rows={3}
          value={valueOf(values, 'words')}
          error={errorOf(errors, 'words')}
        />
        <div class="wm-action">
          <Button isFullWidth>Say no</Button>
        </div>
      </Form>
    </Page>
  )
}
