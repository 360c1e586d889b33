import type { Account, Role } from '../../src/domain/account'
import { addDays, type Day } from '../../src/domain/dates'
import type { AccountId } from '../../src/domain/ids'
import { RENEWAL_DAYS } from '../../src/domain/mentor'
import { isMeeting } from '../../src/domain/mentor-request'
import { isWritable } from '../../src/domain/opportunity'
import type { Reader } from '../database'
import { findAccountByEmail } from './accounts'
import { listCaseload } from './care-leavers'
import { listOwnOpportunities } from './opportunities'
import { listMentorRequests } from './mentor-requests'
import { listWaitingMentors } from './mentors'
import { listQueue } from './queue'

export type DemoPerson = { email: string; name: string; role: Role; line: string }

/** With their account, if it is still there, and how many things wait for them. */
export type WaitedForPerson = DemoPerson & { id: AccountId | null; waiting: number }

/**
 * The people to sign in as, which the demo's seed wrote down, each with how many things wait for them. Whom nothing fits is
 * worked out and not stored, so the team's line for them is not among these.
 */
export async function listDemoPeople(db: Reader, today: Day): Promise<WaitedForPerson[]> {
  const row = await db.query
    .selectFrom('setting')
    .select('value')
    .where('name', '=', 'demo-people')
    .executeTakeFirst()
  const people = row ? (JSON.parse(row.value) as DemoPerson[]) : []
  return Promise.all(
    people.map(async (person) => {
      const account = await findAccountByEmail(db, person.email)
      const waiting = account ? await countWaiting(db, account, today) : 0
      return { ...person, id: account?.id ?? null, waiting }
    }),
  )
}

/** What is somebody's own turn. */
async function countWaiting(db: Reader, account: Account, today: Day): Promise<number> {
  const count = {
    broker: () => countTeams(db, account.id, today),
    manager: () => countTeams(db, account.id, today),
    adviser: async () =>
      (await listCaseload(db, account.id)).filter(({ proposals }) => (proposals ?? 0) > 0).length,
    champion: () => countDrafts(db, account.organisationId),
    partner: () => countDrafts(db, account.organisationId),
    coordinator: () => countMentoring(db, account.id, today),
    'care-leaver': () => countProposals(db, account.id),
  }
  return count[account.role]()
}

async function countTeams(db: Reader, viewerId: AccountId, today: Day) {
  const queue = await listQueue(db, viewerId, today)
  return queue.filter(({ turn }) => turn === '18+ team').length
}

/** Every line of the coordinators' page but those of who meets somebody already. */
async function countMentoring(db: Reader, viewerId: AccountId, today: Day) {
  const [{ steps, renewals }, requests] = await Promise.all([
    listWaitingMentors(db, addDays(today, RENEWAL_DAYS)),
    listMentorRequests(db, viewerId),
  ])
  return steps.length + renewals.length + requests.filter((request) => !isMeeting(request)).length
}

async function countDrafts(db: Reader, organisationId: Parameters<typeof listOwnOpportunities>[1]) {
  const work = await listOwnOpportunities(db, organisationId)
  return work.filter(({ revision }) => isWritable(revision)).length
}

async function countProposals(db: Reader, accountId: NonNullable<Parameters<typeof listCaseload>[1]>) {
  const row = await db.query
    .selectFrom('match')
    .innerJoin('care_leaver', 'care_leaver.id', 'match.care_leaver_id')
    .where('care_leaver.account_id', '=', accountId)
    .where('match.state', '=', 'proposed')
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return row.count
}
