import type { listRounds } from '../../../db/queries/rounds'
import { paths } from '../../../src/paths'
import { Table, Tag } from '../../govuk'
import { Page } from '../../layout/page'
import { dayText } from '../../words/times'
import { ROUND_STATE, RULE_NAME } from './words'

type Rounds = Awaited<ReturnType<typeof listRounds>>

export function RoundsPage({ rounds, mayOpen }: { rounds: Rounds; mayOpen: boolean }) {
  return (
    <Page title="Rounds" back={{ href: paths.team.home, text: 'Waiting' }} isWide>
      <div class="wm-dense">
        <h1 class="govuk-heading-l">Rounds</h1>
        <p>
          A round looks at many people and many opportunities at once, so that nobody is left with nothing
          because of the order in which lists were worked through. It suggests; you decide on each.
        </p>
        {mayOpen ? (
          <p>
            <a href={paths.team.newRound} class="govuk-button">
              Open a round
            </a>
          </p>
        ) : null}
        {rounds.length === 0 ? (
          <p class="wm-empty">
            No round has been opened yet.{' '}
            {mayOpen ? 'Open one when places have come in and people wait.' : ''}
          </p>
        ) : (
          <Table
            label="Rounds"
            head={[
              { text: 'Round of' },
              { text: 'State' },
              { text: 'Rule' },
              { text: 'To decide', isNumeric: true },
              { text: 'Proposed', isNumeric: true },
              { text: 'Opened by' },
            ]}
            rows={rounds.map((round) => [
              <a href={paths.team.round(round.id)}>{dayText(round.day)}</a>,
              <Tag colour={ROUND_STATE[round.state].colour}>{ROUND_STATE[round.state].text}</Tag>,
              round.rule ? RULE_NAME[round.rule] : 'Not chosen',
              round.state === 'chosen' ? round.waiting : '–',
              round.proposed,
              <bdi>{round.openedByName}</bdi>,
            ])}
          />
        )}
      </div>
    </Page>
  )
}
