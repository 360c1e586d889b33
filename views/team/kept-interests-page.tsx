import type { KeptInterest } from '../../db/queries/interests'
import { dayOf } from '../../src/domain/dates'
import { paths } from '../../src/paths'
import { Pagination, Table } from '../govuk'
import { Page } from '../layout/page'
import { OfferName } from '../shared/offer-name'
import { OPPORTUNITY_STATE } from '../words/states'
import { countText, dayText } from '../words/times'

export type KeptInterestsPageProps = {
  rows: readonly KeptInterest[]
  /** Of all pages. */
  total: number
  page: number
  pageCount: number
}

/** Interests that were answered with “kept for later”, where a broker finds them again. */
export function KeptInterestsPage({ rows, total, page, pageCount }: KeptInterestsPageProps) {
  const heading = `${countText(total, 'interest', 'interests')} kept for later`
  return (
    <Page title={heading} back={{ href: paths.team.home, text: 'Waiting' }} isWide>
      <div class="wm-dense">
        <h1 class="govuk-heading-l">{heading}</h1>
        <p>They were told that we keep it. The longest kept stands first.</p>
        {rows.length === 0 ? (
          <p class="wm-empty">
            {total === 0 ? 'No interest is kept for later.' : 'Nothing is on this page.'}
          </p>
        ) : (
          <Table
            label="Interests kept for later"
            head={[
              { text: 'Who' },
              { text: 'Interested in' },
              { text: 'Kept since', isShort: true },
              { text: 'The offer now', isShort: true },
            ]}
            rows={rows.map((interest) => [
              <a href={paths.team.interest(interest.id)}>
                <bdi>{interest.preferredName}</bdi>
              </a>,
              <OfferName offer={interest} href={paths.team.opportunity(interest.opportunityId)} />,
              interest.answeredAt ? dayText(dayOf(new Date(interest.answeredAt))) : '',
              offerText(interest),
            ])}
          />
        )}
        <Pagination
          page={page}
          pageCount={pageCount}
          hrefOf={(next) => `${paths.team.keptInterests}?page=${next}`}
        />
      </div>
    </Page>
  )
}

/** Whether anything can be done with it now. */
function offerText({ opportunityState, places, placesTaken }: KeptInterest): string {
  if (opportunityState !== 'published') return OPPORTUNITY_STATE[opportunityState]
  const free = places - placesTaken
  return free > 0 ? countText(free, 'free place', 'free places') : 'No free place'
}
