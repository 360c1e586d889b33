import type { OpportunityWork } from '../../db/queries/opportunities'
import { paths } from '../../src/paths'
import { Button, ButtonGroup } from '../govuk'
import { Page } from '../layout/page'
import { KIND } from '../words/labels'
import { dayText } from '../words/times'
import { OpportunityTag } from './state-tags'
import { titleOf, turnText } from './words'

type Group = { id: string; title: string; has: (work: OpportunityWork) => boolean }

const hasEnded = ({ state }: OpportunityWork) =>
  ['closed', 'expired', 'withdrawn', 'archived'].includes(state)

/** By whose turn it is. What is live and has a new version stands with whoever has that version. */
const GROUPS: readonly Group[] = [
  {
    id: 'yours',
    title: 'With you',
    has: ({ revision }) => revision !== null && revision.state !== 'submitted',
  },
  { id: 'waiting', title: 'With the 18+ team', has: ({ revision }) => revision?.state === 'submitted' },
  { id: 'live', title: 'Live and paused', has: (work) => work.revision === null && !hasEnded(work) },
  { id: 'ended', title: 'Ended', has: (work) => work.revision === null && hasEnded(work) },
]

/** What the organisation has posted: where each one stands and whose turn it is. Never anything about people. */
export function OpportunitiesPage({ works }: { works: readonly OpportunityWork[] }) {
  // A draft that was dropped before anybody saw it is gone.
  const kept = works.filter(({ content, revision }) => content !== null || revision !== null)
  return (
    <Page title="Opportunities">
      <h1 class="govuk-heading-l">Opportunities</h1>
      <ButtonGroup>
        <Button href={paths.champion.newOpportunity}>Post an opportunity</Button>
        <a class="govuk-link" href={paths.champion.import}>
          Post several from a file
        </a>
      </ButtonGroup>
      {kept.length === 0 ? (
        <div class="wm-empty">
          <p>Nothing has been posted yet. A visit, a day’s taster or one place is a good start.</p>
        </div>
      ) : null}
      {GROUPS.map((group) => (
        <Grouped {...group} works={kept.filter(group.has)} />
      ))}
    </Page>
  )
}

function Grouped({ id, title, works }: Group & { works: readonly OpportunityWork[] }) {
  if (works.length === 0) return <span id={id}></span>
  return (
    <section aria-labelledby={id}>
      <h2 class="govuk-heading-m" id={id}>
        {title}
      </h2>
      <ul class="wm-rows">
        {works.map((work) => (
          <Row work={work} />
        ))}
      </ul>
    </section>
  )
}

function Row({ work }: { work: OpportunityWork }) {
  const kind = work.revision?.draft.kind ?? work.content?.kind
  return (
    <li class="wm-row">
      <div class="wm-row__who">
        <a href={paths.champion.opportunity(work.id)}>{titleOf(work)}</a>
        {kind ? <div>{KIND[kind]}</div> : null}
      </div>
      <div class="wm-row__waiting">
        <div>
          <OpportunityTag state={work.shownState} />
        </div>
        <div>{turnText(work)}</div>
        {work.closesOn && !hasEnded(work) ? <div>Closes {dayText(work.closesOn)}</div> : null}
      </div>
    </li>
  )
}
