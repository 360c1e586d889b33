import { findAccount } from '../../../db/queries/accounts'
import { listInterestsOf } from '../../../db/queries/interests'
import { listMatchesOf } from '../../../db/queries/matches'
import { emptyAccount, raiseAuthEpoch } from '../../../db/statements/accounts'
import { closeCareLeaver } from '../../../db/statements/care-leavers'
import { setInterestState } from '../../../db/statements/interests'
import { setMatchState } from '../../../db/statements/matches'
import { dropOutcomeChecks } from '../../../db/statements/outcome-checks'
import { endShareOfMatch } from '../../../db/statements/shares'
import { deleteSessionsOf } from '../../../db/statements/sessions'
import type { Statement } from '../../../db/database'
import type { CareLeaver } from '../../domain/care-leaver'
import { nextInterestState, nextMatchState } from '../../domain/match'
import type { CommandContext } from '../command-context'
import { type Change, commitChange, type Committed } from '../commit-change'

/** What ends with a record: its changes for the audit, and its statements. */
export type Ending = { changes: Change[]; statements: Statement[] }

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

/** Ends whatever is live for a person: matches with their shares and checks, interests, the account's sessions. */
export async function endEverything(ctx: CommandContext, careLeaver: CareLeaver): Promise<Ending> {
  const [matches, interests, account] = await Promise.all([
    listMatchesOf(ctx.db, careLeaver.id),
    listInterestsOf(ctx.db, careLeaver.id),
    careLeaver.accountId ? findAccount(ctx.db, careLeaver.accountId) : undefined,
  ])
  const endings = [
    ...matches.map((match) => endingOfMatch(ctx, match)),
    ...interests.map((interest) => endingOfInterest(ctx, interest)),
    ...(account && account.state !== 'closed' ? [endingOfAccount(ctx, account)] : []),
  ]
  return {
    changes: endings.flatMap((ending) => ending.changes),
    statements: endings.flatMap((ending) => ending.statements),
  }
}

const NOTHING: Ending = { changes: [], statements: [] }

function endingOfMatch(
  ctx: CommandContext,
  match: Awaited<ReturnType<typeof listMatchesOf>>[number],
): Ending {
  const state = nextMatchState(match.state, 'withdraw')
  if (!state) return NOTHING
  const at = ctx.now().toISOString()
  const version = match.version + 1
  return {
    changes: [
      { action: 'match.withdraw', subject: `match:${match.id}`, version, from: match.state, to: state },
    ],
    statements: [
      setMatchState(ctx.db, match.id, { state, since: at, version }),
      ...endShareOfMatch(ctx.db, match.id, { at, actorId: ctx.actor.id }),
      ...dropOutcomeChecks(ctx.db, match.id, { at, actorId: ctx.actor.id }),
    ],
  }
}

function endingOfInterest(
  ctx: CommandContext,
  interest: Awaited<ReturnType<typeof listInterestsOf>>[number],
): Ending {
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

function endingOfAccount(
  ctx: CommandContext,
  account: NonNullable<Awaited<ReturnType<typeof findAccount>>>,
): Ending {
  const version = account.version + 1
  return {
    changes: [
      {
        action: 'account.close',
        subject: `account:${account.id}`,
        version,
        from: account.state,
        to: 'closed',
      },
    ],
    statements: [
      emptyAccount(ctx.db, account.id, version),
      raiseAuthEpoch(ctx.db, account.id),
      deleteSessionsOf(ctx.db, account.id),
    ],
  }
}
