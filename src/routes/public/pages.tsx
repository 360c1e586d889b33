import { Hono } from 'hono'
import { countFindable } from '../../../db/queries/findable'
import { readSettings } from '../../../db/queries/settings'
import { AccessibilityPage, CookiesPage, HelpPage, PrivacyPage } from '../../../views/public/footer-pages'
import { HomePage } from '../../../views/public/home-page'
import { dayOf } from '../../domain/dates'
import type { AppEnv } from '../../http/app-env'
import { guard } from '../../http/guard'
import { page } from '../../http/page'
import { homeOf, paths } from '../../paths'
import { audienceOf } from '../../policy/audience'

/** The start page and the pages behind every footer. */
export const pages = new Hono<AppEnv>()

pages.get(paths.home, guard('page.read'), async (c) => {
  const { visitor, deps } = c.var
  if (visitor) return c.redirect(homeOf[visitor.role], 303)
  const scope = { ...audienceOf(null), today: dayOf(deps.now()) }
  return page(c, <HomePage count={await countFindable(deps.db, scope)} hasDemo={deps.demo !== null} />)
})

pages.get(paths.privacy, guard('page.read'), (c) => page(c, <PrivacyPage />))
pages.get(paths.accessibility, guard('page.read'), (c) => page(c, <AccessibilityPage />))
pages.get(paths.cookies, guard('page.read'), (c) => page(c, <CookiesPage />))
pages.get(paths.help, guard('page.read'), async (c) =>
  page(c, <HelpPage settings={await readSettings(c.var.deps.db)} />),
)
