import { findOrganisation } from '../../../db/queries/organisations'
import { hasNotTold } from '../../../db/queries/care-leavers'
import { findLiveMentorRequest, isTheirMentor } from '../../../db/queries/mentor-requests'
import { addNotTold, removeNotTold } from '../../../db/statements/care-leavers'
import { releaseTheBlocked } from '../../../db/statements/mentor-requests'
import { endSharesWithTheBlocked } from '../../../db/statements/shares'
import { normaliseEmail, normaliseName } from '../../domain/account'
import type { CareLeaver } from '../../domain/care-leaver'
import type { OrganisationId } from '../../domain/ids'
import type { CommandContext } from '../command-context'
import { commitChange, NOTHING, type Part, recordFact, type Committed } from '../commit-change'
import { endingOfMentoring } from '../parts/ending-of-mentoring'

export type NotTold =
  { kind: 'organisation'; organisationId: OrganisationId } | { kind: 'person' | 'email'; words: string }

/**
 * Adds somebody or some place the person does not want told. Live shares and mentoring with them end in the same write, and
 * every later share, shortlist and page honours it. What was typed is sealed; only a keyed hash is compared.
 */
export async function addToNotTold(
  ctx: CommandContext,
  careLeaver: CareLeaver,
  entry: NotTold,
): Promise<Committed | 'not-found'> {
  if (entry.kind === 'organisation' && !(await findOrganisation(ctx.db, entry.organisationId)))
    return 'not-found'
  const at = ctx.now().toISOString()
  const id = ctx.newId()
  const kept = await stored(ctx, entry)
  const mentoring = await mentoringWith(ctx, careLeaver, kept.matchHash)
  return commitChange(
    ctx,
    [{ action: 'not-told.add', subject: `not-told:${id}`, version: 1 }, ...mentoring.changes],
    [
      addNotTold(ctx.db, {
        id,
        careLeaverId: careLeaver.id,
        addedBy: ctx.actor.id,
        addedAt: at,
        ...kept,
      }),
      ...endSharesWithTheBlocked(ctx.db, careLeaver.id, { at, actorId: ctx.actor.id }),
      releaseTheBlocked(ctx.db, careLeaver.id),
      ...mentoring.statements,
    ],
  )
}

/** The ending of what they have with a mentor of that name, if they have one. */
async function mentoringWith(
  ctx: CommandContext,
  careLeaver: CareLeaver,
  matchHash: string | null,
): Promise<Part> {
  const request = await findLiveMentorRequest(ctx.db, careLeaver.id)
  if (request?.state !== 'matched' || matchHash === null) return NOTHING
  return (await isTheirMentor(ctx.db, request.id, matchHash)) ? endingOfMentoring(ctx, request) : NOTHING
}

/** What is compared instead of the words: the keyed hash of their one spelling. */
export async function matchHashOf(
  secrets: CommandContext['secrets'],
  { kind, words }: Exclude<NotTold, { kind: 'organisation' }>,
): Promise<string> {
  return secrets.hash('not-told', kind === 'email' ? normaliseEmail(words) : normaliseName(words))
}

async function stored(ctx: CommandContext, entry: NotTold) {
  if (entry.kind === 'organisation') {
    return { kind: entry.kind, organisationId: entry.organisationId, matchHash: null, sealedWords: null }
  }
  return {
    kind: entry.kind,
    organisationId: null,
    matchHash: await matchHashOf(ctx.secrets, entry),
    sealedWords: await ctx.secrets.seal(entry.words),
  }
}

/** Takes an entry off. An id of somebody else's list changes nothing. */
export async function removeFromNotTold(
  ctx: CommandContext,
  careLeaver: CareLeaver,
  id: string,
): Promise<Committed> {
  if (!(await hasNotTold(ctx.db, id, careLeaver.id))) return recordFact(ctx, [])
  return commitChange(ctx, { action: 'not-told.remove', subject: `not-told:${id}`, version: 2 }, [
    removeNotTold(ctx.db, id, careLeaver.id),
  ])
}
