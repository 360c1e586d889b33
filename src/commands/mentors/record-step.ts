import { findMentor, isWithSomebody } from '../../../db/queries/mentors'
import { addMentorStep, setMentorVersion } from '../../../db/statements/mentors'
import { type Day, dayOf } from '../../domain/dates'
import type { MentorId } from '../../domain/ids'
import { type Mentor, type MentorAction, nextMentorStage, type StepDetail } from '../../domain/mentor'
import type { CommandContext } from '../command-context'
import { commitChange, type Committed } from '../commit-change'

export type StepRecorded = { action: MentorAction; onDay: Day } & StepDetail

/**
 * Records one step of a mentor's record, which moves them to the stage it brings. The schema keeps the order too: two
 * who record at once cannot pass a step, and nobody is approved without every step before.
 */
export async function recordMentorStep(
  ctx: CommandContext,
  id: MentorId,
  step: StepRecorded,
): Promise<Committed | 'not-found' | 'not-possible-now' | 'has-people'> {
  const mentor = await findMentor(ctx.db, id)
  if (!mentor) return 'not-found'
  return commitStep(ctx, mentor, step)
}

/** A check that is no longer in date takes somebody out of matching, by time alone. */
export async function lapseMentor(
  ctx: CommandContext,
  mentor: Mentor,
): Promise<Committed | 'not-possible-now' | 'has-people'> {
  return commitStep(ctx, mentor, { action: 'lapse', onDay: dayOf(ctx.now()), reason: 'renewal-passed' })
}

async function commitStep(
  ctx: CommandContext,
  mentor: Mentor,
  { action, ...detail }: StepRecorded,
): Promise<Committed | 'not-possible-now' | 'has-people'> {
  const stage = nextMentorStage(mentor, action)
  if (!stage) return 'not-possible-now'
  if (action === 'end' && mentor.peopleMatched > 0) return 'has-people'
  const { id } = mentor
  const at = ctx.now().toISOString()
  const version = mentor.version + 1
  // Whoever is with somebody when they are approved again goes on with them.
  const goesOn = action === 'approve' && (await isWithSomebody(ctx.db, id))
  const { reason: code, words } = detail
  const change = {
    action: `mentor.${action}`,
    subject: `mentor:${id}`,
    version,
    from: mentor.stage,
    to: action === 'renew-dbs' ? mentor.stage : goesOn ? 'matched' : stage,
    ...(code && { code }),
    ...(words && { words }),
  }
  const own = { mentorId: id, checkedBy: ctx.actor.id, createdAt: at }
  return commitChange(ctx, change, [
    addMentorStep(ctx.db, { ...detail, ...own, id: ctx.newId(), stage }),
    ...(goesOn
      ? [addMentorStep(ctx.db, { ...own, id: ctx.newId(), stage: 'matched', onDay: detail.onDay })]
      : []),
    setMentorVersion(ctx.db, id, version),
  ])
}
