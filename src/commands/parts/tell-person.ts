import { findAccount } from '../../../db/queries/accounts'
import { findCareLeaver } from '../../../db/queries/care-leavers'
import { enqueue } from '../../../db/statements/record'
import type { Statement } from '../../../db/database'
import { whoHears } from '../../domain/care-leaver'
import type { CareLeaverId } from '../../domain/ids'
import type { CommandContext } from '../command-context'

/** Says that there is something new for a person, to them or to whoever hears it for them; nothing where nobody does. */
export async function tellPerson(ctx: CommandContext, id: CareLeaverId): Promise<Statement[]> {
  const person = await findCareLeaver(ctx.db, id)
  const account = person?.accountId ? await findAccount(ctx.db, person.accountId) : undefined
  const accountId = person ? whoHears({ ...person, accountState: account?.state ?? null }) : null
  return accountId
    ? [enqueue(ctx.db, ctx.newId(), ctx.now().toISOString(), 'person.updated', { accountId })]
    : []
}
