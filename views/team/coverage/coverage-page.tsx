import type { AskCount } from '../../../db/queries/champion-asks'
import { OPPORTUNITY_KINDS } from '../../../src/domain/opportunity'
import { COVENANT_OUTCOMES } from '../../../src/domain/taxonomy'
import type { Coverage } from '../../../src/matching/coverage/coverage'
import { paths } from '../../../src/paths'
import { Page } from '../../layout/page'
import { KIND, OUTCOME } from '../../words/labels'
import { countText } from '../../words/times'
import { Gaps } from './gaps'
import { HeatMap, ShadeKey } from './heat-map'
import { DistrictTable, TileMap } from './tile-map'

export type CoveragePageProps = {
  coverage: Coverage
  /** Of those who wait, how many have an offer under way. */
  underWay: number
  /** What the champions were asked for lately, by kind, district and how it stands. */
  asked: readonly AskCount[]
}

/** What is wanted against what is offered, for the team: pictures, each with its numbers. */
export function CoveragePage({ coverage, underWay, asked }: CoveragePageProps) {
  return (
    <Page title="Wanted and offered" back={{ href: paths.team.home, text: 'Waiting' }} isWide>
      <div class="wm-dense">
        <h1 class="govuk-heading-l">Wanted and offered</h1>
        <p>
          <strong>{countText(coverage.people, 'person', 'people')}</strong> may be suggested and{' '}
          {coverage.people === 1 ? 'has' : 'have'} not started anything. <UnderWay count={underWay} />
        </p>
        <p>
          What they want comes from their goals and likes; somebody can want several kinds. Places are those
          of live offers that nobody holds or has. These numbers are exact: they stay with the team.
        </p>
        <NotOnTheMap {...coverage} />
        <Gaps gaps={coverage.gaps} asked={asked} />
        <h2 class="govuk-heading-m">By district</h2>
        <p>In each tile: people who wait / free places.</p>
        <ShadeKey />
        <TileMap byDistrict={coverage.byDistrict} />
        <DistrictTable byDistrict={coverage.byDistrict} />
        <h2 class="govuk-heading-m">By kind of offer</h2>
        <p>In each cell: people who want it / free places.</p>
        <ShadeKey />
        <HeatMap
          caption="People who want each kind, and free places, by district"
          rowsAre="Kind"
          rows={OPPORTUNITY_KINDS.map((kind) => ({ name: KIND[kind], cells: coverage.byKind[kind] }))}
        />
        <h2 class="govuk-heading-m">By outcome of the Covenant</h2>
        <p>
          In each cell: people who want it / free places.{' '}
          <a href={paths.team.newAsk}>Ask the champions for an outcome</a>.
        </p>
        <ShadeKey />
        <HeatMap
          caption="People who want each outcome, and free places, by district"
          rowsAre="Outcome"
          rows={COVENANT_OUTCOMES.map((outcome) => ({
            name: OUTCOME[outcome],
            cells: coverage.byOutcome[outcome],
          }))}
        />
      </div>
    </Page>
  )
}

/** The page of people leaves these out, so the two pages give two numbers. */
function UnderWay({ count }: { count: number }) {
  if (count === 0) return <>None of them has an offer under way.</>
  return (
    <>
      That includes {countText(count, 'person', 'people')} with an offer under way;{' '}
      <a href={paths.team.people}>People waiting</a> lists the others.
    </>
  )
}

/** Who and what no district stands for. */
function NotOnTheMap({ unknownDistrict, outsideKent, withoutGoal, placesElsewhere }: Coverage) {
  return (
    <ul class="govuk-list govuk-list--bullet">
      <li>
        {countText(unknownDistrict, 'person', 'people')} in no district we know, and{' '}
        {countText(outsideKent, 'person', 'people')} outside Kent or in Medway: in the tables under
        “Elsewhere”, not on the map.
      </li>
      <li>
        {countText(withoutGoal, 'person has', 'people have')} named no goal, so no kind of offer counts as
        wanted by them.
      </li>
      <li>
        {countText(placesElsewhere, 'free place is', 'free places are')} online, without a place of their own,
        or outside Kent: under “Elsewhere” too.
      </li>
    </ul>
  )
}
