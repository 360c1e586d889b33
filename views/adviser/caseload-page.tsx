import type { listCaseload } from '../../db/queries/care-leavers'
import { dayOf, type Instant } from '../../src/domain/dates'
import type { CareLeaverId } from '../../src/domain/ids'
import { paths } from '../../src/paths'
import { Table, Tag } from '../govuk'
import { Page } from '../layout/page'
import { CONSIDERATION } from '../words/labels'
import { countText, waitingText } from '../words/times'

type People = Awaited<ReturnType<typeof listCaseload>>

export type CaseloadPageProps = {
  people: People
  /** How many checks wait for the adviser, by person. */
  checks: ReadonlyMap<CareLeaverId, number>
  now: Date
}

export function CaseloadPage({ people, checks, now }: CaseloadPageProps) {
  const today = dayOf(now)
  return (
    <Page title="Caseload" isWide>
      <div class="wm-dense">
        <h1 class="govuk-heading-l">{countText(people.length, 'person', 'people')} on your caseload</h1>
        {people.length === 0 ? (
          <p class="wm-empty">Nobody is assigned to you yet. A manager of the 18+ team assigns people.</p>
        ) : (
          <Table
            label="Your caseload"
            head={[
              { text: 'Name' },
              { text: 'Offers to answer', isNumeric: true },
              { text: 'To check', isNumeric: true },
              { text: 'Asked for', isNumeric: true },
              { text: 'Waiting', isShort: true },
              { text: 'May be suggested', isShort: true },
              { text: 'Signs in', isShort: true },
            ]}
            rows={people.map((person) => [
              <a href={paths.adviser.person(person.id)}>
                <bdi>{person.preferredName}</bdi>
              </a>,
              (person.proposals ?? 0) > 0 ? <Tag colour="yellow">{String(person.proposals)}</Tag> : '0',
              toCheck(checks.get(person.id) ?? 0),
              String(person.openInterests ?? 0),
              person.waitingSince ? waitingText(person.waitingSince, today) : '',
              CONSIDERATION[person.consideration],
              signsIn(person, now.toISOString()),
            ])}
          />
        )}
      </div>
    </Page>
  )
}

const toCheck = (count: number) => (count > 0 ? <Tag colour="yellow">{String(count)}</Tag> : '0')

function signsIn({ accountState: state, invitedUntil }: People[number], now: Instant) {
  if (state === 'active') return 'Yes'
  if (state === 'invited')
    return invitedUntil && invitedUntil <= now ? <Tag colour="yellow">Link ran out</Tag> : 'Invited'
  return state === null ? 'Not invited' : 'No'
}
