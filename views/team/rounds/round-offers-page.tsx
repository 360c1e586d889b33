import type { RoundOffer, RoundRecord, RoundResultRecord } from '../../../db/queries/rounds'
import { paths } from '../../../src/paths'
import { Table } from '../../govuk'
import { Page } from '../../layout/page'
import { offerOriginText } from '../../shared/offer-words'
import { dayText } from '../../words/times'
import { numberText, RULE_NAME } from './words'

export type RoundOffersPageProps = {
  round: RoundRecord
  offers: readonly RoundOffer[]
  result: RoundResultRecord
  /** The number of the offer that each person has now; -1 for none. */
  placements: readonly number[]
}

/** Every offer of a round: its places, how many are given, and the fit at which it was full. */
export function RoundOffersPage({ round, offers, result, placements }: RoundOffersPageProps) {
  const cutOffs = new Map(result.report.cutOffs)
  const taken = (number: number) => placements.filter((one) => one === number).length
  const isChanged = result.placements.some((one, person) => one !== placements[person])
  return (
    <Page
      title={`Offers in the round of ${dayText(round.day)}`}
      back={{ href: paths.team.round(round.id), text: `Round of ${dayText(round.day)}` }}
      isWide
    >
      <div class="wm-dense">
        <h1 class="govuk-heading-l">The offers of this round</h1>
        <p>
          Under “{RULE_NAME[result.rule]}”. The cut-off of a full offer is the lowest fit among the latest
          band placed there.{' '}
          {isChanged
            ? 'Given and left are with what was dropped and swapped since; cut-offs are what the rule gave.'
            : null}
        </p>
        {offers.length === 0 ? (
          <p class="wm-empty">None of the opportunities of this round was live when it was worked out.</p>
        ) : (
          <Table
            label="Offers of the round"
            firstCellIsHeader
            head={[
              { text: 'Opportunity' },
              { text: 'Places free then', isNumeric: true },
              { text: 'Given', isNumeric: true },
              { text: 'Left', isNumeric: true },
              { text: 'Cut-off', isNumeric: true },
            ]}
            rows={byTitle(offers).map((offer) => {
              const { number, id, title, places } = offer
              const given = taken(number)
              const cutOff = cutOffs.get(number)
              return [
                <>
                  <a href={paths.team.opportunity(id)}>{title}</a>{' '}
                  <span class="wm-secondary">{offerOriginText(offer)}</span>
                </>,
                numberText(places),
                numberText(given),
                numberText(places - given),
                cutOff === undefined ? 'Not full' : numberText(cutOff),
              ]
            })}
          />
        )}
      </div>
    </Page>
  )
}

const byTitle = (offers: readonly RoundOffer[]) =>
  [...offers].sort((one, other) => one.title.localeCompare(other.title, 'en-GB') || one.number - other.number)
