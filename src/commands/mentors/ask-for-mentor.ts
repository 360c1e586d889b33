import { findLiveMentorRequest } from '../../../db/queries/mentor-requests'
import {
  addMentorRequest,
  moveMentorChoices,
  setMentorRequestState,
} from '../../../db/statements/mentor-requests'
import type { CareLeaverId, MentorRequestId } from '../../domain/ids'
import { type MentorRequest, nextMentorRequestState } from '../../domain/mentor-request'
import type { CommandContext } from '../command-context'
import { commitChange, type Committed } from '../commit-change'

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
  if (!request) return 'not-possible-now'
  const state = nextMentorRequestState(request.state, 'withdraw')
  if (!state) return 'not-possible-now'
  const version = request.version + 1
  const subject = `mentor-request:${request.id}`
  return commitChange(
    ctx,
    { action: 'mentor-request.withdraw', subject, version, from: request.state, to: state },
    [
      moveMentorChoices(ctx.db, request.id, { from: 'offered', to: 'released' }),
      setMentorRequestState(ctx.db, request.id, { state, since: ctx.now().toISOString(), version }),
    ],
  )
}
