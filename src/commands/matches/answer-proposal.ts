import { findAccount } from '../../../db/queries/accounts'
import { findOwnMatch, type MatchRecord } from '../../../db/queries/matches'
import { setMatchState, setMatchVersion } from '../../../db/statements/matches'
import { addShare } from '../../../db/statements/shares'
import { enqueue } from '../../../db/statements/record'
import type { CareLeaver } from '../../domain/care-leaver'
import { addDays, type Day, dayOf } from '../../domain/dates'
import type { MatchId, ShareId } from '../../domain/ids'
import { canShareAgain, type DeclineCode, nextMatchState, placementShareEnd } from '../../domain/match'
import type { Support } from '../../domain/taxonomy'
import type { CommandContext } from '../command-context'
import { commitChange, type Committed } from '../commit-change'

/** How long a share lasts at the least, when nothing ends it before. */
const SHARE_DAYS = 60

export type ShareChoice = {
  /** Whom the page named; empty where nobody was named. Consent for one is none for another. */
  receiver: string
  nameUsed: string
  pronouns: string
  words: string
  supports: readonly Support[]
  /** What they said, when an adviser answers for somebody who cannot get online. */
  theirWords: string
}

export type AnswerOutcome = Committed | 'not-found' | 'not-possible-now' | 'hold-ended' | 'nobody-to-tell'

/**
 * Yes: the held place becomes theirs, consent to exactly this share begins, and the champion is introduced, all in
 * one commit. A yes after the hold's last day, or after the hold was ended, changes nothing.
 */
export async function acceptProposal(
  ctx: CommandContext,
  careLeaver: CareLeaver,
  id: MatchId,
  choice: ShareChoice,
): Promise<AnswerOutcome> {
  const match = await findOwnMatch(ctx.db, careLeaver.id, id)
  if (!match) return 'not-found'
  const accepted = nextMatchState(match.state, 'accept')
  const introduced = accepted && nextMatchState(accepted, 'introduce')
  if (!introduced) return match.state === 'expired' ? 'hold-ended' : 'not-possible-now'
  if ((match.holdUntil ?? '') < dayOf(ctx.now())) return 'hold-ended'
  if (match.opportunityState === 'withdrawn' || match.opportunityState === 'paused') return 'not-possible-now'
  const missing = await whyNotTo(ctx, match, choice)
  if (missing) return missing

  const at = ctx.now().toISOString()
  const share = await newShare(ctx, match, choice)
  const subject = `match:${id}`
  return commitChange(
    ctx,
    [
      { action: 'match.accept', subject, version: match.version + 1, from: match.state, to: accepted },
      { action: 'match.introduce', subject, version: match.version + 2, from: accepted, to: introduced },
      { action: 'share.give', subject: `share:${share.id}`, version: 1, to: 'live' },
    ],
    [
      setMatchState(ctx.db, id, { state: introduced, since: at, version: match.version + 2 }),
      addShare(ctx.db, share),
      enqueue(ctx.db, ctx.newId(), at, 'introduction.made', { accountId: match.ownerId }),
    ],
  )
}

/**
 * A new consent for a match that was said yes to: its share has ended, or named a champion who has handed over. The
 * match stays where it is.
 */
export async function shareAgain(
  ctx: CommandContext,
  careLeaver: CareLeaver,
  id: MatchId,
  choice: ShareChoice,
): Promise<AnswerOutcome> {
  const match = await findOwnMatch(ctx.db, careLeaver.id, id)
  if (!match) return 'not-found'
  if (!canShareAgain(match)) return 'not-possible-now'
  const missing = await whyNotTo(ctx, match, choice)
  if (missing) return missing

  const share = await newShare(ctx, match, choice)
  const version = match.version + 1
  return commitChange(
    ctx,
    [
      { action: 'match.share-again', subject: `match:${id}`, version, from: match.state, to: match.state },
      { action: 'share.give', subject: `share:${share.id}`, version: 1, to: 'live' },
    ],
    [
      setMatchVersion(ctx.db, id, version),
      addShare(ctx.db, share),
      enqueue(ctx.db, ctx.newId(), share.startedAt, 'introduction.made', { accountId: match.ownerId }),
    ],
  )
}

/** Why nothing can be shared with whoever looks after the offer now. */
async function whyNotTo(ctx: CommandContext, match: MatchRecord, { receiver }: ShareChoice) {
  if (receiver !== '' && receiver !== match.ownerId) return 'other-receiver'
  const owner = await findAccount(ctx.db, match.ownerId)
  return owner?.state === 'active' ? undefined : 'nobody-to-tell'
}

async function newShare(ctx: CommandContext, match: MatchRecord, choice: ShareChoice) {
  return {
    id: ctx.newId() as ShareId,
    reference: ctx.newId(),
    matchId: match.id,
    careLeaverId: match.careLeaverId,
    receiverId: match.ownerId,
    organisationId: match.organisationId,
    purpose: 'introduction',
    wordsHash: await ctx.secrets.hash('share', `${choice.nameUsed}\n${choice.pronouns}\n${choice.words}`),
    givenBy: ctx.actor.id,
    startedAt: ctx.now().toISOString(),
    endsOn: shareEnd(dayOf(ctx.now()), match),
    ...choice,
  }
}

/**
 * Sixty days, or two weeks after the offer takes place when that is later: a start in autumn must be reportable. Once
 * somebody has started, as long as a placement is followed.
 */
function shareEnd(today: Day, { content, startedOn }: MatchRecord): Day {
  const ends = [addDays(today, SHARE_DAYS)]
  const last = content.endsOn ?? content.startsOn
  if (last) ends.push(addDays(last, 14))
  if (startedOn) ends.push(placementShareEnd(startedOn))
  return ends.reduce((latest, day) => (day > latest ? day : latest))
}

/** No: the place goes back, the person loses nothing. */
export async function declineProposal(
  ctx: CommandContext,
  careLeaver: CareLeaver,
  id: MatchId,
  answer: { code: DeclineCode; words: string; theirWords?: string },
): Promise<AnswerOutcome> {
  const match = await findOwnMatch(ctx.db, careLeaver.id, id)
  if (!match) return 'not-found'
  const state = nextMatchState(match.state, 'decline')
  if (!state) return match.state === 'expired' ? 'hold-ended' : 'not-possible-now'
  const version = match.version + 1
  const theirWords = answer.theirWords ? { words: answer.theirWords } : {}
  const change = {
    action: 'match.decline',
    subject: `match:${id}`,
    version,
    from: match.state,
    to: state,
    code: answer.code,
    ...theirWords,
  }
  return commitChange(ctx, change, [
    setMatchState(ctx.db, id, {
      state,
      since: ctx.now().toISOString(),
      version,
      declineCode: answer.code,
      declineWords: answer.words,
    }),
  ])
}
