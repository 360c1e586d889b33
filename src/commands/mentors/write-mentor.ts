import { findMentor } from '../../../db/queries/mentors'
import { addMentor, setMentorDetails } from '../../../db/statements/mentors'
import { normaliseName } from '../../domain/account'
import type { MentorId } from '../../domain/ids'
import type { MentorDetails } from '../../domain/mentor'
import type { CommandContext } from '../command-context'
import { commitChange, type Committed } from '../commit-change'

/** The name as the lists of those not to be told are compared with it. */
const hashOf = ({ secrets }: CommandContext, { firstName, familyName }: MentorDetails) =>
  secrets.hash('not-told', normaliseName(`${firstName} ${familyName}`))

/** Somebody who wants to help: everything else is still to be checked. */
export async function addNewMentor(
  ctx: CommandContext,
  id: MentorId,
  details: MentorDetails,
): Promise<Committed> {
  const createdAt = ctx.now().toISOString()
  return commitChange(ctx, { action: 'mentor.write', subject: `mentor:${id}`, version: 1, to: 'applied' }, [
    addMentor(ctx.db, { ...details, id, nameHash: await hashOf(ctx, details), createdAt }),
  ])
}

/** Changes what somebody tells about themselves; never fewer places than the people they have. */
export async function changeMentor(
  ctx: CommandContext,
  id: MentorId,
  details: MentorDetails,
): Promise<Committed | 'not-found' | 'not-possible-now'> {
  const mentor = await findMentor(ctx.db, id)
  if (!mentor) return 'not-found'
  if (mentor.stage === 'ended') return 'not-possible-now'
  const version = mentor.version + 1
  return commitChange(ctx, { action: 'mentor.write', subject: `mentor:${id}`, version }, [
    setMentorDetails(ctx.db, id, { ...details, nameHash: await hashOf(ctx, details), version }),
  ])
}
