import { Hono } from 'hono'
import { findReadable } from '../../../db/queries/opportunities'
import { calendarOf } from '../../../views/outward/calendar'
import { dayOf } from '../../domain/dates'
import type { OpportunityId } from '../../domain/ids'
import { isOpenToInterest } from '../../domain/opportunity'
import type { AppEnv } from '../../http/app-env'
import { readId } from '../../http/form'
import { guard } from '../../http/guard'
import { Problem } from '../../http/problems'
import { audienceOf } from '../../policy/audience'
import { toOfferView } from '../../policy/views'

/** The day of an offer for somebody's own calendar: for whoever may read the offer, while it is open. */
export const calendar = new Hono<AppEnv>()

calendar.get('/opportunities/:id/calendar.ics', guard('opportunity.browse'), async (c) => {
  const { db, now, config } = c.var.deps
  const today = dayOf(now())
  const offer = await findReadable(db, { ...audienceOf(c.var.visitor), today }, readId<OpportunityId>(c))
  if (!offer?.startsOn || !isOpenToInterest(offer, today)) throw new Problem(404)
  const file = calendarOf(toOfferView(offer, null), config.serviceName, config.baseUrl)
  return c.body(file, 200, {
    'Content-Type': 'text/calendar; charset=UTF-8',
    'Content-Disposition': 'attachment; filename="calendar.ics"',
  })
})
