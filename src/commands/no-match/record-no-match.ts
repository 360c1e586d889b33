import { findCandidate } from '../../../db/queries/candidates'
import { findNoMatch } from '../../../db/queries/no-match'
import { listOpenings } from '../../../db/queries/opportunities'
import { readRuleSet } from '../../../db/queries/rule-sets'
import { addNoMatch } from '../../../db/statements/no-match'
import { dayOf } from '../../domain/dates'
import type { CareLeaverId } from '../../domain/ids'
import { isDayToLookAgain, type NoMatch } from '../../domain/no-match'
import { whyUnmatched } from '../../matching/coverage/unmatched'
import type { CommandContext } from '../command-context'
import { commitChange, type Committed } from '../commit-change'

/**
 * A broker looked for somebody whom no live offer fits, and found nothing either. The person is off the list until the
 * day to look again, and is told why when they ask. Refused when an offer fits by now.
 * @param seen how often it had been recorded when the broker looked
 */
export async function recordNoMatch(
  ctx: CommandContext,
  id: CareLeaverId,
  noMatch: NoMatch,
  seen: number,
): Promise<Committed | 'not-found' | 'not-this-day' | 'fits-now'> {
  const today = dayOf(ctx.now())
  if (!isDayToLookAgain(noMatch.lookAgainOn, today)) return 'not-this-day'
  const person = await findCandidate(ctx.db, ctx.secrets, id, ctx.actor.id)
  if (!person) return 'not-found'
  const [openings, ruleSet, before] = await Promise.all([
    listOpenings(ctx.db, today),
    readRuleSet(ctx.db),
    findNoMatch(ctx.db, id),
  ])
  if ((before?.version ?? 0) !== seen) return 'changed-meanwhile'
  if (!whyUnmatched(person, openings, { today, ruleSet })) return 'fits-now'
  const version = seen + 1
  return commitChange(
    ctx,
    { action: 'no-match.record', subject: `no-match:${id}`, version, code: noMatch.code },
    [addNoMatch(ctx.db, { ...noMatch, careLeaverId: id, version, on: today, by: ctx.actor.id })],
  )
}
