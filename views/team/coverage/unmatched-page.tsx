import type { Day } from '../../../src/domain/dates'
import { DISTRICT_CODES, type HomeDistrict } from '../../../src/domain/taxonomy'
import { paths } from '../../../src/paths'
import type { WaitingUnmatched } from '../../../src/routes/team/coverage/waiting-unmatched'
import { Button, Pagination, Select } from '../../govuk'
import { Page } from '../../layout/page'
import { districtName } from '../../words/labels'
import { countText, dayText, waitingText } from '../../words/times'
import { WhyAndChange } from './why-and-change'
import { reasonTitle } from './words'

type Show = 'to-look-at' | 'later'

type Filter = { show: Show; district: HomeDistrict | ''; reason: string; page: number }

export type UnmatchedPageProps = {
  rows: readonly (WaitingUnmatched & { best: { model: number; people: number } | null })[]
  count: number
  filter: Filter
  /** Those that anybody on the list has. */
  reasons: readonly string[]
  pageCount: number
  today: Day
}

const SHOW: Record<Show, string> = { 'to-look-at': 'To look at', later: 'Looked at, later again' }

const hrefOf = (filter: Filter) =>
  `${paths.team.unmatched}?${new URLSearchParams({ ...filter, page: String(filter.page) }).toString()}`

/** Everybody whom no live offer fits, with the reason and what would change it. */
export function UnmatchedPage({ rows, count, filter, reasons, pageCount, today }: UnmatchedPageProps) {
  return (
    <Page title="People whom nothing fits" back={{ href: paths.team.home, text: 'Waiting' }} isWide>
      <div class="wm-dense">
        <h1 class="govuk-heading-l">Nothing fits: {countText(count, 'person', 'people')}</h1>
        <p>
          They said yes to being suggested and wait, and no live offer with a free place both passes every
          rule and leads to what they want. Longest wait first. An offer that would help is one that asks for
          nothing special. <a href={paths.team.coverage}>Wanted and offered</a> shows where offers are
          missing.
        </p>
        <nav aria-label="Which people">
          <ul class="wm-tabs">
            {(['to-look-at', 'later'] as const).map((show) => (
              <li>
                <a
                  href={hrefOf({ ...filter, show, reason: '', page: 1 })}
                  aria-current={show === filter.show ? 'page' : undefined}
                >
                  {SHOW[show]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <FilterForm filter={filter} reasons={reasons} />
        {rows.length === 0 ? <p class="wm-empty">{emptyText(filter)}</p> : null}
        <ul class="wm-rows">
          {rows.map((row) => (
            <Row {...row} today={today} />
          ))}
        </ul>
        <Pagination page={filter.page} pageCount={pageCount} hrefOf={(page) => hrefOf({ ...filter, page })} />
      </div>
    </Page>
  )
}

function emptyText({ show, district, reason }: Filter): string {
  if (district || reason) return 'Nobody here. Choose another district or reason.'
  return show === 'to-look-at'
    ? 'There is an offer that fits everybody who waits, or somebody has looked already.'
    : 'Nobody has been put off until later.'
}

function FilterForm({ filter, reasons }: Pick<UnmatchedPageProps, 'filter' | 'reasons'>) {
  const districts = [...DISTRICT_CODES, 'outside-kent', 'unknown'] as const
  return (
    <form class="wm-search" action={paths.team.unmatched} method="get">
      <input type="hidden" name="show" value={filter.show} />
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
        name="reason"
        label="Reason"
        value={filter.reason}
        items={[{ value: '', text: 'All' }, ...reasons.map((value) => ({ value, text: reasonTitle(value) }))]}
      />
      <Button>Show</Button>
    </form>
  )
}

function Row({ today, best, ...one }: UnmatchedPageProps['rows'][number] & { today: Day }) {
  const { person, lookAgainOn } = one
  return (
    <li class="wm-row">
      <div class="wm-row__who">
        <strong>
          <bdi>{person.preferredName}</bdi>
        </strong>
        <span class="wm-secondary"> {districtName(person.district)}</span>
      </div>
      <div class="wm-row__reasons">
        <WhyAndChange why={one} best={best} />
      </div>
      <div class="wm-row__waiting">
        {person.waitingSince ? `Waiting ${waitingText(person.waitingSince, today)}` : ''}
        {lookAgainOn ? <div>Look again on {dayText(lookAgainOn)}</div> : null}
      </div>
      <div class="wm-row__action">
        <a href={paths.team.unmatchedPerson(person.id)}>
          Look
          <span class="govuk-visually-hidden">
            {' '}
            at <bdi>{person.preferredName}</bdi>
          </span>
        </a>
      </div>
    </li>
  )
}

/** There is more than can be looked at in one go here; one district may be little enough. */
export function TooManyPage({ district }: Pick<Filter, 'district'>) {
  const filter = { show: 'to-look-at', district, reason: '', page: 1 } as const
  return (
    <Page title="People whom nothing fits" back={{ href: paths.team.home, text: 'Waiting' }} isWide>
      <div class="wm-dense">
        <h1 class="govuk-heading-l">People whom nothing fits</h1>
        <p>
          This is more than can be worked out at once here.{' '}
          {district ? 'Even one district has too many people and offers.' : 'Choose a district.'}{' '}
          <a href={paths.team.coverage}>Wanted and offered</a> shows where offers are missing, and{' '}
          <a href={paths.team.newRound}>a round</a> can look at some kinds of offer.
        </p>
        <FilterForm filter={filter} reasons={[]} />
      </div>
    </Page>
  )
}
