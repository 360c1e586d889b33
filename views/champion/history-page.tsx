import type { HistoryRow } from '../../db/queries/audit'
import { type ChangeCode, CHANGE_CODES } from '../../src/domain/opportunity'
import { Page } from '../layout/page'
import { Story } from '../shared/story'
import { actionText } from '../words/history'
import { CHANGE_CODE } from '../words/labels'
import { momentText } from '../words/times'

export type HistoryPageProps = {
  title: string
  back: string
  rows: readonly HistoryRow[]
  readerId: string
}

/** Everything that happened to an opportunity, in order. */
export function HistoryPage({ title, back, rows, readerId }: HistoryPageProps) {
  return (
    <Page title="History" back={{ href: back }}>
      <span class="govuk-caption-l">{title}</span>
      <h1 class="govuk-heading-l">History</h1>
      <History rows={rows} readerId={readerId} />
    </Page>
  )
}

export function History({ rows, readerId }: Pick<HistoryPageProps, 'rows' | 'readerId'>) {
  return (
    <Story
      steps={withoutRepeats(rows).map((row) => ({
        text: <Event row={row} />,
        when: `${whoDid(row, readerId)}, ${momentText(row.at)}`,
        state: 'done',
      }))}
    />
  )
}

/** A draft is saved at each step: of savings in a row by one person the last is enough. */
function withoutRepeats(rows: readonly HistoryRow[]): HistoryRow[] {
  return rows.filter((row, position) => {
    const next = rows[position + 1]
    return row.action !== 'opportunity.write' || next?.action !== row.action || next.actorId !== row.actorId
  })
}

function Event({ row }: { row: HistoryRow }) {
  const codes = (row.code ?? '').split(' ').flatMap((one) => (isChangeCode(one) ? [CHANGE_CODE[one]] : []))
  return (
    <>
      {actionText(row.action)}
      {codes.length > 0 ? `: ${codes.join('; ')}` : ''}
      {row.words ? <div class="wm-secondary">“{row.words}”</div> : null}
    </>
  )
}

const isChangeCode = (code: string): code is ChangeCode => (CHANGE_CODES as readonly string[]).includes(code)

function whoDid(row: HistoryRow, readerId: string): string {
  if (row.actorId === readerId) return 'You'
  if (row.actorRole === 'champion' || row.actorRole === 'partner') return `Your colleague ${row.actorName}`
  if (row.actorRole === 'broker' || row.actorRole === 'manager') return `${row.actorName}, 18+ team`
  return 'The service'
}
