import { isHiddenFrom } from '../../../db/queries/blocked'
import { findInterest } from '../../../db/queries/interests'
import { setInterestState } from '../../../db/statements/interests'
import { enqueue } from '../../../db/statements/record'
import { whoHears } from '../../domain/care-leaver'
import type { InterestId } from '../../domain/ids'
import { nextInterestState, type NotThisTimeCode } from '../../domain/match'
import type { CommandContext } from '../command-context'
import { commitChange } from '../commit-change'
import type { InterestOutcome } from './record-interest'

export type InterestAnswer =
  { kind: 'keep'; words: string } | { kind: 'refuse'; code: NotThisTimeCode; words: string }

/** Keeps an interest for later, or says not this time with a reason. Proposing answers it too, in its own command. */
export async function answerInterest(
  ctx: CommandContext,
  id: InterestId,
  answer: InterestAnswer,
): Promise<InterestOutcome> {
  const interest = await findInterest(ctx.db, id)
  if (!interest || (await isHiddenFrom(ctx.db, ctx.actor.id, interest.careLeaverId))) return 'not-found'
  const state = nextInterestState(interest.state, answer.kind)
  if (!state) return 'not-possible-now'

  const at = ctx.now().toISOString()
  const told = whoHears(interest)
  const version = interest.version + 1
  const code = answer.kind === 'refuse' ? answer.code : null
  const change = {
    action: 'interest.answer',
    subject: `interest:${id}`,
    version,
    from: interest.state,
    to: state,
    ...(code ? { code } : {}),
  }
  return commitChange(ctx, change, [
    setInterestState(ctx.db, id, {
      state,
      version,
      answer: { code, words: answer.words, by: ctx.actor.id, at },
    }),
    ...(told ? [enqueue(ctx.db, ctx.newId(), at, 'person.updated', { accountId: told })] : []),
  ])
}
