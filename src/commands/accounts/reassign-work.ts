import { findAccount } from '../../../db/queries/accounts'
import { listWorkOf } from '../../../db/queries/work'
import { setAdviser } from '../../../db/statements/care-leavers'
import { setBroker } from '../../../db/statements/matches'
import type { AccountId } from '../../domain/ids'
import type { CommandContext } from '../command-context'
import { commitChange, recordFact, type Committed } from '../commit-change'

/** Hands an adviser's whole caseload, or a broker's live matches, to a colleague of the same role, all at once. */
export async function reassignWork(
  ctx: CommandContext,
  fromId: AccountId,
  toId: AccountId,
): Promise<Committed | 'not-found' | 'not-possible-now'> {
  const [from, to] = await Promise.all([findAccount(ctx.db, fromId), findAccount(ctx.db, toId)])
  if (!from || !to) return 'not-found'
  if (from.role !== to.role || to.state !== 'active' || fromId === toId) return 'not-possible-now'
  const { people, matches } = await listWorkOf(ctx.db, fromId, toId)
  const changes = [
    ...people.map(({ id, version }) => ({
      action: 'care-leaver.reassign',
      subject: `care-leaver:${id}`,
      version: version + 1,
    })),
    ...matches.map(({ id, version }) => ({
      action: 'match.reassign',
      subject: `match:${id}`,
      version: version + 1,
    })),
  ]
  const statements = [
    ...people.map(({ id, version }) => setAdviser(ctx.db, id, toId, version + 1)),
    ...matches.map(({ id, version }) => setBroker(ctx.db, id, toId, version + 1)),
  ]
  return changes.length > 0 ? commitChange(ctx, changes, statements) : recordFact(ctx, [])
}
