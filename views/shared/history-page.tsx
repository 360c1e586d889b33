import type { HistoryRow } from '../../db/queries/audit'
import type { AllocationRule } from '../../src/matching/allocate/round'
import { Page } from '../layout/page'
import { Table } from '../govuk'
import { RULE_NAME } from '../team/rounds/words'
import { actionText, stateText } from '../words/history'
import { ROLE } from '../words/labels'
import { isolated } from '../words/names'
import { momentText } from '../words/times'

/** One thing that happened; to a part of what the history is of, with the name and the page of that part. */
export type HistoryLine = HistoryRow & { about?: { name: string; href: string } }

export type HistoryPageProps = {
  title: string
  rows: readonly HistoryLine[]
  back: string
  /** Who reads. */
  actorId: string
}

/** Everything that happened to one thing, for the team and advisers: who, when, from, to, why. */
export function HistoryPage({ title, rows, back, actorId }: HistoryPageProps) {
  return (
    <Page title={`History: ${title}`} back={{ href: back }}>
      <h1 class="govuk-heading-l">Everything that has happened</h1>
      <p>{title}</p>
      <Table
        label="History"
        head={[{ text: 'When', isShort: true }, { text: 'What' }, { text: 'Who' }]}
        rows={[...rows]
          .reverse()
          .map((row) => [momentText(row.at), <What row={row} />, whoText(row, actorId)])}
      />
    </Page>
  )
}

/** What it was, with why below it: most have no why, and a narrow screen has no room for a column of them. */
function What({ row }: { row: HistoryLine }) {
  const why = row.words ?? (row.action === CHOICE ? null : row.code)
  return (
    <>
      {whatText(row)}
      {row.about ? (
        <>
          :{' '}
          <a href={row.about.href}>
            <bdi>{row.about.name}</bdi>
          </a>
        </>
      ) : null}
      {why ? <div class="wm-secondary">{why}</div> : null}
    </>
  )
}

/** What may lead to more than one state; the others say theirs themselves. */
const OPEN_ENDED = /^(interest\.answer|consideration\.change|opportunity\.(write|lift))$/

/** Its code is the rule that was chosen and no reason. */
const CHOICE = 'round.choose'

function whatText({ action, code, fromState, toState }: HistoryRow): string {
  const what = actionText(action)
  if (action === CHOICE && code) return `${what}: ${RULE_NAME[code as AllocationRule]}`
  return toState && toState !== fromState && OPEN_ENDED.test(action) ? `${what}: ${stateText(toState)}` : what
}

function whoText(row: HistoryRow, actorId: string): string {
  if (row.actorId === actorId) return 'You'
  if (row.actorId === 'system') return 'The service, by date'
  if (row.actorRole === 'care-leaver') return ROLE['care-leaver']
  return row.actorName ? isolated(row.actorName) : 'Unknown'
}
