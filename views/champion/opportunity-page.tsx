import type { OpportunityWork } from '../../db/queries/opportunities'
import {
  isSectionDone,
  type OpportunityDraft,
  sectionsToDo,
  warningsFor,
} from '../../src/domain/opportunity-draft'
import { OPPORTUNITY_SECTIONS, type OpportunitySection } from '../../src/domain/opportunity'
import { paths } from '../../src/paths'
import { Button, ButtonGroup, InsetText, type Task, TaskList } from '../govuk'
import { Page } from '../layout/page'
import { Paragraphs } from '../shared/offer-detail'
import { CHANGE_CODE, SECTION } from '../words/labels'
import { countText, momentText } from '../words/times'
import { Actions } from './opportunity-actions'
import { OpportunityTag } from './state-tags'
import { titleOf, turnText } from './words'

export type OpportunityPageProps = {
  work: OpportunityWork
  pledge: { id: string; what: string } | null
}

/** One opportunity: where it stands, the steps while it is being written, and what can be done with it. */
export function OpportunityPage({ work, pledge }: OpportunityPageProps) {
  const { revision } = work
  const isWritable = revision !== null && revision.state !== 'submitted'
  return (
    <Page title={titleOf(work)} back={{ href: paths.champion.opportunities, text: 'Opportunities' }}>
      <h1 class="govuk-heading-l">{titleOf(work)}</h1>
      <p>
        <OpportunityTag state={work.shownState} />
      </p>
      <p>{turnText(work)}.</p>
      {pledge ? (
        <p class="wm-secondary">
          Part of the pledge <a href={paths.champion.pledge(pledge.id)}>{pledge.what}</a>
        </p>
      ) : null}
      {work.stoppedBecause ? <Stopped reason={work.stoppedBecause} /> : null}
      {revision?.state === 'changes-requested' ? <ChangesAsked revision={revision} /> : null}
      {revision?.state === 'submitted' ? <WithTheTeam work={work} /> : null}
      {revision && work.content ? <StillThere work={work} /> : null}
      {isWritable ? <Steps work={work} draft={revision.draft} /> : null}
      <Actions work={work} />
    </Page>
  )
}

function Stopped({ reason }: { reason: string }) {
  return (
    <InsetText>
      <h2 class="govuk-heading-s">The 18+ team has paused this</h2>
      <Paragraphs text={reason} />
      <p>Nobody can find it until they lift that. You can still edit it, close it or withdraw it.</p>
    </InsetText>
  )
}

function ChangesAsked({ revision }: { revision: NonNullable<OpportunityWork['revision']> }) {
  return (
    <InsetText>
      <h2 class="govuk-heading-s">What the 18+ team asked you to change</h2>
      {revision.codes.length > 0 ? (
        <ul class="govuk-list govuk-list--bullet">
          {revision.codes.map((code) => (
            <li>{CHANGE_CODE[code]}</li>
          ))}
        </ul>
      ) : null}
      <Paragraphs text={revision.words} />
    </InsetText>
  )
}

function WithTheTeam({ work }: { work: OpportunityWork }) {
  const since = work.revision?.submittedAt ?? work.stateSince
  return (
    <InsetText>
      You sent it on {momentText(since)}. You cannot change it while the 18+ team looks at it. We send you an
      email when they have answered. <a href={paths.champion.preview(work.id)}>See what you sent</a>.
    </InsetText>
  )
}

/** Said while there are two: the one that people can find, and the one being written. */
function StillThere({ work }: { work: OpportunityWork }) {
  return (
    <InsetText>
      {work.state === 'published' ? (
        <>
          This is a new version. <a href={paths.opportunity(work.id)}>The published one</a> stays as it is
          until the 18+ team has agreed this one.
        </>
      ) : (
        'This is a new version. The 18+ team looks at it before it can be found again.'
      )}
    </InsetText>
  )
}

function Steps({ work, draft }: { work: OpportunityWork; draft: OpportunityDraft }) {
  const left = sectionsToDo(draft).length
  return (
    <>
      <h2 class="govuk-heading-m">
        {left === 0 ? 'All steps are done' : countText(left, 'step to do', 'steps to do')}
      </h2>
      <TaskList items={OPPORTUNITY_SECTIONS.map((section) => toTask(work.id, draft, section))} />
      <ButtonGroup>
        {left === 0 ? <Button href={paths.champion.check(work.id)}>Check and send it</Button> : null}
        {left === 0 ? (
          <Button href={paths.champion.preview(work.id)} variant="secondary">
            Preview it
          </Button>
        ) : null}
      </ButtonGroup>
    </>
  )
}

function toTask(id: string, draft: OpportunityDraft, section: OpportunitySection): Task {
  const isDone = isSectionDone(draft, section)
  const hints = section === 'doing' ? warningsFor(draft).filter(isAboutWords).length : 0
  return {
    title: SECTION[section],
    href: paths.champion.section(id, section),
    status: isDone ? { text: 'Done' } : { tag: 'To do', colour: 'blue' },
    hint: hints > 0 ? `${countText(hints, 'hint', 'hints')} about plain English` : null,
  }
}

const isAboutWords = ({ kind }: { kind: string }) => kind === 'long-sentences' || kind === 'acronyms'
