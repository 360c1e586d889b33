import type { HistoryRow } from '../../db/queries/audit'
import type { Pledge, PledgedOpportunity } from '../../db/queries/pledges'
import { nextPledgeState } from '../../src/domain/pledge'
import { paths } from '../../src/paths'
import { Button, SummaryList } from '../govuk'
import { Page } from '../layout/page'
import { OUTCOME } from '../words/labels'
import { dayText } from '../words/times'
import { History } from './history-page'
import { OpportunityTag, PledgeTag } from './state-tags'
import { titleOf } from './words'

export type PledgePageProps = {
  pledge: Pledge
  opportunities: readonly PledgedOpportunity[]
  history: readonly HistoryRow[]
  readerId: string
}

/** A promise: what it says, what has been posted to keep it, and what happened to it. */
export function PledgePage({ pledge, opportunities, history, readerId }: PledgePageProps) {
  const holds = nextPledgeState(pledge.state, 'withdraw') !== undefined
  return (
    <Page title="Pledge" back={{ href: paths.champion.pledges, text: 'Pledges' }}>
      <h1 class="govuk-heading-l">{pledge.what}</h1>
      <SummaryList
        rows={[
          { key: 'Where it stands', value: <PledgeTag state={pledge.state} /> },
          ...(pledge.stateReason ? [{ key: 'Reason', value: pledge.stateReason }] : []),
          { key: 'It helps with', value: OUTCOME[pledge.outcome] },
          { key: 'Places promised', value: String(pledge.places) },
          { key: 'By', value: dayText(pledge.dueOn) },
          { key: 'Made by', value: <bdi>{pledge.ownerName}</bdi> },
          { key: 'Looked at again', value: dayText(pledge.reviewOn) },
        ]}
      />
      <h2 class="govuk-heading-m">Opportunities under it</h2>
      <Opportunities opportunities={opportunities} />
      {holds ? (
        <Button href={`${paths.champion.newOpportunity}?pledge=${pledge.id}`}>
          Post an opportunity under this pledge
        </Button>
      ) : null}
      <h2 class="govuk-heading-m">What has happened</h2>
      <History rows={history} readerId={readerId} />
      {holds ? (
        <p>
          <a href={paths.champion.withdrawPledge(pledge.id)}>Withdraw this pledge</a>
        </p>
      ) : null}
    </Page>
  )
}

function Opportunities({ opportunities }: Pick<PledgePageProps, 'opportunities'>) {
  if (opportunities.length === 0) return <p>None yet. A pledge becomes real with the first one.</p>
  return (
    <ul class="wm-rows">
      {opportunities.map((one) => (
        <li class="wm-row">
          <div class="wm-row__who">
            <a href={paths.champion.opportunity(one.id)}>{titleOf(one)}</a>
          </div>
          <div>
            <OpportunityTag state={one.shownState} />
          </div>
        </li>
      ))}
    </ul>
  )
}
