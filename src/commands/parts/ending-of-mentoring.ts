import { moveMentorChoices, setMentorRequestState } from '../../../db/statements/mentor-requests'
import { type MentorRequest, nextMentorRequestState } from '../../domain/mentor-request'
import type { CommandContext } from '../command-context'
import { NOTHING, type Part } from '../commit-change'

/** What somebody asked for goes with them: it is taken back, or the mentoring ends, and the places are free again. */
export function endingOfMentoring(ctx: CommandContext, request: MentorRequest): Part {
  const action = request.state === 'matched' ? 'end' : 'withdraw'
  const state = nextMentorRequestState(request.state, action)
  if (!state) return NOTHING
  const version = request.version + 1
  const subject = `mentor-request:${request.id}`
  const since = ctx.now().toISOString()
  return {
    changes: [{ action: `mentor-request.${action}`, subject, version, from: request.state, to: state }],
    statements: [
      action === 'end'
        ? moveMentorChoices(ctx.db, request.id, { from: 'chosen', to: 'ended' })
        : moveMentorChoices(ctx.db, request.id, { from: 'offered', to: 'released' }),
      setMentorRequestState(ctx.db, request.id, { state, since, version }),
    ],
  }
}
