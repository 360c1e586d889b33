import { Hono } from 'hono'
import { listOwnAsks } from '../../../db/queries/champion-asks'
import { listTasksOfOrganisation } from '../../../db/queries/check-tasks'
import { listIntroductions } from '../../../db/queries/shares'
import { listOwnOpportunities } from '../../../db/queries/opportunities'
import { HomePage } from '../../../views/champion/home-page'
import { dayOf } from '../../domain/dates'
import type { AppEnv } from '../../http/app-env'
import { guard } from '../../http/guard'
import { page } from '../../http/page'
import { paths } from '../../paths'
import { toAskView, toIntroductionLine, toOfferQuestion } from '../../policy/views'

export const home = new Hono<AppEnv>()

/** Where things stand. */
home.get(paths.champion.home, guard('opportunity.read-own'), async (c) => {
  const { actor, deps } = c.var
  const today = dayOf(deps.now())
  const receiver = { accountId: actor.id, organisationId: actor.organisationId, today }
  const [works, introductions, questions, asks] = await Promise.all([
    listOwnOpportunities(deps.db, actor.organisationId),
    listIntroductions(deps.db, receiver),
    listTasksOfOrganisation(deps.db, actor.organisationId),
    listOwnAsks(deps.db, actor.organisationId),
  ])
  return page(
    c,
    <HomePage
      works={works}
      introductions={introductions.map(toIntroductionLine)}
      questions={questions.map(toOfferQuestion)}
      asks={asks.map(toAskView)}
      today={today}
    />,
  )
})
