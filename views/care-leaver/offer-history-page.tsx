import type { HistoryRow } from '../../db/queries/audit'
import { paths } from '../../src/paths'
import { Page } from '../layout/page'
import { Story } from '../shared/story'
import { toldText } from '../words/history'
import { ROLE } from '../words/labels'
import { momentText } from '../words/times'

export type OfferHistoryPageProps = {
  match: { id: string; title: string }
  rows: readonly HistoryRow[]
  /** Who reads. */
  actorId: string
}

/** Everything that happened to an offer, told to the young person. Names of staff are for staff: they read roles. */
export function OfferHistoryPage({ match, rows, actorId }: OfferHistoryPageProps) {
  return (
    <Page title={match.title} back={{ href: paths.my.offer(match.id) }} isNeutral>
      <h1 class="govuk-heading-l">Everything that has happened</h1>
      <p>{match.title}</p>
      <Story
        steps={rows.map((row) => ({
          text: toldText(row.action),
          when: `${whoText(row, actorId)}, ${momentText(row.at)}`,
          state: 'done',
        }))}
      />
    </Page>
  )
}

function whoText(row: HistoryRow, actorId: string): string {
  if (row.actorId === actorId) return 'You'
  if (row.actorId === 'system') return 'The service, by date'
  return row.actorRole ? ROLE[row.actorRole] : 'Someone who has left'
}
