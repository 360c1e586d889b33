import type { RoundOffer, RoundRecord } from '../../../db/queries/rounds'
import type { Day } from '../../../src/domain/dates'
import { type Explained, sayWhyNot } from '../../../src/matching/cohort/explain-placement'
import { paths } from '../../../src/paths'
import type { PersonStanding, Show } from '../../../src/routes/team/rounds/round-list'
import { Pagination, Tag } from '../../govuk'
import { Page } from '../../layout/page'
import { offerOriginText, titleWithPlace } from '../../shared/offer-words'
import { ScoreBar } from '../../shared/score-bar'
import { districtName } from '../../words/labels'
import { countText, dayText, waitingText } from '../../words/times'
import { changeText, RULE_NAME } from './words'

/** @property given the number of what the rule gave; -1 for nothing */
type Row = PersonStanding & { given: number; explained: Explained }

export type RoundPeoplePageProps = {
  round: RoundRecord
  offers: readonly RoundOffer[]
  rows: readonly Row[]
  count: number
  show: Show
  page: number
  pageCount: number
  today: Day
}

const SHOW: Record<Show, string> = {
  'to-decide': 'To decide',
  proposed: 'Proposed',
  dropped: 'Dropped',
  placed: 'With a place',
  without: 'Without a place',
}

const EMPTY: Record<Show, string> = {
  'to-decide': 'Every suggestion of this round has been decided on. You can close the round.',
  proposed: 'Nothing of this round has been proposed yet.',
  dropped: 'No suggestion of this round was dropped.',
  placed: 'This rule gives nobody a place.',
  without: 'Everybody in this round has a place.',
}

const hrefOf = ({ round }: RoundPeoplePageProps, show: Show, page = 1) =>
  `${paths.team.roundPeople(round.id)}?${new URLSearchParams({ show, page: String(page) }).toString()}`

/** The people of a round: what is suggested for each, or why nothing is. */
export function RoundPeoplePage(props: RoundPeoplePageProps) {
  const { round, rows, count, show, page, pageCount } = props
  const shows: Show[] = round.rule
    ? ['to-decide', 'proposed', 'dropped', 'placed', 'without']
    : ['placed', 'without']
  return (
    <Page
      title={`People in the round of ${dayText(round.day)}`}
      back={{ href: paths.team.round(round.id), text: `Round of ${dayText(round.day)}` }}
      isWide
    >
      <div class="wm-dense">
        <h1 class="govuk-heading-l">
          {SHOW[show]}: {countText(count, 'person', 'people')}
        </h1>
        <p>
          {round.rule ? 'By' : 'As the usual rule has it,'} “{RULE_NAME[round.rule ?? 'band-by-band']}”.
          Earlier bands first, in each the best fit.
        </p>
        <nav aria-label="Which people">
          <ul class="wm-tabs">
            {shows.map((one) => (
              <li>
                <a href={hrefOf(props, one)} aria-current={one === show ? 'page' : undefined}>
                  {SHOW[one]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {rows.length === 0 ? <p class="wm-empty">{EMPTY[show]}</p> : null}
        <ul class="wm-rows">
          {rows.map((row) => (
            <PersonRow row={row} {...props} />
          ))}
        </ul>
        <Pagination page={page} pageCount={pageCount} hrefOf={(next) => hrefOf(props, show, next)} />
      </div>
    </Page>
  )
}

/** The first reason, of what the rule gave; whoever decided something else says why on the person's page. */
function reasonOf({ placement, given, explained }: Row, offers: readonly RoundOffer[]): string {
  if (placement !== given) return changeText(offers[given], offers[placement])
  const [first] = explained.better
  if (!first)
    return placement === -1
      ? 'The rules let through nothing of this round.'
      : 'Nothing would be better for them.'
  const better = offers[first.opening]
  const title = `“${better ? titleWithPlace(better) : ''}”`
  return `${title} ${placement === -1 ? 'fits best' : 'would be better'}: ${sayWhyNot(first, explained.band)}`
}

function PersonRow({ row, round, offers, today }: RoundPeoplePageProps & { row: Row }) {
  const { person, placement, fit, suggestion } = row
  const offer = offers[placement]
  const action = suggestion?.state === 'waiting' && round.state === 'chosen' ? 'Decide' : 'Look'
  return (
    <li class="wm-row">
      <div class="wm-row__who">
        <strong>
          <bdi>{person.preferredName ?? 'Somebody who cannot be shown'}</bdi>
        </strong>
        <span class="wm-secondary"> {person.district ? districtName(person.district) : ''}</span>
        <div>
          <Tag colour="grey">Band {person.band}</Tag> {offer ? offer.title : 'No place'}
        </div>
        {offer ? <div class="wm-secondary">{offerOriginText(offer)}</div> : null}
      </div>
      <div class="wm-row__reasons">
        {offer ? <ScoreBar points={fit} of={1000} label="Fit" /> : null}
        <div>{reasonOf(row, offers)}</div>
      </div>
      <div class="wm-row__waiting">
        {person.waitingSince ? `Waiting ${waitingText(person.waitingSince, today)}` : ''}
      </div>
      <div class="wm-row__action">
        <a href={paths.team.roundPerson(round.id, person.number)}>
          {action}
          <span class="govuk-visually-hidden">
            {' '}
            {action === 'Decide' ? 'about' : 'at'} <bdi>{person.preferredName ?? 'this person'}</bdi>
          </span>
        </a>
      </div>
    </li>
  )
}
