import type { ChampionAsk } from '../../../db/queries/champion-asks'
import { type Day, dayOf } from '../../../src/domain/dates'
import { paths } from '../../../src/paths'
import { Button } from '../../govuk'
import { Page } from '../../layout/page'
import { ASK_CANNOT, ASK_STATE, askedForText } from '../../words/asks'
import { dayText, waitingText } from '../../words/times'

export type AsksPageProps = { open: readonly ChampionAsk[]; ended: readonly ChampionAsk[]; today: Day }

/** What the champions were asked for, and what came of it. */
export function AsksPage({ open, ended, today }: AsksPageProps) {
  return (
    <Page
      title="Asked of the champions"
      back={{ href: paths.team.coverage, text: 'Wanted and offered' }}
      isWide
    >
      <div class="wm-dense">
        <h1 class="govuk-heading-l">Asked of the champions</h1>
        <p>
          What we ask stands on the home page of an organisation’s champions until they post it, say that they
          cannot, or eight weeks have passed.
        </p>
        <Button href={paths.team.newAsk}>Ask the champions</Button>
        <h2 class="govuk-heading-m">Still asked</h2>
        {open.length === 0 ? (
          <p class="wm-empty">
            Nothing is asked at the moment. The page “Wanted and offered” says what is missing most.
          </p>
        ) : (
          <List asks={open} today={today} />
        )}
        <h2 class="govuk-heading-m">Answered or ended</h2>
        {ended.length === 0 ? (
          <p class="wm-empty">Nothing that was asked has ended yet.</p>
        ) : (
          <List asks={ended} today={today} />
        )}
      </div>
    </Page>
  )
}

function List({ asks, today }: { asks: readonly ChampionAsk[]; today: Day }) {
  return (
    <ul class="wm-rows">
      {asks.map((ask) => (
        <li class="wm-row">
          <div class="wm-row__who">
            <a href={paths.team.ask(ask.id)}>
              {askedForText(ask)}
              <span class="govuk-visually-hidden">, {ask.organisationName}</span>
            </a>
            <div>
              <bdi>{ask.organisationName}</bdi>
            </div>
          </div>
          <div class="wm-row__reasons">
            <div>
              <strong>{ASK_STATE[ask.state]}</strong>
              {ask.cannotCode ? `: ${ASK_CANNOT[ask.cannotCode]}` : ''}
            </div>
            {ask.opportunityTitle ? <div>“{ask.opportunityTitle}”</div> : null}
          </div>
          <div class="wm-row__waiting">
            {ask.state === 'open' ? (
              <>Waiting {waitingText(ask.askedAt, today)}</>
            ) : (
              <>Ended on {dayText(dayOf(new Date(ask.endedAt ?? ask.askedAt)))}</>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}
