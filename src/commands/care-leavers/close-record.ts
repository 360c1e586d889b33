import { findAccount } from '../../../db/queries/accounts'
import { type InterestRecord, listInterestsOf } from '../../../db/queries/interests'
import { listMatchesOf } from '../../../db/queries/matches'
import { findLiveMentorRequest } from '../../../db/queries/mentor-requests'
import { closeCareLeaver } from '../../../db/statements/care-leavers'
import { dropChecksOf } from '../../../db/statements/check-tasks'
import { setInterestState } from '../../../db/statements/interests'
import type { CareLeaver } from '../../domain/care-leaver'
import { nextInterestState } from '../../domain/match'
import type { CommandContext } from '../command-context'
import { type Change, commitChange, type Committed, NOTHING, type Part, together } from '../commit-change'
import { endingOfAccount } from '../parts/ending-of-account'
import { endingOfMentoring } from '../parts/ending-of-mentoring'
import { endingOfMatch } from '../parts/ending-of-match'

/**
 * The person closes their account: every live match, share, interest and session ends in one commit, and they are on
 * no shortlist from then on. Erasing what is left is `npm run erase`.
 */
export async function closeRecord(ctx: CommandContext, careLeaver: CareLeaver): Promise<Committed> {
  const ending = await endEverything(ctx, careLeaver)
  const version = careLeaver.version + 1
  const closing: Change = {
    action: 'record.close',
    subject: `care-leaver:${careLeaver.id}`,
    version,
    from: careLeaver.state,
    to: 'closed',
  }
  return commitChange(
    ctx,
    [closing, ...ending.changes],
    [...ending.statements, closeCareLeaver(ctx.db, careLeaver.id, version)],
  )
}

/** Ends whatever is live for a person: matches with their shares and checks, interests, mentoring, sessions. */
export async function endEverything(ctx: CommandContext, careLeaver: CareLeaver): Promise<Part> {
  const [matches, interests, mentoring, account] = await Promise.all([
    listMatchesOf(ctx.db, careLeaver.id),
    listInterestsOf(ctx.db, careLeaver.id),
    findLiveMentorRequest(ctx.db, careLeaver.id),
    careLeaver.accountId ? findAccount(ctx.db, careLeaver.accountId) : undefined,
  ])
  return together([
    ...matches.map((match) => endingOfMatch(ctx, match, 'withdraw') ?? NOTHING),
    ...interests.map((interest) => endingOfInterest(ctx, interest)),
    ...(mentoring ? [endingOfMentoring(ctx, mentoring)] : []),
    {
      changes: [],
      statements: [dropChecksOf(ctx.db, careLeaver.id, { by: ctx.actor.id, at: ctx.now().toISOString() })],
    },
    ...(account && account.state !== 'closed' ? [endingOfAccount(ctx, account)] : []),
  ])
}

function endingOfInterest(ctx: CommandContext, interest: InterestRecord): Part {
  const state = nextInterestState(interest.state, 'withdraw')
  if (!state) return NOTHING
  const version = interest.version + 1
  return {
    changes: [
      {
        action: 'interest.withdraw',
        subject: `interest:${interest.id}`,
        version,
        from: interest.state,
        to: state,
      },
    ],
    statements: [setInterestState(ctx.db, interest.id, { state, version })],
  }
}
