import { findAccount } from '../../../db/queries/accounts'
import { listWorkOf } from '../../../db/queries/work'
import { setAdviser } from '../../../db/statements/care-leavers'
import { setBroker } from '../../../db/statements/matches'
import { endSharesWithReceiver } from '../../../db/statements/shares'
import { setOpportunityOwner } from '../../../db/statements/opportunities'
import { setPledgeOwner } from '../../../db/statements/pledges'
import { enqueue } from '../../../db/statements/record'
import type { Account } from '../../domain/account'
import { whoHears } from '../../domain/care-leaver'
import type { AccountId } from '../../domain/ids'
import type { CommandContext } from '../command-context'
import { commitChange, recordFact, type Change, type Committed } from '../commit-change'

type Work = Awaited<ReturnType<typeof listWorkOf>>

/**
 * Hands everything over to a colleague at once: an adviser's caseload, a broker's live matches, or what a champion has
 * posted. What young people shared with a champion is not handed on: it ends in the same write, and they are asked
 * whether the new one may see it.
 */
export async function reassignWork(
  ctx: CommandContext,
  fromId: AccountId,
  toId: AccountId,
): Promise<Committed | 'not-found' | 'not-possible-now'> {
  const [from, to] = await Promise.all([findAccount(ctx.db, fromId), findAccount(ctx.db, toId)])
  if (!from || !to || from.role === 'care-leaver') return 'not-found'
  if (!canTakeOver(to, from)) return 'not-possible-now'
  const work = await listWorkOf(ctx.db, fromId, toId)
  const changes = changesOf(work)
  if (changes.length === 0) return recordFact(ctx, [])
  return commitChange(ctx, changes, [
    ...work.people.map(({ id, version }) => setAdviser(ctx.db, id, toId, version + 1)),
    ...work.matches.map(({ id, version }) => setBroker(ctx.db, id, toId, version + 1)),
    ...work.opportunities.map(({ id, version }) => setOpportunityOwner(ctx.db, id, toId, version + 1)),
    ...work.pledges.map(({ id, version }) => setPledgeOwner(ctx.db, id, toId, version + 1)),
    ...endSharesWithReceiver(ctx.db, fromId, { at: ctx.now().toISOString(), actorId: ctx.actor.id }),
    ...news(ctx, toId, work),
  ])
}

/** Work goes to somebody active who does the same; a post stays in its organisation. */
function canTakeOver(to: Account, from: Account): boolean {
  return (
    to.id !== from.id &&
    to.state === 'active' &&
    to.role === from.role &&
    to.organisationId === from.organisationId
  )
}

function changesOf({ people, matches, opportunities, pledges }: Work): Change[] {
  const changed = (noun: string, rows: readonly { id: string; version: number }[]) =>
    rows.map(({ id, version }) => ({
      action: `${noun}.reassign`,
      subject: `${noun}:${id}`,
      version: version + 1,
    }))
  return [
    ...changed('care-leaver', people),
    ...changed('match', matches),
    ...changed('opportunity', opportunities),
    ...changed('pledge', pledges),
  ]
}

/** Whoever takes over, and each young person (or their adviser) whose share has ended. */
function news(ctx: CommandContext, toId: AccountId, { shares }: Work) {
  const told = shares.map((share) => whoHears(share) ?? share.brokerId)
  const at = ctx.now().toISOString()
  return [...new Set([toId, ...told])].map((accountId) =>
    enqueue(ctx.db, ctx.newId(), at, 'person.updated', { accountId }),
  )
}
