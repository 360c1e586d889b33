import type { PublishedOpportunity } from '../../db/queries/opportunities'
import type { Day } from '../../src/domain/dates'
import { DISTRICT_CODES } from '../../src/domain/taxonomy'
import { paths } from '../../src/paths'
import type { BrokerRow } from '../../src/matching/broker-row'
import type { ShortlistFilter } from '../../src/routes/team/shortlist-filter'
import { Button, Details, Pagination, Select, Table, TextInput } from '../govuk'
import { Page } from '../layout/page'
import { offerOriginText } from '../shared/offer-words'
import { isolated } from '../words/names'
import { districtName } from '../words/labels'
import { countText, waitingText } from '../words/times'
import { RULE } from './eligibility'
import { FoundPeople } from './found-people'
import { FitRow } from './fit-row'
import { shortlistQuery } from './shortlist-query'

export type ShortlistPageProps = {
  opportunity: PublishedOpportunity
  rows: readonly BrokerRow[]
  count: number
  leftOut: readonly { ruleId: string; count: number }[]
  filter: ShortlistFilter
  pageCount: number
  advisers: readonly { id: string; name: string }[]
  /** People found by name, for "why is X not here?". */
  found: readonly { id: string; preferredName: string }[]
  today: Day
}

export function ShortlistPage(props: ShortlistPageProps) {
  const { opportunity, rows, count, filter, pageCount } = props
  const free = opportunity.places - opportunity.placesTaken
  return (
    <Page
      title={`Shortlist: ${opportunity.title}`}
      back={{ href: paths.team.opportunity(opportunity.id), text: opportunity.title }}
      isWide
    >
      <div class="wm-dense">
        <h1 class="govuk-heading-l">
          {countText(count, 'person', 'people')} for “{opportunity.title}”
        </h1>
        <p class="wm-secondary">{offerOriginText(opportunity)}</p>
        <p>
          {countText(free, 'place', 'places')} free. The list is sorted by the rules and the score; you
          decide, and write why.
        </p>
        <Filter {...props} />
        <ul class="wm-rows">
          {rows.map((row) => (
            <Row row={row} {...props} />
          ))}
        </ul>
        {rows.length === 0 ? (
          <p class="wm-empty">Nobody fits with these filters. Look at who was left out, and by which rule.</p>
        ) : null}
        <Pagination page={filter.page} pageCount={pageCount} hrefOf={(page) => hrefOf(props, { page })} />
        <LeftOut {...props} />
      </div>
    </Page>
  )
}

const hrefOf = ({ opportunity, filter }: ShortlistPageProps, change: Partial<ShortlistFilter>): string =>
  `${paths.team.shortlist(opportunity.id)}${shortlistQuery({ ...filter, ...change })}`

function Filter({ opportunity, filter, advisers }: ShortlistPageProps) {
  const districts = [...DISTRICT_CODES, 'outside-kent', 'unknown'] as const
  return (
    <form class="wm-search" action={paths.team.shortlist(opportunity.id)} method="get">
      <Select
        name="district"
        label="District"
        value={filter.district}
        items={[
          { value: '', text: 'All' },
          ...districts.map((value) => ({ value, text: districtName(value) })),
        ]}
      />
      <Select
        name="adviser"
        label="Caseload"
        value={filter.adviser}
        items={[
          { value: '', text: 'All' },
          { value: 'none', text: 'No adviser' },
          ...advisers.map(({ id, name }) => ({ value: id, text: isolated(name) })),
        ]}
      />
      <Select
        name="weeks"
        label="Waiting"
        value={String(filter.weeks)}
        items={[
          { value: '0', text: 'Any time' },
          { value: '4', text: '4 weeks or more' },
          { value: '12', text: '12 weeks or more' },
          { value: '26', text: '26 weeks or more' },
        ]}
      />
      <Button variant="secondary">Filter</Button>
    </form>
  )
}

function Row({ row, opportunity, filter, today }: ShortlistPageProps & { row: BrokerRow }) {
  return (
    <FitRow
      row={row}
      name={row.preferredName}
      beside={districtName(row.district)}
      waiting={row.waitingSince ? `Waiting ${waitingText(row.waitingSince, today)}` : 'Not waiting'}
      action={
        <a href={`${paths.team.pair(opportunity.id, row.id)}${shortlistQuery(filter)}`}>
          Propose
          <span class="govuk-visually-hidden">
            {' '}
            to <bdi>{row.preferredName}</bdi>
          </span>
        </a>
      }
    />
  )
}

function LeftOut(props: ShortlistPageProps) {
  const { opportunity, leftOut, found, filter } = props
  return (
    <section>
      <h2 class="govuk-heading-m">Why is somebody not here?</h2>
      {leftOut.length > 0 ? (
        <Details summary="Left out, by rule">
          <Table
            label="Left out, by rule"
            head={[{ text: 'Rule' }, { text: 'People', isNumeric: true }]}
            rows={leftOut.map(({ ruleId, count }) => [RULE[ruleId] ?? ruleId, String(count)])}
          />
        </Details>
      ) : null}
      <form
        class="wm-search"
        action={`${paths.team.shortlist(opportunity.id)}#who`}
        method="get"
        role="search"
      >
        <input type="hidden" name="district" value={filter.district} />
        <input type="hidden" name="adviser" value={filter.adviser} />
        <input type="hidden" name="weeks" value={String(filter.weeks)} />
        <TextInput name="who" label="Their name, at least 3 letters" value={filter.who} />
        <Button variant="secondary">Look up</Button>
      </form>
      {filter.who ? (
        <FoundPeople
          found={found}
          isTooShort={filter.isTooShort}
          hrefOf={(id) => `${paths.team.pair(opportunity.id, id)}${shortlistQuery(filter)}`}
        />
      ) : null}
    </section>
  )
}
