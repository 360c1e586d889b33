import type { HistoryRow } from '../../db/queries/audit'
import { Page } from '../layout/page'
import { Table } from '../govuk'
import { ROLE } from '../words/labels'
import { isolated } from '../words/names'
import { actionText, stateText, toldText } from '../words/history'
import { momentText } from '../words/times'

export type HistoryPageProps = {
  title: string
  rows: readonly HistoryRow[]
  back: string
  /** Names of staff are for staff; a young person reads roles. */
  reader: 'young-person' | 'team'
  actorId: string
}

/** Everything that happened to one thing: who, when, from, to, why. */
export function HistoryPage({ title, rows, back, reader, actorId }: HistoryPageProps) {
  return (
    <Page title={`History: ${title}`} back={{ href: back }} isNeutral={reader === 'young-person'}>
      <h1 class="govuk-heading-l">Everything that has happened</h1>
      <p>{title}</p>
      <Table
        label="History"
        head={[
          { text: 'When' },
          { text: 'What' },
          { text: 'Who' },
          ...(reader === 'team' ? [{ text: 'Why' }] : []),
        ]}
        rows={[...rows]
          .reverse()
          .map((row) => [
            momentText(row.at),
            reader === 'team' ? whatText(row) : toldText(row.action),
            whoText(row, reader, actorId),
            ...(reader === 'team' ? [row.words ?? row.code ?? ''] : []),
          ])}
      />
    </Page>
  )
}

const whatText = (row: HistoryRow): string =>
  row.toState && row.toState !== row.fromState
    ? `${actionText(row.action)}: ${stateText(row.toState)}`
    : actionText(row.action)

function whoText(row: HistoryRow, reader: HistoryPageProps['reader'], actorId: string): string {
  if (row.actorId === actorId) return 'You'
  if (row.actorId === 'system') return 'The service, by date'
  if (reader === 'team' && row.actorRole !== 'care-leaver')
    return row.actorName ? isolated(row.actorName) : 'Unknown'
  return row.actorRole ? ROLE[row.actorRole] : 'Someone who has left'
}
