import { findVersionOf } from '../../../db/queries/audit'
import { answerChecksOf } from '../../../db/statements/check-tasks'
import { type FactName, saveFact } from '../../../db/statements/care-leavers'
import { rulesAnsweredBy } from '../../domain/check-task'
import type { CareLeaver, RightToWork } from '../../domain/care-leaver'
import type { Day } from '../../domain/dates'
import type { DbsLevel } from '../../domain/opportunity'
import type { CommandContext } from '../command-context'
import { commitChange, type Committed } from '../commit-change'

/** What an adviser has checked. It stays with the adviser; the engine uses it and gives away only a sentence. */
export type EligibilityFact =
  | { fact: 'right-to-work'; value: RightToWork }
  | { fact: 'qualification'; value: { level: number; source: string } }
  | { fact: 'dbs'; value: { level: DbsLevel; issuedOn: Day | null } }
  | { fact: 'availability'; value: { from: Day | null } }

/** Records one checked fact, sealed. A later one takes its place; the audit keeps who and when, never what. */
export async function recordEligibilityFact(
  ctx: CommandContext,
  careLeaver: CareLeaver,
  fact: EligibilityFact,
): Promise<Committed> {
  const subject = `fact:${careLeaver.id}:${fact.fact}`
  const version = (await findVersionOf(ctx.db, subject)) + 1
  const at = ctx.now().toISOString()
  return commitChange(ctx, { action: 'fact.record', subject, version }, [
    answerChecksOf(ctx.db, careLeaver.id, rulesAnsweredBy(fact.fact), { by: ctx.actor.id, at }),
    saveFact(ctx.db, {
      careLeaverId: careLeaver.id,
      fact: fact.fact satisfies FactName,
      sealed: await ctx.secrets.seal(JSON.stringify(fact.value)),
      recordedBy: ctx.actor.id,
      recordedAt: at,
    }),
  ])
}
