import { findLiveMentorRequest } from '../../../db/queries/mentor-requests'
import { addMentorRequest } from '../../../db/statements/mentor-requests'
import type { CareLeaverId, MentorRequestId } from '../../domain/ids'
import type { MentorRequest } from '../../domain/mentor-request'
import type { CommandContext } from '../command-context'
import { commitChange, type Committed } from '../commit-change'
import { endingOfMentoring } from '../parts/ending-of-mentoring'

/** A young person asks for a mentor or befriender: one request at a time. */
export async function askForMentor(
  ctx: CommandContext,
  id: MentorRequestId,
  careLeaverId: CareLeaverId,
  asked: Pick<MentorRequest, 'kind' | 'languages' | 'help'>,
): Promise<Committed> {
  const createdAt = ctx.now().toISOString()
  return commitChange(
    ctx,
    { action: 'mentor-request.ask', subject: `mentor-request:${id}`, version: 1, to: 'open' },
    [addMentorRequest(ctx.db, { ...asked, id, careLeaverId, createdAt })],
  )
}

/** They take it back; what was on offer is free for others at once. */
export async function takeBackMentorRequest(
  ctx: CommandContext,
  careLeaverId: CareLeaverId,
): Promise<Committed | 'not-possible-now'> {
  const request = await findLiveMentorRequest(ctx.db, careLeaverId)
  // With somebody, it ends in another way: both of them are asked why.
  if (!request || request.state === 'matched') return 'not-possible-now'
  const { changes, statements } = endingOfMentoring(ctx, request)
  return commitChange(ctx, changes, statements)
}
