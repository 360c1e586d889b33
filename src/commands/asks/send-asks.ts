import { listChampionsOf } from '../../../db/queries/champion-asks'
import { addAsk } from '../../../db/statements/champion-asks'
import { enqueue } from '../../../db/statements/record'
import type { AskedFor } from '../../domain/champion-ask'
import { dayOf } from '../../domain/dates'
import type { ChampionAskId, OrganisationId } from '../../domain/ids'
import type { CommandContext } from '../command-context'
import { commitChange, type Committed } from '../commit-change'

/** Who is asked, in which words. */
export type AskOf = { organisationId: OrganisationId; words: string }

/**
 * Asks the champions of several organisations for the same thing, each in words of their own. All of them are asked or
 * nobody is. Everybody there who can sign in is told that there is something to see.
 */
export async function sendAsks(
  ctx: CommandContext,
  asked: AskedFor,
  of: readonly AskOf[],
): Promise<Committed | 'nobody-there'> {
  const champions = await listChampionsOf(
    ctx.db,
    of.map(({ organisationId }) => organisationId),
  )
  const reached = new Set(champions.map(({ organisationId }) => organisationId))
  if (of.length === 0 || of.some(({ organisationId }) => !reached.has(organisationId))) return 'nobody-there'
  const now = ctx.now()
  const at = now.toISOString()
  const asks = of.map((one) => ({ ...one, id: ctx.newId() as ChampionAskId }))
  return commitChange(
    ctx,
    asks.map(({ id }) => ({ action: 'ask.send', subject: `ask:${id}`, version: 1, to: 'open' })),
    [
      ...asks.map((ask) =>
        addAsk(ctx.db, {
          ...asked,
          ...ask,
          askedBy: ctx.actor.id,
          askedAt: at,
          askedOn: dayOf(now),
        }),
      ),
      ...champions.map(({ id }) => enqueue(ctx.db, ctx.newId(), at, 'champion.asked', { accountId: id })),
    ],
  )
}
