import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { findOpportunityWork } from '../../../db/queries/opportunities'
import { ReviewPage } from '../../../views/team/review-page'
import { publishOpportunity, requestChanges } from '../../commands/opportunities/review-opportunity'
import { dayOf } from '../../domain/dates'
import type { OpportunityId } from '../../domain/ids'
import { CHANGE_CODES } from '../../domain/opportunity'
import { closingDay, toContent, warningsFor } from '../../domain/opportunity-draft'
import type { AppEnv } from '../../http/app-env'
import { commandContext } from '../../http/command-context'
import { type FormProblem, line, list, readForm, readId } from '../../http/form'
import { guard } from '../../http/guard'
import { page } from '../../http/page'
import { Problem } from '../../http/problems'
import { toPreview } from '../../policy/views'
import { paths } from '../../paths'
import { finish } from './finish'

/** Reviewing what champions sent: publish it, or ask for changes. */
export const reviews = new Hono<AppEnv>()

/** The version the broker had in front of them: text that came later is not published unseen. */
const seen = { version: z.coerce.number().int().optional() }

const ChangesForm = z.object({
  codes: list(z.enum(CHANGE_CODES), 'Tick what has to change'),
  words: line('What you write', 1000, 'Write what the champion should do'),
  ...seen,
})

const PublishForm = z.object(seen)

async function review(c: Context<AppEnv>, problem?: FormProblem): Promise<Response> {
  const { db, now } = c.var.deps
  const work = await findOpportunityWork(db, readId<OpportunityId>(c))
  const content = work?.revision && toContent(work.revision.draft)
  if (!work || !content || work.revision?.state !== 'submitted') throw new Problem(404)
  const closesOn = closingDay(content, dayOf(now()))
  const body = (
    <ReviewPage
      work={work}
      offer={toPreview(content, { id: work.organisationId, name: work.organisationName }, closesOn)}
      published={
        work.content &&
        toPreview(
          work.content,
          { id: work.organisationId, name: work.organisationName },
          work.closesOn ?? closesOn,
        )
      }
      warnings={warningsFor(content)}
      values={problem?.values ?? {}}
      errors={problem?.errors ?? []}
    />
  )
  return page(c, body, problem ? 422 : 200)
}

reviews.get('/team/opportunities/:id/review', guard('opportunity.review'), (c) => review(c))

reviews.post('/team/opportunities/:id/publish', guard('opportunity.review'), async (c) => {
  const id = readId<OpportunityId>(c)
  // On to the opportunity, whose shortlist is what comes next.
  const ctx = commandContext(c, paths.team.opportunity(id), 'published')
  const form = readForm(c, PublishForm)
  const version = form.ok ? form.value.version : undefined
  const outcome = await publishOpportunity(ctx, id, version)
  return finish(c, ctx, outcome)
})

reviews.post('/team/opportunities/:id/request-changes', guard('opportunity.review'), async (c) => {
  const form = readForm(c, ChangesForm)
  if (!form.ok) return review(c, form)
  const ctx = commandContext(c, paths.team.home, 'changes-requested')
  const outcome = await requestChanges(ctx, readId<OpportunityId>(c), form.value)
  return finish(c, ctx, outcome)
})
