import { Hono } from 'hono'
import { listFindable } from '../../../db/queries/findable'
import { countUnmetNeeds } from '../../../db/queries/unmet-needs'
import { UnmetNeedsPage } from '../../../views/team/unmet-needs-page'
import { addDays, dayOf } from '../../domain/dates'
import type { AppEnv } from '../../http/app-env'
import { guard } from '../../http/guard'
import { page } from '../../http/page'
import { paths } from '../../paths'
import { YOUNG_PEOPLE } from '../../policy/audience'

/** A quarter: long enough to show a pattern, short enough to act on. */
const WINDOW_DAYS = 90

/** What young people looked for and did not find, beside what there is now. */
export const unmetNeeds = new Hono<AppEnv>()

unmetNeeds.get(paths.team.unmetNeeds, guard('unmet-need.read'), async (c) => {
  const { db, now } = c.var.deps
  const today = dayOf(now())
  const [needs, offers] = await Promise.all([
    countUnmetNeeds(db, addDays(today, -WINDOW_DAYS)),
    listFindable(db, { ...YOUNG_PEOPLE, today }),
  ])
  const withOffers = needs.map((need) => ({
    ...need,
    offersNow: offers.filter(
      ({ kind, district, isRemote }) =>
        (need.kind === null || kind === need.kind) &&
        (need.district === null || district === need.district || isRemote),
    ).length,
  }))
  return page(c, <UnmetNeedsPage needs={withOffers} days={WINDOW_DAYS} />)
})
