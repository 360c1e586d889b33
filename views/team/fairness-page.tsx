import { protectCounts } from '../../src/domain/small-numbers'
import { type Grouping, GROUPINGS } from '../../src/matching/cohort/cohort'
import type { GroupRates, ProxyReport } from '../../src/matching/cohort/proxy-report'
import { paths } from '../../src/paths'
import { Table } from '../govuk'
import { Page } from '../layout/page'
import { countText } from '../words/times'
import { GROUPING, groupText } from './rounds/words'

export type FairnessPageProps = {
  report: ProxyReport
  /** How many may be suggested. */
  people: number
  /** Of the rule set. */
  version: string
}

/** How far people of each group get, with small numbers protected. */
export function FairnessPage({ report, people, version }: FairnessPageProps) {
  return (
    <Page title="Who is reached" back={{ href: paths.team.home, text: 'Waiting' }} isWide>
      <div class="wm-dense">
        <h1 class="govuk-heading-l">Who is reached</h1>
        <p>
          {countText(people, 'person', 'people')} may be suggested now. Nothing about health, faith,
          ethnicity, sexuality or disability is in here or in the matching. A group that is reached less than
          others is a question to ask: a harmless looking rule or weight may stand for something else.
        </p>
        <p>
          <strong>Near the top</strong>: they wait, and stand among the first ten in the list of at least one
          live offer, by <a href={paths.team.rules}>version {version} of the rules</a>.{' '}
          <strong>Offered</strong> and <strong>started</strong> are of the last 12 months.
        </p>
        {people === 0 ? (
          <p class="wm-empty">Nobody may be suggested yet.</p>
        ) : (
          GROUPINGS.map((grouping) => <Rates grouping={grouping} rates={report[grouping]} />)
        )}
      </div>
    </Page>
  )
}

const STEPS = [
  { step: 'waiting', text: 'Waiting' },
  { step: 'suggested', text: 'Near the top' },
  { step: 'offered', text: 'Offered' },
  { step: 'placed', text: 'Started' },
] as const

function Rates({ grouping, rates }: { grouping: Grouping; rates: readonly GroupRates[] }) {
  const people = protectCounts(rates.map((one) => one.people))
  const reached = STEPS.map(({ step }) => protectCounts(rates.map((one) => one[step] ?? 0)))
  return (
    <Table
      caption={GROUPING[grouping]}
      captionSize="m"
      firstCellIsHeader
      head={[
        { text: 'Group' },
        { text: 'People', isNumeric: true },
        ...STEPS.map(({ text }) => ({ text, isNumeric: true })),
      ]}
      rows={rates.map((one, index) => [
        groupText(grouping, one.group),
        countOf(people[index] ?? null),
        ...STEPS.map(({ step }, at) =>
          one[step] === null ? 'Not here' : rateOf(people[index] ?? null, reached[at]?.[index] ?? null),
        ),
      ])}
    />
  )
}

const KEPT_BACK = 'Kept back'

const countOf = (count: number | null) => (count === null ? KEPT_BACK : count.toLocaleString('en-GB'))

/** A count with its part of the group, where neither is kept back. */
function rateOf(people: number | null, count: number | null): string {
  if (people === null || count === null) return KEPT_BACK
  return `${countOf(count)} (${people === 0 ? 0 : Math.round((100 * count) / people)} %)`
}
