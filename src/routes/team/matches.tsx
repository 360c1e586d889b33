import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { isHiddenFrom } from '../../../db/queries/blocked'
import { findMatch } from '../../../db/queries/matches'
import { listOutcomeChecks } from '../../../db/queries/outcome-checks'
import { findLiveShare } from '../../../db/queries/shares'
import { TeamMatchPage } from '../../../views/team/match-page'
import { endMatch } from '../../commands/matches/end-match'
import { recordOutcome } from '../../commands/matches/record-outcome'
import { reportForChampion } from '../../commands/matches/report-progress'
import type { MatchId } from '../../domain/ids'
import { OUTCOME_RESULTS, OUTCOME_WEEKS } from '../../domain/match'
import type { AppEnv } from '../../http/app-env'
import { commandContext } from '../../http/command-context'
import { type FormProblem, line, readForm, readId } from '../../http/form'
import { guard } from '../../http/guard'
import { noteView } from '../../http/note-view'
import { page } from '../../http/page'
import { Problem } from '../../http/problems'
import { fromEvidence } from '../../matching/evidence'
import { explainEligibility, explainScore } from '../../matching/explain'
import { paths } from '../../paths'
import { can } from '../../policy/permissions'
import { ReportForm, toReport } from '../champion/report.form'
import { finish } from './finish'

/** A match as the team follows it: what it was decided on, what is shared, how it goes, how it ended. */
export const matches = new Hono<AppEnv>()

async function shown(c: Context<AppEnv>, problem?: FormProblem): Promise<Response> {
  const { db } = c.var.deps
  const match = await findMatch(db, readId<MatchId>(c))
  if (!match || (await isHiddenFrom(db, c.var.actor.id, match.careLeaverId))) throw new Problem(404)
  await noteView(c, match.careLeaverId, 'match')
  const evidence = fromEvidence(match.evidence)
  const [share, checks] = await Promise.all([findLiveShare(db, match.id), listOutcomeChecks(db, match.id)])
  const body = (
    <TeamMatchPage
      match={match}
      share={share ?? null}
      checks={checks}
      decidedOn={
        evidence && {
          eligibility: explainEligibility(evidence.eligibility, 'broker'),
          score: explainScore(evidence.score, 'broker'),
          total: evidence.score.total,
        }
      }
      mayChange={can(c.var.actor.role, 'match.change')}
      values={problem?.values ?? {}}
      errors={problem?.errors ?? []}
    />
  )
  return page(c, body, problem ? 422 : 200)
}

matches.get('/team/matches/:id', guard('match.read'), (c) => shown(c))

const WithdrawForm = z.object({
  ending: z.enum(
    ['withdraw', 'supersede', 'provider-decline', 'complete', 'end-early'],
    'Choose how it ended',
  ),
  reason: line('Reason', 1000, 'Write why, for the record'),
})

matches.post('/team/matches/:id/withdraw', guard('match.change'), async (c) => {
  const form = readForm(c, WithdrawForm)
  if (!form.ok) return shown(c, form)
  const id = readId<MatchId>(c)
  const ctx = commandContext(c, paths.team.match(id), 'match-ended')
  const outcome = await endMatch(ctx, id, { action: form.value.ending, reason: form.value.reason })
  return finish(c, ctx, outcome)
})

matches.post('/team/matches/:id/report', guard('match.change'), async (c) => {
  const form = readForm(c, ReportForm)
  if (!form.ok) return shown(c, form)
  const report = toReport(form.value)
  if ('error' in report) return shown(c, { values: form.value, errors: [report.error] })
  const id = readId<MatchId>(c)
  const ctx = commandContext(c, paths.team.match(id), 'reported')
  const outcome = await reportForChampion(ctx, id, report)
  if (outcome === 'day-not-possible') {
    return shown(c, {
      values: form.value,
      errors: [
        { field: 'startedOn', message: 'The first day must be today or before, and after it was proposed' },
      ],
    })
  }
  return finish(c, ctx, outcome)
})

const OutcomeForm = z.object({
  result: z.enum(OUTCOME_RESULTS, 'Choose how it is going'),
  words: line('What you write', 500),
})

matches.post('/team/matches/:id/outcomes/:week', guard('outcome.record'), async (c) => {
  const week = OUTCOME_WEEKS.find((one) => String(one) === c.req.param('week'))
  if (!week) throw new Problem(404)
  const form = readForm(c, OutcomeForm)
  if (!form.ok) return shown(c, form)
  const id = readId<MatchId>(c)
  const ctx = commandContext(c, paths.team.match(id), 'outcome-recorded')
  const outcome = await recordOutcome(ctx, id, week, form.value)
  return finish(c, ctx, outcome)
})
