import { findAccount } from '../../../db/queries/accounts'
import { findOpenInterest, type InterestRecord } from '../../../db/queries/interests'
import { findPublished } from '../../../db/queries/opportunities'
import { findCandidate } from '../../../db/queries/candidates'
import { findCareLeaver } from '../../../db/queries/care-leavers'
import { readRuleSet } from '../../../db/queries/rule-sets'
import { setInterestState } from '../../../db/statements/interests'
import { addProposal } from '../../../db/statements/matches'
import { enqueue, recordView } from '../../../db/statements/record'
import { whoHears } from '../../domain/care-leaver'
import { addDays, type Day, dayOf } from '../../domain/dates'
import type { CareLeaverId, MatchId, OpportunityId } from '../../domain/ids'
import { HOLD_DAYS_MAX, nextInterestState } from '../../domain/match'
import { isLiveOn } from '../../domain/opportunity'
import { consideredFor } from '../../matching/candidate'
import { assess } from '../../matching/eligibility'
import { toEvidence } from '../../matching/evidence'
import { scorePair } from '../../matching/score'
import type { CommandContext } from '../command-context'
import { type Change, NOTHING, type Part } from '../commit-change'

export type Proposal = {
  matchId: MatchId
  opportunityId: OpportunityId
  careLeaverId: CareLeaverId
  /** The broker's own reason, for the record. The score never decides. */
  reason: string
  /** What the broker says to the young person, in their words. */
  wordsToPerson: string
  holdUntil: Day
}

export type NotProposed =
  'not-found' | 'not-possible-now' | 'not-eligible' | 'hold-too-long' | 'nobody-to-tell'

/** Everything that putting an offer to a young person changes, or why it cannot be done. */
export async function proposalOf(ctx: CommandContext, proposal: Proposal): Promise<Part | NotProposed> {
  const today = dayOf(ctx.now())
  const [candidate, opportunity, interest] = await Promise.all([
    findCandidate(ctx.db, ctx.secrets, proposal.careLeaverId, ctx.actor.id),
    findPublished(ctx.db, proposal.opportunityId),
    findOpenInterest(ctx.db, proposal.careLeaverId, proposal.opportunityId),
  ])
  if (!candidate || !opportunity) return 'not-found'
  if (proposal.holdUntil < today || proposal.holdUntil > addDays(today, HOLD_DAYS_MAX)) return 'hold-too-long'
  if (!isLiveOn(opportunity, today)) return 'not-possible-now'

  const [owner, told, ruleSet] = await Promise.all([
    findAccount(ctx.db, opportunity.ownerId),
    findWhoHears(ctx, candidate.id),
    readRuleSet(ctx.db),
  ])
  if (owner?.state !== 'active') return 'nobody-to-tell'

  const context = { today, ruleSet }
  const considered = consideredFor(candidate, interest)
  const eligibility = assess(considered, opportunity, context)
  if (eligibility.answer === 'not-eligible') return 'not-eligible'

  const evidence = toEvidence(eligibility, scorePair(considered, opportunity, context))
  const at = ctx.now().toISOString()
  const { changes, statements } = answersInterest(ctx, interest, at)
  return {
    changes: [proposed(proposal), ...changes],
    statements: [
      addProposal(ctx.db, {
        id: proposal.matchId,
        interestId: interest?.id ?? null,
        brokerId: ctx.actor.id,
        evidence,
        createdAt: at,
        ...proposal,
      }),
      ...statements,
      recordView(ctx.db, { at, actorId: ctx.actor.id, careLeaverId: candidate.id, what: 'proposal' }),
      ...(told ? [enqueue(ctx.db, ctx.newId(), at, 'person.updated', { accountId: told })] : []),
    ],
  }
}

async function findWhoHears(ctx: CommandContext, id: CareLeaverId) {
  const person = await findCareLeaver(ctx.db, id)
  const account = person?.accountId ? await findAccount(ctx.db, person.accountId) : undefined
  return person ? whoHears({ ...person, accountState: account?.state ?? null }) : null
}

function proposed({ matchId, reason }: Proposal): Change {
  return { action: 'match.propose', subject: `match:${matchId}`, version: 1, to: 'proposed', words: reason }
}

/** The person's open interest in this offer, if there is one, is answered by the proposal. */
function answersInterest(ctx: CommandContext, interest: InterestRecord | undefined, at: string): Part {
  const state = interest && nextInterestState(interest.state, 'propose')
  if (!interest || !state) return NOTHING
  const version = interest.version + 1
  const change: Change = {
    action: 'interest.answer',
    subject: `interest:${interest.id}`,
    version,
    from: interest.state,
    to: state,
  }
  const answer = { code: null, words: '', by: ctx.actor.id, at }
  return {
    changes: [change],
    statements: [setInterestState(ctx.db, interest.id, { state, version, answer })],
  }
}
