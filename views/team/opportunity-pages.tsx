import type { InterestRecord } from '../../db/queries/interests'
import type { MatchRecord } from '../../db/queries/matches'
import type { listForTeam, OpportunityWork, PublishedOpportunity } from '../../db/queries/opportunities'
import { OPPORTUNITY_STATES, type OpportunityState } from '../../src/domain/opportunity'
import { paths } from '../../src/paths'
import {
  Button,
  CharacterCount,
  Details,
  ErrorSummary,
  InsetText,
  Pagination,
  Select,
  SummaryList,
  Table,
  Tag,
  TextInput,
} from '../govuk'
import { Form } from '../layout/form'
import { Page } from '../layout/page'
import { errorLinks, errorOf, type FieldErrors, valueOf, type Values } from '../shared/errors'
import { placeAndStartText, whereText } from '../shared/offer-words'
import { KIND } from '../words/labels'
import { MATCH_STATE, OPPORTUNITY_STATE } from '../words/states'
import { countText, dayText, momentText } from '../words/times'

export type OpportunitiesPageProps = {
  rows: Awaited<ReturnType<typeof listForTeam>>['rows']
  total: number
  state: OpportunityState
  words: string
  page: number
  pageCount: number
}

export function OpportunitiesPage({ rows, total, state, words, page, pageCount }: OpportunitiesPageProps) {
  const heading = countText(total, 'opportunity', 'opportunities')
  const query = (next: number) => `?${new URLSearchParams({ state, words, page: String(next) }).toString()}`
  return (
    <Page title={`Opportunities: ${heading}`} isWide>
      <div class="wm-dense">
        <h1 class="govuk-heading-l">{heading}</h1>
        <p>
          <a href={paths.team.import}>Bring in drafts for a champion from a file</a>
        </p>
        <form class="wm-search" action={paths.team.opportunities} method="get" role="search">
          <TextInput name="words" label="Title or organisation" value={words} />
          <Select
            name="state"
            label="State"
            value={state}
            items={OPPORTUNITY_STATES.filter((one) => one !== 'draft').map((value) => ({
              value,
              text: OPPORTUNITY_STATE[value],
            }))}
          />
          <Button>Show</Button>
        </form>
        {rows.length === 0 ? (
          <p class="wm-empty">
            {words
              ? 'No opportunity in this state has these words. Try fewer words or another state.'
              : 'No opportunity is in this state. Try another one.'}
          </p>
        ) : (
          <OpportunityTable rows={rows} />
        )}
        <Pagination
          page={page}
          pageCount={pageCount}
          hrefOf={(next) => `${paths.team.opportunities}${query(next)}`}
        />
      </div>
    </Page>
  )
}

function OpportunityTable({ rows }: Pick<OpportunitiesPageProps, 'rows'>) {
  return (
    <Table
      label="Opportunities"
      head={[
        { text: 'Title' },
        { text: 'Organisation' },
        { text: 'Closes', isShort: true },
        { text: 'To answer', isNumeric: true },
        { text: 'Held', isNumeric: true },
        { text: 'Filled', isNumeric: true },
        { text: 'Places', isNumeric: true },
      ]}
      rows={rows.map((row) => [
        <>
          <a href={paths.team.opportunity(row.id)}>{row.title || 'No title yet'}</a>
          <div class="wm-secondary">{placeAndStartText(row)}</div>
        </>,
        row.organisationName,
        row.closesOn ? dayText(row.closesOn) : '',
        String(row.interestsToAnswer ?? 0),
        String(row.placesTaken - row.placesFilled),
        String(row.placesFilled),
        String(row.places),
      ])}
    />
  )
}

export type TeamOpportunityPageProps = {
  work: OpportunityWork
  opportunity: PublishedOpportunity | null
  owner: { id: string; name: string; canSignIn: boolean }
  interests: readonly InterestRecord[]
  matches: readonly MatchRecord[]
  mayHandOver: boolean
  values: Values
  errors: FieldErrors
}

export function TeamOpportunityPage(props: TeamOpportunityPageProps) {
  const { work, opportunity, interests, matches, errors } = props
  return (
    <Page
      title={work.title}
      hasErrors={errors.length > 0}
      back={{ href: paths.team.opportunities, text: 'Opportunities' }}
      isWide
    >
      <ErrorSummary errors={errorLinks(errors)} />
      <div class="wm-dense">
        <h1 class="govuk-heading-l">{work.title}</h1>
        <p>
          <Tag>{OPPORTUNITY_STATE[work.shownState]}</Tag> {opportunity ? KIND[opportunity.kind] : ''} from{' '}
          {work.organisationName}, looked after by <bdi>{props.owner.name}</bdi>
        </p>
        <Standing {...props} />
        {opportunity?.state === 'published' ? (
          <Button href={paths.team.shortlist(work.id)}>Open the shortlist</Button>
        ) : null}
        {opportunity ? <Places opportunity={opportunity} /> : null}
        <h2 class="govuk-heading-m">{interestsHeading(interests)}</h2>
        <Interests interests={interests} />
        <h2 class="govuk-heading-m">Matches</h2>
        <Matches matches={matches} />
        <Stop {...props} />
        <ul class="govuk-list">
          {opportunity ? (
            <li>
              <a href={paths.opportunity(work.id)}>As young people see it</a>
            </li>
          ) : null}
          <li>
            <a href={paths.team.history('opportunity', work.id)}>History</a>
          </li>
        </ul>
      </div>
    </Page>
  )
}

