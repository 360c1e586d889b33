import { findCandidate } from '../../../db/queries/candidates'
import { findMentorRequest, listBlockedMentors, listMentorHistory } from '../../../db/queries/mentor-requests'
import { listMatchable } from '../../../db/queries/mentors'
import { readRuleSet } from '../../../db/queries/rule-sets'
import { addMentorChoice, setMentorRequestState } from '../../../db/statements/mentor-requests'
import { addDays, dayOf } from '../../domain/dates'
import type { MentorChoiceId, MentorId, MentorRequestId } from '../../domain/ids'
import { CHOICE_DAYS, nextMentorRequestState } from '../../domain/mentor-request'
import { toEvidence } from '../../matching/evidence'
import { shortlistMentors } from '../../matching/shortlist'
import type { CommandContext } from '../command-context'
import { commitChange, type Committed } from '../commit-change'
import { tellPerson } from '../parts/tell-person'

/** A coordinator puts up to three mentors to a young person, and says why. Each place is held until a day. */
export async function offerMentorChoice(
  ctx: CommandContext,
  id: MentorRequestId,
  { mentorIds, reason }: { mentorIds: readonly MentorId[]; reason: string },
): Promise<Committed | 'not-found' | 'not-possible-now' | 'does-not-fit'> {
  const request = await findMentorRequest(ctx.db, id, ctx.actor.id)
  if (!request) return 'not-found'
  const state = nextMentorRequestState(request.state, 'offer')
  if (!state) return 'not-possible-now'
  const today = dayOf(ctx.now())
  const [candidate, mentors, history, blocked, ruleSet] = await Promise.all([
    findCandidate(ctx.db, ctx.secrets, request.careLeaverId, ctx.actor.id),
    listMatchable(ctx.db, request.kind, today),
    listMentorHistory(ctx.db, request.careLeaverId),
    listBlockedMentors(ctx.db, request.careLeaverId),
    readRuleSet(ctx.db),
  ])
  if (!candidate) return 'not-found'
  const asking = { ...candidate, history, languagesAsked: request.languages }
  const open = mentors.filter((mentor) => !blocked.includes(mentor.id))
  const { rows } = shortlistMentors(asking, open, { today, ruleSet })
  const chosen = rows.filter((row) => mentorIds.includes(row.id))
  if (chosen.length !== mentorIds.length) return 'does-not-fit'
  const at = ctx.now().toISOString()
  const version = request.version + 1
  const news = await tellPerson(ctx, request.careLeaverId)
  return commitChange(
    ctx,
    {
      action: 'mentor-request.offer',
      subject: `mentor-request:${id}`,
      version,
      from: request.state,
      to: state,
      words: reason,
    },
    [
      ...chosen.map((row) =>
        addMentorChoice(ctx.db, {
          id: ctx.newId() as MentorChoiceId,
          requestId: id,
          mentorId: row.id,
          holdUntil: addDays(today, CHOICE_DAYS),
          reason,
          evidence: toEvidence(row.eligibility, row.score),
          offeredBy: ctx.actor.id,
          createdAt: at,
        }),
      ),
      setMentorRequestState(ctx.db, id, { state, since: at, version }),
      ...news,
    ],
  )
}
