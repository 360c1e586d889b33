import { ConstraintError, type Statement } from '../../db/database'
import { recordAnswer, recordAudit, recordAuditWords } from '../../db/statements/record'
import type { CommandContext } from './command-context'

/** One thing that changes, as the audit keeps it. */
export type Change = {
  /** `noun.verb`, as in the permission table. */
  action: string
  /** `noun:id` */
  subject: string
  /** The version the change makes. Two changes of one version cannot both be kept. */
  version: number
  from?: string
  to?: string
  /** A word from a closed list. */
  code?: string
  /** Somebody's own words; kept beside the chain, because they may have to be erased. */
  words?: string
}

/**
 * A part of what is committed at once: its changes for the audit, and the statements that make them. Those that several
 * commands share stand in `parts/`.
 */
export type Part = { changes: Change[]; statements: Statement[] }

export const NOTHING: Part = { changes: [], statements: [] }

/** Several parts as one. */
export function together(parts: readonly Part[]): Part {
  return {
    changes: parts.flatMap(({ changes }) => changes),
    statements: parts.flatMap(({ statements }) => statements),
  }
}

/** Why the schema refused: someone else got there first, or the rule the schema keeps says no. */
export type Refusal =
  | 'changed-meanwhile'
  | 'no-place-left'
  | 'already-there'
  | 'blocked'
  | 'not-considered'
  | 'share-ended'
  | 'code-ended'
  | 'other-receiver'
  | 'too-many'
  | 'too-many-waiting'
  | 'too-many-this-week'
  | 'too-many-searches'
  | 'lacks-a-step'
  | 'not-approved'
  | 'asked-already'

export type Committed = 'committed' | Refusal

/** Refusals that code answers to. Any other broken constraint is our bug and is thrown on. */
const REFUSALS: Readonly<Record<string, Refusal>> = {
  'audit_event has this version': 'changed-meanwhile',
  'audit_seal has this event': 'changed-meanwhile',
  'UNIQUE constraint failed: idempotency.key': 'changed-meanwhile',
  'CHECK constraint failed: no_more_than_its_places': 'no-place-left',
  'UNIQUE constraint failed: match.opportunity_id, match.care_leaver_id': 'already-there',
  'UNIQUE constraint failed: interest.opportunity_id, interest.care_leaver_id': 'already-there',
  'UNIQUE constraint failed: share.match_id': 'already-there',
  'UNIQUE constraint failed: account.email': 'already-there',
  'UNIQUE constraint failed: invitation.account_id': 'already-there',
  'UNIQUE constraint failed: care_leaver.case_reference': 'already-there',
  'UNIQUE constraint failed: opportunity_revision.opportunity_id': 'already-there',
  "UNIQUE constraint failed: index 'organisation_name_is_used_once'": 'already-there',
  'UNIQUE constraint failed: saved_search.care_leaver_id, saved_search.query': 'already-there',
  'UNIQUE constraint failed: round_suggestion.round_id, round_suggestion.person': 'changed-meanwhile',
  'UNIQUE constraint failed: rule_set.based_on': 'already-there',
  'UNIQUE constraint failed: rule_set.name': 'changed-meanwhile',
  'UNIQUE constraint failed: rule_set.state': 'changed-meanwhile',
  'another rule set is in force': 'changed-meanwhile',
  'UNIQUE constraint failed: mentor_step.mentor_id, mentor_step.setting': 'already-there',
  'CHECK constraint failed: no_more_than_their_capacity': 'no-place-left',
  'mentor step is out of order': 'changed-meanwhile',
  'mentor lacks a step': 'lacks-a-step',
  'mentor has somebody': 'changed-meanwhile',
  'mentor is not approved': 'not-approved',
  'three are offered': 'changed-meanwhile',
  'choice has moved on': 'changed-meanwhile',
  'UNIQUE constraint failed: mentor_request.care_leaver_id': 'already-there',
  'UNIQUE constraint failed: mentor_choice.request_id': 'changed-meanwhile',
  'UNIQUE constraint failed: mentor_choice.request_id, mentor_choice.mentor_id': 'changed-meanwhile',
  'ten searches are saved': 'too-many-searches',
  'search is looked through': 'changed-meanwhile',
  'offer is paused': 'changed-meanwhile',
  'offer is not live': 'changed-meanwhile',
  'round is not open': 'changed-meanwhile',
  'person is erased': 'changed-meanwhile',
  'check has ended': 'changed-meanwhile',
  'ask has ended': 'changed-meanwhile',
  'asked already': 'asked-already',
  "UNIQUE constraint failed: index 'champion_ask_one_open_each'": 'asked-already',
  'share is blocked': 'blocked',
  'match needs consideration': 'not-considered',
  'share has ended': 'share-ended',
  'CHECK constraint failed: no_more_than_five_tries': 'code-ended',
  'sign_in_request is used': 'code-ended',
  'share names another receiver': 'other-receiver',
  'address has asked five times': 'too-many',
  'poster has three waiting': 'too-many-waiting',
  'poster has sent ten this week': 'too-many-this-week',
}

/**
 * The only way a command changes something that has versions: the change, its audit row, its news and the form's
 * answer land together or not at all.
 */
export async function commitChange(
  ctx: CommandContext,
  changes: Change | readonly Change[],
  statements: readonly Statement[],
): Promise<Committed> {
  const at = ctx.now().toISOString()
  const list: readonly Change[] = 'action' in changes ? [changes] : changes
  const audit = list.flatMap((change) => [
    recordAudit(ctx.db, { ...change, at, actorId: ctx.actor.id }),
    ...(change.words ? [recordAuditWords(ctx.db, change.subject, change.version, change.words)] : []),
  ])
  return commit(ctx, [...audit, ...statements])
}

/**
 * The door for rows that have no version: views of a record, tries, touches, saved offers, clean-up. All or nothing,
 * with the form's answer where there is one.
 */
export async function recordFact(
  ctx: CommandContext,
  statements: readonly Statement[],
  options?: CommitOptions,
): Promise<Committed> {
  return commit(ctx, statements, options)
}

/** How long to wait for another process that is writing. */
type CommitOptions = Parameters<CommandContext['db']['commit']>[1]

async function commit(
  ctx: CommandContext,
  statements: readonly Statement[],
  options?: CommitOptions,
): Promise<Committed> {
  const answer = ctx.answer ? [recordAnswer(ctx.db, ctx.answer, ctx.now().toISOString())] : []
  try {
    await ctx.db.commit([...statements, ...answer], options)
    return 'committed'
  } catch (error) {
    const refusal = error instanceof ConstraintError ? REFUSALS[error.message] : undefined
    if (refusal) return refusal
    throw error
  }
}