/** What stands in the way, or waits, before anything can be done with it. */
function Standing({ work, opportunity, owner, mayHandOver }: TeamOpportunityPageProps) {
  return (
    <>
      {work.revision?.state === 'submitted' ? (
        <InsetText>
          A {opportunity ? 'new version' : 'first version'} is waiting for review.{' '}
          <a href={paths.team.review(work.id)}>Review it</a>
        </InsetText>
      ) : null}
      {work.stoppedBecause ? <InsetText>The team paused it: {work.stoppedBecause}</InsetText> : null}
      {owner.canSignIn ? null : (
        <InsetText>
          <bdi>{owner.name}</bdi> cannot sign in any more, so nobody can be introduced.{' '}
          {mayHandOver ? (
            <a href={paths.manage.account(owner.id)}>Hand it over to a colleague</a>
          ) : (
            'Ask a manager to hand it over.'
          )}
        </InsetText>
      )}
    </>
  )
}

/** The team can take an offer out of sight at once, and is the only one that can bring it back from there. */
function Stop({ work, opportunity, values, errors }: TeamOpportunityPageProps) {
  if (work.stoppedBecause) {
    return (
      <Form action={paths.team.liftStop(work.id)}>
        <Button variant="secondary">Lift the pause of the team</Button>
      </Form>
    )
  }
  if (opportunity?.state !== 'published' && opportunity?.state !== 'paused') return null
  return (
    <Details summary="Pause it for the team" isOpen={errors.length > 0}>
      <Form action={paths.team.stopOpportunity(work.id)}>
        <CharacterCount
          name="reason"
          label="Why"
          hint="Whoever posted it reads this. Do not name a young person."
          maxLength={500}
          rows={2}
          value={valueOf(values, 'reason')}
          error={errorOf(errors, 'reason')}
        />
        <Button variant="warning">Pause it</Button>
      </Form>
    </Details>
  )
}

function Places({ opportunity }: { opportunity: PublishedOpportunity }) {
  const { places, placesTaken, placesFilled, closesOn, startsOn } = opportunity
  const where = whereText(opportunity)
  return (
    <SummaryList
      rows={[
        {
          key: 'Places',
          value: `${places} in all: ${placesFilled} filled, ${placesTaken - placesFilled} held, ${places - placesTaken} free`,
        },
        ...(where ? [{ key: 'Where', value: where }] : []),
        ...(startsOn ? [{ key: 'Starts', value: dayText(startsOn) }] : []),
        ...(closesOn ? [{ key: 'Closes', value: dayText(closesOn) }] : []),
      ]}
    />
  )
}

/** What the list below counts: “Interests: 2 to answer, 1 kept for later”. */
function interestsHeading(interests: readonly InterestRecord[]): string {
  const kept = interests.filter(({ state }) => state === 'kept').length
  const counts = [`${interests.length - kept} to answer`, ...(kept > 0 ? [`${kept} kept for later`] : [])]
  return `Interests: ${counts.join(', ')}`
}

function Interests({ interests }: { interests: readonly InterestRecord[] }) {
  if (interests.length === 0) return <p class="wm-empty">Nobody is waiting for an answer.</p>
  return (
    <Table
      label="Interests"
      head={[{ text: 'Who' }, { text: 'Since' }, { text: 'Answer by', isShort: true }]}
      rows={interests.map((interest) => [
        <a href={paths.team.interest(interest.id)}>
          <bdi>{interest.preferredName}</bdi>
        </a>,
        momentText(interest.createdAt),
        interest.state === 'kept' ? 'Kept' : dayText(interest.answerDueOn),
      ])}
    />
  )
}

function Matches({ matches }: { matches: readonly MatchRecord[] }) {
  if (matches.length === 0) return <p class="wm-empty">Nobody has been put to it yet.</p>
  return (
    <Table
      label="Matches"
      head={[{ text: 'Who' }, { text: 'State' }, { text: 'Since' }, { text: 'Broker' }]}
      rows={matches.map((match) => [
        <a href={paths.team.match(match.id)}>
          <bdi>{match.preferredName}</bdi>
        </a>,
        MATCH_STATE[match.state],
        momentText(match.stateSince),
        <bdi>{match.brokerName}</bdi>,
      ])}
    />
  )
}
