import type { InterestRecord } from '../../db/queries/interests'
import type { MatchRecord } from '../../db/queries/matches'
import type { PublishedOpportunity } from '../../db/queries/opportunities'
import type { listWaitingPeople } from '../../db/queries/people'
import type { Consideration } from '../../src/domain/care-leaver'
import type { Day } from '../../src/domain/dates'
import { DISTRICT_CODES, type HomeDistrict } from '../../src/domain/taxonomy'
import type { BrokerRow } from '../../src/matching/broker-row'
import { paths } from '../../src/paths'
import type { ShortlistFilter } from '../../src/routes/team/shortlist-filter'
import { Button, Details, Pagination, Select, SummaryList, Table, TextInput } from '../govuk'
import { Page } from '../layout/page'
import { OfferName } from '../shared/offer-name'
import { offerOriginText } from '../shared/offer-words'
import { CONSIDERATION, districtName } from '../words/labels'
import { INTEREST_STATE, MATCH_STATE } from '../words/states'
import { countText, dayText, momentText, waitingText } from '../words/times'
import { RULE } from './eligibility'
import { FoundPeople } from './found-people'
import { FitRow } from './fit-row'

export type PeoplePageProps = {
  rows: Awaited<ReturnType<typeof listWaitingPeople>>['rows']
  total: number
  /** How many more wait with an offer under way. */
  underWay: number
  pageCount: number
  filter: ShortlistFilter
  found: readonly { id: string; preferredName: string }[]
  today: Day
}

export function PeoplePage(props: PeoplePageProps) {
  const { rows, total, underWay, pageCount, filter, today } = props
  const query = (page: number) =>
    `?${new URLSearchParams({ district: filter.district, page: String(page) }).toString()}`
  return (
    <Page title="People waiting" isWide>
      <div class="wm-dense">
        <h1 class="govuk-heading-l">{countText(total, 'person', 'people')} waiting</h1>
        <p>
          Everyone who agreed to be suggested and has nothing under way, the longest waiting first.{' '}
          {underWay > 0 ? <MoreUnderWay count={underWay} /> : null}
        </p>
        <Search {...props} />
        {rows.length === 0 ? (
          <p class="wm-empty">
            {filter.district
              ? 'Nobody in this district is waiting.'
              : 'Nobody is waiting. People come here when they say that they may be suggested.'}
          </p>
        ) : (
          <Table
            label="People waiting"
            head={[{ text: 'Name' }, { text: 'District' }, { text: 'Waiting', isNumeric: true }]}
            rows={rows.map((row) => [
              <a href={paths.team.person(row.id)}>
                <bdi>{row.preferredName}</bdi>
              </a>,
              districtName(row.district),
              row.waitingSince ? waitingText(row.waitingSince, today) : '',
            ])}
          />
        )}
        <Pagination
          page={filter.page}
          pageCount={pageCount}
          hrefOf={(page) => `${paths.team.people}${query(page)}`}
        />
      </div>
    </Page>
  )
}

/** “Wanted and offered” counts these as well, so the two pages give two numbers. */
function MoreUnderWay({ count }: { count: number }) {
  return (
    <>
      {countText(count, 'more waits', 'more wait')} with an offer under way:{' '}
      <a href={paths.team.coverage}>Wanted and offered</a> counts them too.
    </>
  )
}

function Search({ filter, found }: PeoplePageProps) {
  const districts = [...DISTRICT_CODES, 'outside-kent', 'unknown'] as const
  return (
    <>
      <form class="wm-search" action={paths.team.people} method="get" role="search">
        <TextInput name="who" label="Name, at least 3 letters" value={filter.who} />
        <Select
          name="district"
          label="District"
          value={filter.district}
          items={[
            { value: '', text: 'All' },
            ...districts.map((value) => ({ value, text: districtName(value) })),
          ]}
        />
        <Button>Show</Button>
      </form>
      {filter.who ? (
        <section aria-label="Found by name" class="wm-box">
          <FoundPeople found={found} isTooShort={filter.isTooShort} hrefOf={paths.team.person} />
        </section>
      ) : null}
    </>
  )
}

export type TeamPersonPageProps = {
  person: {
    id: string
    preferredName: string
    district: HomeDistrict
    waitingSince: Day | null
    consideration: Consideration
  }
  rows: readonly { opening: PublishedOpportunity; row: BrokerRow }[]
  count: number
  leftOut: readonly { ruleId: string; count: number }[]
  matches: readonly MatchRecord[]
  interests: readonly InterestRecord[]
  today: Day
}

export function TeamPersonPage(props: TeamPersonPageProps) {
  const { person, rows, count, leftOut, today } = props
  return (
    <Page title="Offers for one person" back={{ href: paths.team.people, text: 'People waiting' }} isWide>
      <div class="wm-dense">
        <h1 class="govuk-heading-l">
          <bdi>{person.preferredName}</bdi>
        </h1>
        <SummaryList
          rows={[
            { key: 'District', value: districtName(person.district) },
            { key: 'May be suggested', value: CONSIDERATION[person.consideration] },
            {
              key: 'Waiting',
              value: person.waitingSince ? waitingText(person.waitingSince, today) : 'Not waiting',
            },
          ]}
        />
        <UnderWay {...props} />
        <h2 class="govuk-heading-m">{countText(count, 'offer', 'offers')} that could fit</h2>
        {rows.length === 0 ? (
          <p class="wm-empty">
            No live offer fits by the rules. The table below says which rule leaves out how many.
          </p>
        ) : null}
        {rows.length > 0 ? (
          <ul class="wm-rows">
            {rows.map((entry) => (
              <OfferRow {...entry} personId={person.id} />
            ))}
          </ul>
        ) : null}
        {leftOut.length > 0 ? (
          <Details summary="Offers left out, by rule">
            <Table
              label="Offers left out, by rule"
              head={[{ text: 'Rule' }, { text: 'Offers', isNumeric: true }]}
              rows={leftOut.map((one) => [RULE[one.ruleId] ?? one.ruleId, String(one.count)])}
            />
          </Details>
        ) : null}
      </div>
    </Page>
  )
}

function UnderWay({ matches, interests }: TeamPersonPageProps) {
  const open = interests.filter(({ state }) => state === 'open' || state === 'kept')
  if (open.length === 0 && matches.length === 0) return null
  return (
    <Table
      caption="Interests and matches"
      captionSize="m"
      head={[{ text: 'What' }, { text: 'State' }, { text: 'Since' }]}
      rows={[
        ...open.map((interest) => [
          <OfferName offer={interest} href={paths.team.interest(interest.id)} />,
          `Interest: ${INTEREST_STATE[interest.state].toLowerCase()}`,
          momentText(interest.createdAt),
        ]),
        ...matches.map((match) => [
          <OfferName offer={match} href={paths.team.match(match.id)} />,
          MATCH_STATE[match.state],
          momentText(match.stateSince),
        ]),
      ]}
    />
  )
}

function OfferRow({
  opening,
  row,
  personId,
}: {
  opening: PublishedOpportunity
  row: BrokerRow
  personId: string
}) {
  return (
    <FitRow
      row={row}
      name={opening.title}
      beside={offerOriginText(opening)}
      waiting={opening.closesOn ? `Closes ${dayText(opening.closesOn)}` : ''}
      action={
        <a href={paths.team.pair(opening.id, personId)}>
          Propose
          <span class="govuk-visually-hidden">
            {' '}
            {opening.title}, {offerOriginText(opening)}
          </span>
        </a>
      }
    />
  )
}
