import type { InterestRecord } from '../../db/queries/interests'
import type { MatchRecord } from '../../db/queries/matches'
import { paths } from '../../src/paths'
import { Form } from '../layout/form'
import { Page } from '../layout/page'
import { offerOriginText } from '../shared/offer-words'
import { Story } from '../shared/story'
import { storyOfInterest, storyOfMatch } from './stories'

export type RequestsPageProps = { requests: readonly InterestRecord[]; matches: readonly MatchRecord[] }

export function RequestsPage({ requests, matches }: RequestsPageProps) {
  // An answered request goes on as an offer, and is told there.
  const open = requests.filter(({ state }) => state !== 'proposed')
  const isEmpty = open.length === 0 && matches.length === 0
  return (
    <Page title="My requests" back={{ href: paths.my.home }}>
      <h1 class="govuk-heading-l">My requests</h1>
      {isEmpty ? (
        <p class="wm-empty">
          You have not asked about anything yet. <a href={paths.browse}>Find an offer</a> and press “I’m
          interested”. What happens then is told here.
        </p>
      ) : (
        <ul class="wm-cards">
          {matches.map((match) => (
            <li>
              <MatchStory match={match} />
            </li>
          ))}
          {open.map((request) => (
            <li>
              <RequestStory request={request} />
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}

function MatchStory({ match }: { match: MatchRecord }) {
  return (
    <article class="wm-card">
      <h2 class="wm-card__title">
        <a href={paths.my.offer(match.id)}>{match.title}</a>
      </h2>
      <p class="wm-card__from">{offerOriginText(match)}</p>
      <Story steps={storyOfMatch(match)} />
    </article>
  )
}

/** Of an offer that was taken off, what it said is not shown: it may be what is being looked into. */
const originOf = (request: InterestRecord) =>
  request.opportunityState === 'paused' || request.opportunityState === 'withdrawn'
    ? request.organisationName
    : offerOriginText(request)

function RequestStory({ request }: { request: InterestRecord }) {
  const isOpen = request.state === 'open' || request.state === 'kept'
  const origin = originOf(request)
  return (
    <article class="wm-card">
      <h2 class="wm-card__title">
        <a href={paths.opportunity(request.opportunityId)}>{request.title}</a>
      </h2>
      <p class="wm-card__from">{origin}</p>
      <Story steps={storyOfInterest(request)} />
      {isOpen ? (
        <Form action={paths.my.withdrawInterest(request.id)}>
          <button class="wm-link-button" type="submit">
            I’m no longer interested
            <span class="govuk-visually-hidden">
              {' '}
              in {request.title}, from {origin}
            </span>
          </button>
        </Form>
      ) : null}
    </article>
  )
}
