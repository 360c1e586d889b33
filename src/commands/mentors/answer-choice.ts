import {
  listMentorChoices,
  findLiveMentorRequest,
  findMentorRequest,
} from '../../../db/queries/mentor-requests'
import {
  moveMentorChoices,
  setMentorChoiceState,
  setMentorRequestState,
} from '../../../db/statements/mentor-requests'
import { enqueue } from '../../../db/statements/record'
import { addMentorStep } from '../../../db/statements/mentors'
import { findMentor } from '../../../db/queries/mentors'
import { dayOf } from '../../domain/dates'
import type { CareLeaverId, MentorChoiceId, MentorRequestId } from '../../domain/ids'
import { type MentorEndCode, type MentorRequest, nextMentorRequestState } from '../../domain/mentor-request'
import type { CommandContext } from '../command-context'
import { commitChange, type Committed } from '../commit-change'
import { tellPerson } from '../parts/tell-person'

type Outcome = Committed | 'not-found' | 'not-possible-now' | 'not-approved'

/** The young person picks one of a choice, or none. The places of the others are free at once. */
export async function answerMentorChoice(
  ctx: CommandContext,
  careLeaverId: CareLeaverId,
  picked: MentorChoiceId | 'none',
): Promise<Outcome> {
  const request = await findLiveMentorRequest(ctx.db, careLeaverId)
  if (!request) return 'not-possible-now'
  const action = picked === 'none' ? 'pick-none' : 'pick'
  const state = nextMentorRequestState(request.state, action)
  if (!state) return 'not-possible-now'
  const onOffer = (await listMentorChoices(ctx.db, request.id)).filter((one) => one.state === 'offered')
  const chosen = onOffer.find(({ id }) => id === picked)
  if (picked !== 'none' && !chosen) return 'not-possible-now'
  const mentor = chosen && (await findMentor(ctx.db, chosen.mentorId))
  if (mentor && (mentor.dbsRenewOn ?? '') <= dayOf(ctx.now())) return 'not-approved'
  const at = ctx.now().toISOString()
  const version = request.version + 1
  return commitChange(ctx, changeOf(request, action, state, version), [
    ...(chosen ? [setMentorChoiceState(ctx.db, chosen.id, 'chosen')] : []),
    moveMentorChoices(ctx.db, request.id, { from: 'offered', to: 'not-chosen' }),
    ...(chosen && mentor?.stage === 'approved'
      ? [
          addMentorStep(ctx.db, {
            id: ctx.newId(),
            mentorId: mentor.id,
            stage: 'matched',
            onDay: dayOf(ctx.now()),
            checkedBy: chosen.offeredBy,
            createdAt: at,
          }),
        ]
      : []),
    setMentorRequestState(ctx.db, request.id, { state, since: at, version }),
    ...[...new Set(onOffer.map(({ offeredBy }) => offeredBy))].map((accountId) =>
      enqueue(ctx.db, ctx.newId(), at, 'mentoring.answered', { accountId }),
    ),
  ])
}

/** It ends, by the young person or by a coordinator; the mentor has a place again. */
export async function endMentoring(
  ctx: CommandContext,
  of: { careLeaverId: CareLeaverId } | { requestId: MentorRequestId },
  endCode: MentorEndCode,
): Promise<Outcome> {
  const request =
    'requestId' in of
      ? await findMentorRequest(ctx.db, of.requestId, ctx.actor.id)
      : await findLiveMentorRequest(ctx.db, of.careLeaverId)
  if (!request) return 'requestId' in of ? 'not-found' : 'not-possible-now'
  const state = nextMentorRequestState(request.state, 'end')
  if (!state) return 'not-possible-now'
  const version = request.version + 1
  const change = { ...changeOf(request, 'end', state, version), code: endCode }
  return commitChange(ctx, change, [
    moveMentorChoices(ctx.db, request.id, { from: 'chosen', to: 'ended' }),
    setMentorRequestState(ctx.db, request.id, { state, since: ctx.now().toISOString(), version, endCode }),
    // Whoever ends it themselves knows.
    ...('requestId' in of ? await tellPerson(ctx, request.careLeaverId) : []),
  ])
}

/** A choice that was not answered by its last day goes back to the queue, by time alone. */
export async function letChoiceGo(ctx: CommandContext, request: MentorRequest): Promise<Outcome> {
  const state = nextMentorRequestState(request.state, 'let-go')
  if (!state) return 'not-possible-now'
  const version = request.version + 1
  return commitChange(ctx, changeOf(request, 'let-go', state, version), [
    moveMentorChoices(ctx.db, request.id, { from: 'offered', to: 'released' }),
    setMentorRequestState(ctx.db, request.id, { state, since: ctx.now().toISOString(), version }),
    ...(await tellPerson(ctx, request.careLeaverId)),
  ])
}

const changeOf = (request: MentorRequest, verb: string, to: string, version: number) => ({
  action: `mentor-request.${verb}`,
  subject: `mentor-request:${request.id}`,
  version,
  from: request.state,
  to,
})
