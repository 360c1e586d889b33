import type { QueueItem, Turn } from '../../db/queries/queue'
import type { Day } from '../../src/domain/dates'
import { paths } from '../../src/paths'
import { Pagination } from '../govuk'
import { Page } from '../layout/page'
import { offerOriginText, placeAndStartText } from '../shared/offer-words'
import { Queue, type QueueItem as QueueLine } from '../shared/queue'
import { countText, dayText, daysWaited, waitingText, weekdayText } from '../words/times'

const TURNS: readonly Turn[] = ['18+ team', 'young person', 'adviser', 'champion']

/** Days after which something without a promise of its own counts as late. */
const REVIEW_DAYS = 5
const CHAMPION_DAYS = 14

const PAGE_SIZE = 40

export type QueuePageProps = {
  items: readonly QueueItem[]
  /** How many interests the team keeps for later: answered, so nobody's turn, and not to be forgotten. */
  kept: number
  today: Day
  turn: string
  page: number
}

/** One list at a time: what the team can do itself first, what it only watches behind the other two numbers. */
export function QueuePage({ items, kept, today, turn, page }: QueuePageProps) {
  const shown = TURNS.find((one) => one === turn) ?? '18+ team'
  const lines = linesOf(items, shown, today)
  const start = (page - 1) * PAGE_SIZE
  return (
    <Page title="Waiting" isWide>
      <div class="wm-dense">
        <h1 class="govuk-heading-l">What is waiting, on whom, for how long</h1>
        <Numbers items={items} today={today} shown={shown} />
        <p>
          <a href={paths.team.rounds}>Rounds</a> · <a href={paths.team.rules}>Rules and weights</a> ·{' '}
          <a href={paths.team.fairness}>Who is reached</a> ·{' '}
          <a href={paths.team.coverage}>Wanted and offered</a> ·{' '}
          <a href={paths.team.unmetNeeds}>Looked for and not found</a> ·{' '}
          <a href={paths.team.invitePoster}>Invite a champion or partner</a>
        </p>
        <h2 class="govuk-heading-m">{TURN_HEADING[shown]}</h2>
        <Queue items={lines.slice(start, start + PAGE_SIZE)} empty={<p>{TURN_EMPTY[shown]}</p>} />
        <Pagination
          page={page}
          pageCount={Math.max(1, Math.ceil(lines.length / PAGE_SIZE))}
          hrefOf={(next) => hrefOf(shown, next)}
        />
        {kept > 0 ? (
          <p>
            Answered, and not to be forgotten:{' '}
            <a href={paths.team.keptInterests}>{countText(kept, 'interest', 'interests')} kept for later</a>
          </p>
        ) : null}
      </div>
    </Page>
  )
}

const hrefOf = (turn: Turn, page = 1) =>
  `${paths.team.home}?${new URLSearchParams({ turn, page: String(page) }).toString()}`

const TURN_HEADING: Record<Turn, string> = {
  '18+ team': 'With us',
  'young person': 'With the young person',
  adviser: 'With the adviser',
  champion: 'With the champion',
}

const TURN_EMPTY: Record<Turn, string> = {
  '18+ team': 'Nothing is waiting for the team.',
  'young person': 'No young person has anything to answer.',
  adviser: 'No check is waiting for an adviser.',
  champion: 'No introduction and no question is waiting for a champion.',
}

/** Whatever is late stands before whatever is not. */
function linesOf(items: readonly QueueItem[], turn: Turn, today: Day): QueueLine[] {
  const mine = items.filter((item) => item.turn === turn)
  const late = mine.filter((item) => isLate(item, today))
  return [...late, ...mine.filter((item) => !isLate(item, today))].map((item) => toLine(item, today))
}

function Numbers({ items, today, shown }: { items: readonly QueueItem[]; today: Day; shown: Turn }) {
  const late = (turn: Turn) => items.filter((item) => item.turn === turn && isLate(item, today)).length
  return (
    <ul class="wm-numbers">
      {TURNS.map((turn) => (
        <li class="wm-numbers__item">
          <span class="wm-numbers__number">{items.filter((item) => item.turn === turn).length}</span>
          <a href={hrefOf(turn)} aria-current={turn === shown ? 'page' : undefined}>
            {TURN_HEADING[turn].toLowerCase()}
          </a>
          {late(turn) > 0 ? <span class="wm-secondary"> ({late(turn)} late)</span> : null}
        </li>
      ))}
    </ul>
  )
}

const ACTION: Record<QueueItem['kind'], string> = {
  review: 'Review',
  interest: 'Answer',
  outcome: 'Record',
  proposal: 'Look',
  placement: 'Complete or end',
  introduction: 'Follow up',
  share: 'Look',
  pledge: 'Agree',
  'no-champion': 'Hand over',
  round: 'Go on',
  'rule-set': 'Look at it',
  'rule-review': 'Look again',
  check: 'Look',
  unmatched: 'Look',
}

const HREF: Record<QueueItem['kind'], (id: string) => string> = {
  review: paths.team.review,
  interest: paths.team.interest,
  outcome: paths.team.match,
  proposal: paths.team.match,
  placement: paths.team.match,
  introduction: paths.team.match,
  share: paths.team.match,
  pledge: paths.team.pledge,
  'no-champion': paths.team.opportunity,
  round: paths.team.round,
  'rule-set': paths.team.ruleSet,
  'rule-review': () => paths.team.rules,
  check: paths.team.opportunity,
  unmatched: () => paths.team.unmatched,
}

const KIND: Record<QueueItem['kind'], string> = {
  review: 'New or changed opportunity',
  interest: 'Interest',
  outcome: 'Outcome check',
  proposal: 'Proposal',
  placement: 'All checks done',
  introduction: 'Introduction',
  share: 'Nothing is shared now',
  pledge: 'Pledge',
  'no-champion': 'Nobody looks after this',
  round: 'Round',
  'rule-set': 'Change of the rules',
  'rule-review': 'Review of a rule',
  check: 'Check',
  unmatched: 'Nothing fits',
}

function toLine(item: QueueItem, today: Day): QueueLine {
  const week = item.week ? `, week ${item.week}` : ''
  const since = waitingText(item.since, today)
  // What was promised by a day is late from that day, whatever it has waited.
  const waiting = item.dueOn
    ? `due ${weekdayText(item.dueOn)}, waiting ${since}`
    : item.kind === 'unmatched'
      ? `longest ${since}`
      : since
  return {
    href: item.personId ? paths.team.pair(item.id, item.personId) : HREF[item.kind](item.id),
    what: `${KIND[item.kind]}${week}: ${item.what}`,
    beside: besideOf(item),
    who: item.kind === 'round' ? `Of ${dayText(item.about)}` : item.about,
    waiting,
    isLate: isLate(item, today),
    action: ACTION[item.kind],
  }
}

/** The organisation is said once: it is what some lines are about. */
function besideOf({ offer, about }: QueueItem): string | undefined {
  if (!offer) return undefined
  return about === offer.organisationName ? placeAndStartText(offer) : offerOriginText(offer)
}

/** Whoever nothing fits has a page of their own for that; it is nobody's delay. */
function isLate(item: QueueItem, today: Day): boolean {
  if (item.kind === 'unmatched') return false
  if (item.dueOn) return item.dueOn < today
  return daysWaited(item.since, today) > (item.turn === 'champion' ? CHAMPION_DAYS : REVIEW_DAYS)
}
