import { setOutcomeDue } from '../../db/statements/outcome-checks'
import { endShareOfMatch } from '../../db/statements/shares'
import { setOpportunityState, setReminded } from '../../db/statements/opportunities'
import {
  forgetAnswersBefore,
  forgetOutboxBefore,
  forgetSentMailBefore,
  forgetSignInRequestsBefore,
} from '../../db/statements/outbox'
import { enqueue } from '../../db/statements/record'
import { deleteExpiredSessions } from '../../db/statements/sessions'
import { forgetAsksEndedBefore } from '../../db/statements/champion-asks'
import { forgetChecksBefore } from '../../db/statements/check-tasks'
import { forgetMentoringBefore } from '../../db/statements/mentor-requests'
import { forgetRoundsEndedBefore } from '../../db/statements/rounds'
import { forgetRuleSetsBefore } from '../../db/statements/rule-sets'
import { forgetUnfoundWordsBefore } from '../../db/statements/unfound-words'
import { forgetUnmetNeedsBefore } from '../../db/statements/unmet-needs'
import { addDays, dayOf } from '../domain/dates'
import type { AccountId, MatchId, OpportunityId } from '../domain/ids'
import { nextOpportunityState, type OpportunityState } from '../domain/opportunity'
import type { CommandContext } from './command-context'
import { commitChange, recordFact, type Committed } from './commit-change'

const HOUR_MS = 3_600_000
const TWO_YEARS_HOURS = 2 * 365 * 24

/** Thirteen months: a year can be compared with the one before. */
const NEEDS_DAYS = 396
const UNFOUND_DAYS = 30

/** An offer whose closing day has passed leaves search and keeps its page. */
export async function expireOpportunity(
  ctx: CommandContext,
  offer: { id: OpportunityId; state: OpportunityState; version: number },
): Promise<Committed | 'not-possible-now'> {
  const state = nextOpportunityState(offer.state, 'expire')
  if (!state) return 'not-possible-now'
  const version = offer.version + 1
  return commitChange(
    ctx,
    {
      action: 'opportunity.expire',
      subject: `opportunity:${offer.id}`,
      version,
      from: offer.state,
      to: state,
    },
    [setOpportunityState(ctx.db, offer.id, { state, since: ctx.now().toISOString(), version })],
  )
}

/** A share ends by itself on its last day. The statement carries the audit row of the share. */
export async function endShare(ctx: CommandContext, { matchId }: { matchId: MatchId }): Promise<Committed> {
  return recordFact(
    ctx,
    endShareOfMatch(ctx.db, matchId, { at: ctx.now().toISOString(), actorId: ctx.actor.id }),
  )
}

/** An outcome check enters the team's queue. */
export async function becomeDue(
  ctx: CommandContext,
  check: { id: string; version: number },
): Promise<Committed> {
  const version = check.version + 1
  const change = {
    action: 'outcome.due',
    subject: `outcome-check:${check.id}`,
    version,
    from: 'waiting',
    to: 'due',
  }
  return commitChange(ctx, change, [setOutcomeDue(ctx.db, check.id, version)])
}

/** A champion hears five days before that an offer closes, once. */
export async function remindOfClosing(
  ctx: CommandContext,
  offer: { id: OpportunityId; ownerId: AccountId },
): Promise<Committed> {
  const at = ctx.now().toISOString()
  return recordFact(ctx, [
    setReminded(ctx.db, offer.id, dayOf(ctx.now())),
    enqueue(ctx.db, ctx.newId(), at, 'opportunity.closing', { accountId: offer.ownerId }),
  ])
}

/**
 * Form answers after 48 hours, delivered news after a week, sign-in requests after a day, sessions at their end; rounds,
 * checks, asks, mentoring, mentors and drafts of rules that were withdrawn two years after they ended.
 */
export async function forgetOld(ctx: CommandContext): Promise<Committed> {
  const before = (hours: number) => new Date(ctx.now().getTime() - hours * HOUR_MS).toISOString()
  return recordFact(ctx, [
    ...forgetRoundsEndedBefore(ctx.db, before(TWO_YEARS_HOURS)),
    forgetChecksBefore(ctx.db, before(TWO_YEARS_HOURS)),
    forgetAsksEndedBefore(ctx.db, before(TWO_YEARS_HOURS)),
    ...forgetMentoringBefore(ctx.db, before(TWO_YEARS_HOURS)),
    ...forgetRuleSetsBefore(ctx.db, before(TWO_YEARS_HOURS)),
    forgetAnswersBefore(ctx.db, before(48)),
    forgetOutboxBefore(ctx.db, before(7 * 24)),
    forgetSignInRequestsBefore(ctx.db, before(24)),
    forgetSentMailBefore(ctx.db, before(24)),
    deleteExpiredSessions(ctx.db, ctx.now().toISOString()),
    forgetUnfoundWordsBefore(ctx.db, addDays(dayOf(ctx.now()), -UNFOUND_DAYS)),
    forgetUnmetNeedsBefore(ctx.db, addDays(dayOf(ctx.now()), -NEEDS_DAYS)),
  ])
}
