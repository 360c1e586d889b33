import type { HistoryRow } from '../../db/queries/audit'
import { Page } from '../layout/page'
import { Table } from '../govuk'
import { actionText, stateText } from '../words/history'
import { ROLE } from '../words/labels'
import { isolated } from '../words/names'
import { momentText } from '../words/times'

export type HistoryPageProps = {
  title: string
  rows: readonly HistoryRow[]
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
function What({ row }: { row: HistoryRow }) {
  const why = row.words ?? row.code
  return (
    <>
      {whatText(row)}
      {why ? <div class="wm-secondary">{why}</div> : null}
    </>
  )
}

/** What may lead to more than one state; the others say theirs themselves. */
const OPEN_ENDED = /^(interest\.answer|consideration\.change|opportunity\.(write|lift))$/

const whatText = (row: HistoryRow): string =>
  row.toState && row.toState !== row.fromState && OPEN_ENDED.test(row.action)
    ? `${actionText(row.action)}: ${stateText(row.toState)}`
    : actionText(row.action)

function whoText(row: HistoryRow, actorId: string): string {
  if (row.actorId === actorId) return 'You'
  if (row.actorId === 'system') return 'The service, by date'
  if (row.actorRole === 'care-leaver') return ROLE['care-leaver']
  return row.actorName ? isolated(row.actorName) : 'Unknown'
}
