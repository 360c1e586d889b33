import { findCareLeaver } from '../../../db/queries/care-leavers'
import { listSubjectsOf } from '../../../db/queries/audit'
import { eraseStatements, forgetMailOf } from '../../../db/statements/erase'
import type { CareLeaverId } from '../../domain/ids'
import type { CommandContext } from '../command-context'
import { commitChange, type Committed, type Part } from '../commit-change'

/**
 * Removes every trace of a person that may go, in one commit: names, days, answers, facts, words, messages, shares,
 * lists, views and mail. What stays are rows of ids and states, so that places, figures and the audit chain stay
 * whole. Whatever is still live must be ended first: `ending` brings that along.
 */
export async function erasePerson(
  ctx: CommandContext,
  id: CareLeaverId,
  ending: Part,
): Promise<Committed | 'not-found'> {
  const person = await findCareLeaver(ctx.db, id)
  if (!person) return 'not-found'
  const subjects = await listSubjectsOf(ctx.db, id, person.accountId)
  const version = person.version + 1
  const change = {
    action: 'record.erase',
    subject: `care-leaver:${id}`,
    version,
    from: person.state,
    to: 'erased',
  }
  return commitChange(
    ctx,
    [change, ...ending.changes],
    [
      ...(person.accountId ? [forgetMailOf(ctx.db, person.accountId)] : []),
      ...ending.statements,
      ...eraseStatements(ctx.db, { id, accountId: person.accountId, version, subjects }),
    ],
  )
}
