import type { Introduction } from '../../db/queries/shares'
import type { OpportunityWork } from '../../db/queries/opportunities'
import { daysBetween, type Day } from '../../src/domain/dates'
import { paths } from '../../src/paths'
import type { AskView, OfferQuestion } from '../../src/policy/views'
import { Button, ButtonGroup } from '../govuk'
import { Page } from '../layout/page'
import { Queue, type QueueItem } from '../shared/queue'
import { MATCH_STATE } from '../words/states'
import { countText, dayText, waitingText } from '../words/times'
import { Asks } from './asks'
import { titleOf } from './words'

/** What a home page says of an introduction: nothing about the person until it is opened. */
export type IntroductionLine = Pick<
  Introduction,
  'reference' | 'title' | 'startedAt' | 'state' | 'brokerName'
>

export type HomePageProps = {
  works: readonly OpportunityWork[]
  introductions: readonly IntroductionLine[]
  /** What the team asks about offers; about nobody. */
  questions: readonly OfferQuestion[]
  /** What the team asks the whole organisation for. */
  asks: readonly AskView[]
  today: Day
}

/** Three numbers, what needs the champion now, and who they have been introduced to. */
export function HomePage(props: HomePageProps) {
  return (
    <Page title="Home">
      <h1 class="govuk-heading-l">Your pledges and opportunities</h1>
      <Numbers works={props.works} />
      <ButtonGroup>
        <Button href={paths.champion.newOpportunity}>Post an opportunity</Button>
        <Button href={paths.champion.newPledge} variant="secondary">
          Make a pledge
        </Button>
        <a class="govuk-link" href={paths.champion.import}>
          Post several from a file
        </a>
      </ButtonGroup>
      <h2 class="govuk-heading-m">What needs you now</h2>
      <Queue items={needsNow(props)} empty={<Nothing hasAny={props.works.length > 0} />} />
      <Asks {...props} />
      <Introductions {...props} />
    </Page>
  )
}

function Numbers({ works }: { works: readonly OpportunityWork[] }) {
  const drafts = works.filter(({ revision }) => revision && revision.state !== 'submitted').length
  const waiting = works.filter(({ revision }) => revision?.state === 'submitted').length
  const live = works.filter(({ state }) => state === 'published').length
  return (
    <ul class="wm-numbers">
      <Number count={drafts} text="With you: drafts and changes" anchor="yours" />
      <Number count={waiting} text="Waiting for the 18+ team" anchor="waiting" />
      <Number count={live} text="Live" anchor="live" />
    </ul>
  )
}

function Number({ count, text, anchor }: { count: number; text: string; anchor: string }) {
  return (
    <li class="wm-numbers__item">
      <span class="wm-numbers__number">{count}</span>{' '}
      <a href={`${paths.champion.opportunities}#${anchor}`}>{text}</a>
    </li>
  )
}

function Nothing({ hasAny }: { hasAny: boolean }) {
  return hasAny ? (
    <p>Nothing. We send you an email when something needs you.</p>
  ) : (
    <p>You have not posted anything yet. It takes about ten minutes, and your draft is saved at each step.</p>
  )
}

/** How long before its closing day a live one is worth a thought. */
const CLOSING_SOON_DAYS = 14

function needsNow({ works, introductions, questions, today }: HomePageProps): QueueItem[] {
  return [
    ...works
      .filter(({ revision }) => revision?.state === 'changes-requested')
      .map((work) => changesItem(work, today)),
    ...questions.map((one) => questionItem(one, today)),
    ...introductions.filter(({ state }) => state === 'introduced').map((one) => introductionItem(one, today)),
    ...works.filter((work) => closesSoon(work, today)).map((work) => closingItem(work, today)),
  ]
}

const closesSoon = ({ state, closesOn }: OpportunityWork, today: Day) =>
  state === 'published' && closesOn !== null && daysBetween(today, closesOn) <= CLOSING_SOON_DAYS

const changesItem = (work: OpportunityWork, today: Day): QueueItem => ({
  href: paths.champion.opportunity(work.id),
  what: titleOf(work),
  who: 'The 18+ team asked for changes',
  waiting: waitingText(work.stateSince, today),
  isLate: false,
  action: 'Change it',
})

const QUESTION: Readonly<Record<string, string>> = {
  'age-on-start-date': 'The 18+ team asks when it starts',
  travel: 'The 18+ team asks where it is',
}

const questionItem = (one: OfferQuestion, today: Day): QueueItem => ({
  href: paths.champion.opportunity(one.opportunityId),
  what: one.title,
  who: QUESTION[one.rule] ?? 'The 18+ team asks for more about it',
  waiting: waitingText(one.askedAt, today),
  isLate: false,
  action: 'Say it',
})

const introductionItem = (one: IntroductionLine, today: Day): QueueItem => ({
  href: paths.champion.introduction(one.reference),
  what: one.title,
  who: 'Somebody said yes: get in touch',
  waiting: waitingText(one.startedAt, today),
  isLate: false,
  action: 'Meet them',
})

const closingItem = (work: OpportunityWork, today: Day): QueueItem => ({
  href: paths.champion.opportunity(work.id),
  what: titleOf(work),
  who: `Closes on ${dayText(work.closesOn ?? today)}`,
  waiting:
    daysBetween(today, work.closesOn ?? today) < 1
      ? 'today'
      : `in ${countText(daysBetween(today, work.closesOn ?? today), 'day', 'days')}`,
  isLate: false,
  action: 'Look at it',
})

function Introductions({ introductions, today }: HomePageProps) {
  return (
    <>
      <h2 class="govuk-heading-m">Introductions</h2>
      {introductions.length === 0 ? (
        <div class="wm-empty">
          <p>
            Nobody has been introduced to you yet. The 18+ team matches people to what you post. You meet
            somebody here once they have said yes.
          </p>
        </div>
      ) : (
        <ul class="wm-rows">
          {introductions.map((one) => (
            <li class="wm-row">
              <div class="wm-row__who">
                <a href={paths.champion.introduction(one.reference)}>{one.title}</a>
                <div>{MATCH_STATE[one.state]}</div>
              </div>
              <div class="wm-row__waiting">
                <div>
                  Introduced by <bdi>{one.brokerName}</bdi>
                </div>
                <div>{waitingText(one.startedAt, today)}</div>
              </div>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
