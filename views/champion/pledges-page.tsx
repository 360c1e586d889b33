import type { Pledge } from '../../db/queries/pledges'
import { paths } from '../../src/paths'
import { Button } from '../govuk'
import { Page } from '../layout/page'
import { OUTCOME } from '../words/labels'
import { countText, dayText } from '../words/times'
import { PledgeTag } from './state-tags'

/** What the organisation has promised. */
export function PledgesPage({ pledges }: { pledges: readonly Pledge[] }) {
  return (
    <Page title="Pledges">
      <h1 class="govuk-heading-l">Pledges</h1>
      <p>
        A pledge is a promise: what, how much of it, and by when. You keep it by posting opportunities under
        it.
      </p>
      <Button href={paths.champion.newPledge}>Make a pledge</Button>
      {pledges.length === 0 ? (
        <div class="wm-empty">
          <p>No pledges yet. One place by next summer is a good start.</p>
        </div>
      ) : (
        <ul class="wm-rows">
          {pledges.map((pledge) => (
            <Row pledge={pledge} />
          ))}
        </ul>
      )}
    </Page>
  )
}

function Row({ pledge }: { pledge: Pledge }) {
  return (
    <li class="wm-row">
      <div class="wm-row__who">
        <a href={paths.champion.pledge(pledge.id)}>{pledge.what}</a>
        <div>{OUTCOME[pledge.outcome]}</div>
      </div>
      <div class="wm-row__waiting">
        <div>
          <PledgeTag state={pledge.state} />
        </div>
        <div>
          {countText(pledge.places, 'place', 'places')} by {dayText(pledge.dueOn)}
        </div>
      </div>
    </li>
  )
}
