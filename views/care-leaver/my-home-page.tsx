import type { MatchRecord } from '../../db/queries/matches'
import type { Consideration } from '../../src/domain/care-leaver'
import { canShareAgain } from '../../src/domain/match'
import { paths } from '../../src/paths'
import type { OfferView } from '../../src/policy/views'
import { Button } from '../govuk'
import { Page } from '../layout/page'
import { OfferCards } from '../shared/offer-card'
import { toCard } from '../shared/offer-words'
import { countText, weekdayText } from '../words/times'

export type Suggestion = { offer: OfferView; why: string | null }

export type MyHomePageProps = {
  name: string
  consideration: Consideration
  /** How many of the questions about them are answered. */
  answered: number
  proposals: readonly MatchRecord[]
  underWay: readonly MatchRecord[]
  /** Requests the team has not answered. */
  waiting: number
  suggestions: readonly Suggestion[]
}

export function MyHomePage(props: MyHomePageProps) {
  const { name, consideration, answered, proposals, underWay, suggestions } = props
  return (
    <Page title="Home">
      <h1 class="govuk-heading-l">Hello {name}</h1>
      <Proposals proposals={proposals} />
      <AskedAgain matches={underWay.filter(canShareAgain)} />
      {consideration === 'not-asked' ? <FirstVisit /> : null}
      <UnderWay matches={underWay} waiting={props.waiting} />
      {consideration !== 'not-asked' && answered < 3 ? <TellUsMore answered={answered} /> : null}
      <Suggestions suggestions={suggestions} consideration={consideration} />
      <h2 class="govuk-heading-m">Look around</h2>
      <ul class="govuk-list govuk-list--spaced">
        <li>
          <a href={paths.browse}>Find an offer</a>
        </li>
        <li>
          <a href={paths.my.saved}>Offers I saved</a>
        </li>
        <li>
          <a href={paths.my.searches}>My searches</a>
        </li>
        <li>
          <a href={paths.my.talk}>Someone to talk to</a>
        </li>
        <li>
          <a href={paths.my.notTold}>People and places I do not want told</a>
        </li>
      </ul>
    </Page>
  )
}

function Proposals({ proposals }: { proposals: readonly MatchRecord[] }) {
  return (
    <>
      {proposals.map((match) => (
        <section class="wm-box wm-box--now">
          <h2 class="govuk-heading-m">There is an offer for you</h2>
          <p>
            <a href={paths.my.offer(match.id)}>
              <strong>{match.title}</strong>
            </a>
            , from {match.organisationName}. A place is kept for you until{' '}
            {weekdayText(match.holdUntil ?? '')}.
          </p>
          <div class="wm-action">
            <Button href={paths.my.offer(match.id)}>Look at it</Button>
          </div>
        </section>
      ))}
    </>
  )
}

/** A yes that waits for another: somebody new looks after it, or what was shared has come to its last day. */
function AskedAgain({ matches }: { matches: readonly MatchRecord[] }) {
  return (
    <>
      {matches.map((match) => (
        <section class="wm-box wm-box--now">
          <h2 class="govuk-heading-m">You are asked again</h2>
          <p>
            <a href={paths.my.offer(match.id)}>
              <strong>{match.title}</strong>
            </a>
            , from {match.organisationName}. Nobody there can see anything about you now.
          </p>
          <div class="wm-action">
            <Button href={paths.my.offer(match.id)}>Look at it</Button>
          </div>
        </section>
      ))}
    </>
  )
}

function FirstVisit() {
  return (
    <section class="wm-box wm-box--now">
      <h2 class="govuk-heading-m">Start here</h2>
      <p>
        It takes about two minutes to see what this is, what happens with your information, and to say if we
        may suggest you for offers.
      </p>
      <div class="wm-action">
        <Button href={paths.my.welcome}>Start</Button>
      </div>
    </section>
  )
}

function UnderWay({ matches, waiting }: { matches: readonly MatchRecord[]; waiting: number }) {
  if (matches.length === 0 && waiting === 0) return null
  return (
    <section>
      <h2 class="govuk-heading-m">What is going on</h2>
      <ul class="govuk-list govuk-list--spaced">
        {matches.map((match) => (
          <li>
            <a href={paths.my.offer(match.id)}>{match.title}</a>:{' '}
            {match.state === 'started' ? 'you have started' : 'you said yes'}
          </li>
        ))}
        {waiting > 0 ? (
          <li>
            <a href={paths.my.requests}>{countText(waiting, 'request', 'requests')}</a> waiting for the 18+
            team
          </li>
        ) : null}
      </ul>
    </section>
  )
}

function TellUsMore({ answered }: { answered: number }) {
  return (
    <section class="wm-box">
      <h2 class="govuk-heading-s">{answered === 0 ? 'Tell us what you like' : 'Tell us a bit more'}</h2>
      <p>
        The more we know, the better the offers fit. You choose what to answer.{' '}
        <a href={paths.my.answers}>Answer a question</a>
      </p>
    </section>
  )
}

function Suggestions({ suggestions, consideration }: Pick<MyHomePageProps, 'suggestions' | 'consideration'>) {
  if (consideration !== 'yes') return null
  return (
    <section>
      <h2 class="govuk-heading-m">These could suit you</h2>
      {suggestions.length === 0 ? (
        <p>
          Nothing fits just now. <a href={paths.my.answers}>Tell us more about what you like</a>, or{' '}
          <a href={paths.browse}>look at everything there is</a>.
        </p>
      ) : (
        <>
          <OfferCards offers={suggestions.map(({ offer, why }) => toCard(offer, why))} headingLevel={3} />
          <p>
            <a href={paths.my.suggestions}>See more that could suit you</a>
          </p>
        </>
      )}
    </section>
  )
}
