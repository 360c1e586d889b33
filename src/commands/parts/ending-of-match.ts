import type { MatchRecord } from '../../../db/queries/matches'
import { setWaitingSince } from '../../../db/statements/care-leavers'
import { setMatchState } from '../../../db/statements/matches'
import { dropOutcomeChecks } from '../../../db/statements/outcome-checks'
import { endShareOfMatch } from '../../../db/statements/shares'
import { dayOf } from '../../domain/dates'
import { type MatchAction, nextMatchState, type OutcomeWeek } from '../../domain/match'
import type { CommandContext } from '../command-context'
import type { Part } from '../commit-change'

/**
 * All that ends with a match, in the same write: its share, the checks that are still to come, and the placement, after
 * which the person waits again. The schema gives the place back.
 * @returns undefined when the match cannot end in this way now
 */
export function endingOfMatch(
  ctx: CommandContext,
  match: Pick<MatchRecord, 'id' | 'careLeaverId' | 'state' | 'version'>,
  action: MatchAction,
  { words, answeredWeek }: { words?: string; answeredWeek?: OutcomeWeek } = {},
): Part | undefined {
  const state = nextMatchState(match.state, action)
  if (!state) return undefined
  const today = dayOf(ctx.now())
  const by = { at: ctx.now().toISOString(), actorId: ctx.actor.id }
  const version = match.version + 1
  const hadStarted = match.state === 'started'
  const change = {
    action: `match.${action}`,
    subject: `match:${match.id}`,
    version,
    from: match.state,
    to: state,
  }
  return {
    changes: [{ ...change, ...(words ? { words } : {}) }],
    statements: [
      setMatchState(ctx.db, match.id, {
        state,
        since: by.at,
        version,
        ...(hadStarted ? { endedOn: today } : {}),
      }),
      ...endShareOfMatch(ctx.db, match.id, by),
      ...dropOutcomeChecks(ctx.db, match.id, {
        ...by,
        ...(answeredWeek ? { exceptWeek: answeredWeek } : {}),
      }),
      ...(hadStarted ? [setWaitingSince(ctx.db, match.careLeaverId, today)] : []),
    ],
  }
}
