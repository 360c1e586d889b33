import type { Context } from 'hono'
import { findCandidate } from '../../../db/queries/candidates'
import type { PublishedOpportunity } from '../../../db/queries/opportunities'
import { readRuleSet } from '../../../db/queries/rule-sets'
import { dayOf } from '../../domain/dates'
import type { OpportunityId } from '../../domain/ids'
import type { AppEnv } from '../../http/app-env'
import { assess } from '../../matching/eligibility'
import { whatYouWouldNeed, whyItCouldSuit } from '../../matching/explain'
import { scorePair } from '../../matching/score'
import type { Fit } from '../../../views/public/opportunity-page'

/** Fits of a page of offers for the young person who is signed in; nothing for anybody else. */
export async function fitsFor(
  c: Context<AppEnv>,
  offers: readonly PublishedOpportunity[],
): Promise<Map<OpportunityId, Fit>> {
  const { visitor, deps } = c.var
  if (!visitor?.careLeaverId || offers.length === 0) return new Map()
  const [candidate, ruleSet] = await Promise.all([
    findCandidate(deps.db, deps.secrets, visitor.careLeaverId),
    readRuleSet(deps.db),
  ])
  if (!candidate) return new Map()
  const context = { today: dayOf(deps.now()), ruleSet }
  return new Map(
    offers.map((offer) => {
      const eligibility = assess(candidate, offer, context)
      const why = whyItCouldSuit(scorePair(candidate, offer, context)) || null
      return [
        offer.id,
        { why: eligibility.answer === 'not-eligible' ? null : why, needs: whatYouWouldNeed(eligibility) },
      ]
    }),
  )
}
