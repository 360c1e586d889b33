import { dropChecksOf } from '../../../db/statements/check-tasks'
import { setConsideration } from '../../../db/statements/care-leavers'
import type { CareLeaver } from '../../domain/care-leaver'
import { dayOf } from '../../domain/dates'
import type { CommandContext } from '../command-context'
import { commitChange, type Committed } from '../commit-change'

/**
 * The person's own answer to "may the 18+ team suggest me for offers?". No means no: from this commit on they are on
 * no shortlist, and nothing is asked of them any more. It can be changed whenever they like.
 */
export async function answerConsideration(
  ctx: CommandContext,
  careLeaver: CareLeaver,
  answer: 'yes' | 'no',
): Promise<Committed> {
  const version = careLeaver.version + 1
  const subject = `care-leaver:${careLeaver.id}`
  const change = {
    action: 'consideration.change',
    subject,
    version,
    from: careLeaver.consideration,
    to: answer,
  }
  return commitChange(ctx, change, [
    setConsideration(ctx.db, careLeaver.id, {
      consideration: answer,
      at: ctx.now().toISOString(),
      day: dayOf(ctx.now()),
      version,
    }),
    ...(answer === 'no'
      ? [dropChecksOf(ctx.db, careLeaver.id, { by: ctx.actor.id, at: ctx.now().toISOString() })]
      : []),
  ])
}
