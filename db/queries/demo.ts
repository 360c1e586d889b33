import type { Role } from '../../src/domain/account'
import type { Day } from '../../src/domain/dates'
import type { AccountId } from '../../src/domain/ids'
import { isWritable } from '../../src/domain/opportunity'
import type { Reader } from '../database'
import { findAccountByEmail } from './accounts'
import { listCaseload } from './care-leavers'
import { listOwnOpportunities } from './opportunities'
import { listWaitingMentors } from './mentors'
import { listQueue } from './queue'

export type DemoPerson = { email: string; name: string; role: Role; line: string }

/** The people to sign in as, which the demo's seed wrote down, each with how many things wait for them. */
export async function listDemoPeople(db: Reader, today: Day): Promise<(DemoPerson & { waiting: number })[]> {
  const row = await db.query
    .selectFrom('setting')
    .select('value')
    .where('name', '=', 'demo-people')
    .executeTakeFirst()
  const people = row ? (JSON.parse(row.value) as DemoPerson[]) : []
  return Promise.all(
    people.map(async (person) => ({ ...person, waiting: await countWaiting(db, person, today) })),
  )
}

/** What is somebody's own turn. */
async function countWaiting(db: Reader, { email, role }: DemoPerson, today: Day): Promise<number> {
  const account = await findAccountByEmail(db, email)
  if (!account) return 0
  const count = {
    broker: () => countTeams(db, account.id, today),
    manager: () => countTeams(db, account.id, today),
    adviser: async () =>
      (await listCaseload(db, account.id)).filter(({ proposals }) => (proposals ?? 0) > 0).length,
    champion: () => countDrafts(db, account.organisationId),
    partner: () => countDrafts(db, account.organisationId),
    coordinator: async () => (await listWaitingMentors(db, today)).steps.length,
    'care-leaver': () => countProposals(db, account.id),
  }
  return count[role]()
}

async function countTeams(db: Reader, viewerId: AccountId, today: Day) {
  const queue = await listQueue(db, viewerId, today)
  return queue.filter(({ turn }) => turn === '18+ team').length
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
