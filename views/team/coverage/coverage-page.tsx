import type { AskCount } from '../../../db/queries/champion-asks'
import { ASK_STATES, type AskState, askQuery } from '../../../src/domain/champion-ask'
import { OPPORTUNITY_KINDS } from '../../../src/domain/opportunity'
import { COVENANT_OUTCOMES, DISTRICTS } from '../../../src/domain/taxonomy'
import type { Coverage, Gap } from '../../../src/matching/coverage/coverage'
import { paths } from '../../../src/paths'
import { Page } from '../../layout/page'
import { KIND, OUTCOME } from '../../words/labels'
import { countText } from '../../words/times'
import { HeatMap, ShadeKey } from './heat-map'
import { DistrictTable, TileMap } from './tile-map'

const GAPS_SHOWN = 10

export type CoveragePageProps = {
  coverage: Coverage
  /** What the champions were asked for lately, by kind, district and how it stands. */
  asked: readonly AskCount[]
}

/** What is wanted against what is offered, for the team: pictures, each with its numbers. */
export function CoveragePage({ coverage, asked }: CoveragePageProps) {
  return (
    <Page title="Wanted and offered" back={{ href: paths.team.home, text: 'Waiting' }} isWide>
      <div class="wm-dense">
        <h1 class="govuk-heading-l">Wanted and offered</h1>
        <p>
          {countText(coverage.people, 'person', 'people')} said yes to being suggested and{' '}
          {coverage.people === 1 ? 'waits' : 'wait'} now. What they want comes from their goals and likes, and
          somebody can want several kinds. Places are those of live offers that nobody holds or has. These
          numbers are exact: they stay with the team.
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

function Gaps({ gaps, asked }: Pick<Coverage, 'gaps'> & Pick<CoveragePageProps, 'asked'>) {
  return (
    <>
      <h2 class="govuk-heading-m">The largest gaps</h2>
      {gaps.length === 0 ? (
        <p class="wm-empty">There is no kind that more people want in a district than there are places.</p>
      ) : (
        <>
          {gaps.some(({ lack }) => lack === null) ? (
            <p>
              There are too many people and offers to work out at once here for how many nothing fits, so the
              list leaves that out.
            </p>
          ) : null}
          <ol class="govuk-list govuk-list--number">
            {gaps.slice(0, GAPS_SHOWN).map((gap) => (
              <li>
                {gapText(gap)} <AskFor {...gap} asked={asked} />
              </li>
            ))}
          </ol>
        </>
      )}
      <p>
        <a href={paths.team.asks}>What was asked of the champions, and what came of it</a>
      </p>
    </>
  )
}

/** Fits after how many organisations. */
const STANDS: Record<AskState, string> = {
  open: 'still open',
  posted: 'posted it',
  cannot: 'cannot just now',
  withdrawn: 'taken back',
  lapsed: 'without an answer',
}

/** The way to ask for it, and how what was asked lately stands. */
function AskFor({
  kind,
  district,
  asked,
}: Pick<Gap, 'kind' | 'district'> & Pick<CoveragePageProps, 'asked'>) {
  const about = `${KIND[kind]} in ${DISTRICTS[district]}`
  const counts = asked.filter((one) => one.kind === kind && one.district === district)
  const stands = ASK_STATES.flatMap((state) => {
    const count = counts.find((one) => one.state === state)?.count
    return count ? [`${count} ${STANDS[state]}`] : []
  })
  return (
    <>
      <a href={`${paths.team.newAsk}${askQuery({ what: kind, district })}`}>
        Ask the champions<span class="govuk-visually-hidden"> for {about}</span>
      </a>
      {stands.length === 0 ? null : (
        <>
          {' '}
          (
          <a href={paths.team.asks}>
            asked<span class="govuk-visually-hidden"> for {about}</span>
          </a>
          : {stands.join(', ')})
        </>
      )}
    </>
  )
}

/** What is missing where, for whom nothing fits, and what an offer there would do. */
function gapText({ kind, district, wanted, places, lack }: Gap) {
  const where = DISTRICTS[district]
  return (
    <>
      <strong>
        {KIND[kind]} in {where}:
      </strong>{' '}
      {wanted} {wanted === 1 ? 'wants' : 'want'} it and there {places === 1 ? 'is' : 'are'}{' '}
      {places === 0 ? 'no free places' : countText(places, 'free place', 'free places')}.{' '}
      {lack === null ? '' : lackText(where, lack)}
    </>
  )
}

function lackText(where: string, { without, wouldFit }: NonNullable<Gap['lack']>): string {
  const first =
    without === 0
      ? 'Each of them can reach an offer of this kind that fits.'
      : `For ${without} of them nothing of this kind fits, here or elsewhere.`
  return wouldFit === 0
    ? first
    : `${first} An offer in ${where} would fit ${wouldFit} more, with those who live near it.`
}
