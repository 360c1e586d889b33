import { isHiddenFrom } from '../../../db/queries/blocked'
import { findMatch, findOwnMatch } from '../../../db/queries/matches'
import { findIntroduction, findLiveShare, type Introduction } from '../../../db/queries/shares'
import { setWaitingSince } from '../../../db/statements/care-leavers'
import { setMatchState } from '../../../db/statements/matches'
import { addOutcomeChecks } from '../../../db/statements/outcome-checks'
import { addMessage, endShareOfMatch, extendShareOfMatch } from '../../../db/statements/shares'
import { enqueue } from '../../../db/statements/record'
import { type Day, dayOf } from '../../domain/dates'
import { type CareLeaver, whoHears } from '../../domain/care-leaver'
import type { AccountId, MatchId, OrganisationId } from '../../domain/ids'
import { nextMatchState, type NotStartedCode, placementShareEnd } from '../../domain/match'
import type { CommandContext } from '../command-context'
import { type Change, commitChange, recordFact, type Committed } from '../commit-change'

export type Report =
  | { kind: 'interview' | 'offer' }
  | { kind: 'start'; startedOn: Day }
  | { kind: 'not-start'; code: NotStartedCode }

export type ReportOutcome = Committed | 'not-found' | 'not-possible-now' | 'day-not-possible'

type Receiver = { accountId: AccountId; organisationId: OrganisationId | null }

/** A champion says how it goes on: interview or taster, offered, started, did not start. Facts only. */
export async function reportProgress(
  ctx: CommandContext,
  receiver: Receiver,
  reference: string,
  report: Report,
): Promise<ReportOutcome> {
  const introduction = await findIntroduction(ctx.db, { ...receiver, today: dayOf(ctx.now()) }, reference)
  return introduction ? moveOn(ctx, introduction, report) : 'not-found'
}

/** The team records the same when a champion tells them by telephone, whether anything is still shared or not. */
export async function reportForChampion(
  ctx: CommandContext,
  id: MatchId,
  report: Report,
): Promise<ReportOutcome> {
  const match = await findMatch(ctx.db, id)
  if (!match || (await isHiddenFrom(ctx.db, ctx.actor.id, match.careLeaverId))) return 'not-found'
  return moveOn(ctx, { matchId: id }, report)
}

async function moveOn(
  ctx: CommandContext,
  { matchId }: { matchId: MatchId },
  report: Report,
): Promise<ReportOutcome> {
  const match = await findMatch(ctx.db, matchId)
  const state = match && nextMatchState(match.state, report.kind)
  if (!match || !state) return 'not-possible-now'
  const today = dayOf(ctx.now())
  if (
    report.kind === 'start' &&
    (report.startedOn > today || report.startedOn < dayOf(new Date(match.createdAt)))
  )
    return 'day-not-possible'

  const at = ctx.now().toISOString()
  const version = match.version + 1
  const change: Change = {
    action: `match.${report.kind}`,
    subject: `match:${matchId}`,
    version,
    from: match.state,
    to: state,
    ...(report.kind === 'not-start' ? { code: report.code } : {}),
  }
  return commitChange(ctx, change, [
    setMatchState(ctx.db, matchId, {
      state,
      since: at,
      version,
      ...(report.kind === 'start' ? { startedOn: report.startedOn } : {}),
      ...(report.kind === 'not-start' ? { declineCode: report.code } : {}),
    }),
    ...(report.kind === 'start' ? whatAStartBegins(ctx, match, report.startedOn) : []),
    ...(report.kind === 'not-start' ? endShareOfMatch(ctx.db, matchId, { at, actorId: ctx.actor.id }) : []),
    enqueue(ctx.db, ctx.newId(), at, 'person.updated', { accountId: whoHears(match) ?? match.brokerId }),
  ])
}

/** The four checks, a share that lasts as long as they do and two weeks more, and no more waiting. */
function whatAStartBegins(
  ctx: CommandContext,
  match: { id: MatchId; careLeaverId: CareLeaver['id'] },
  startedOn: Day,
) {
  return [
    ...addOutcomeChecks(ctx.db, match.id, startedOn, {
      at: ctx.now().toISOString(),
      actorId: ctx.actor.id,
      newId: ctx.newId,
    }),
    extendShareOfMatch(ctx.db, match.id, placementShareEnd(startedOn)),
    setWaitingSince(ctx.db, match.careLeaverId, null),
  ]
}

/** A champion writes through the service; no address changes hands. */
export async function sendMessageToPerson(
  ctx: CommandContext,
  receiver: Receiver,
  reference: string,
  body: string,
): Promise<ReportOutcome> {
  const introduction = await findIntroduction(ctx.db, { ...receiver, today: dayOf(ctx.now()) }, reference)
  if (!introduction) return 'not-found'
  const match = await findMatch(ctx.db, introduction.matchId)
  return sendMessage(ctx, introduction, body, match?.accountId ?? null)
}

/** The young person answers. */
export async function sendMessageToChampion(
  ctx: CommandContext,
  careLeaver: CareLeaver,
  id: MatchId,
  body: string,
): Promise<ReportOutcome> {
  const match = await findOwnMatch(ctx.db, careLeaver.id, id)
  const share = match && (await findLiveShare(ctx.db, id))
  return share ? sendMessage(ctx, share, body, share.receiverId) : 'not-found'
}

/** A trigger refuses a message when the share has ended meanwhile. */
async function sendMessage(
  ctx: CommandContext,
  share: Introduction,
  body: string,
  tell: AccountId | null,
): Promise<ReportOutcome> {
  const at = ctx.now().toISOString()
  return recordFact(ctx, [
    addMessage(ctx.db, { id: ctx.newId(), shareId: share.shareId, senderId: ctx.actor.id, body, sentAt: at }),
    ...(tell ? [enqueue(ctx.db, ctx.newId(), at, 'person.updated', { accountId: tell })] : []),
  ])
}
