import { Hono } from 'hono'
import { listDeadEntries } from '../../../db/queries/index-entries'
import { SearchHealthPage } from '../../../views/manage/search-health-page'
import { mendIndex } from '../../commands/search/mend-index'
import type { AppEnv } from '../../http/app-env'
import { commandContext, done } from '../../http/command-context'
import { guard } from '../../http/guard'
import { page } from '../../http/page'
import { problemPage } from '../../http/problems'
import { paths } from '../../paths'

/** How search is: what the index has not been told of, and why. */
export const search = new Hono<AppEnv>()

search.get(paths.manage.search, guard('search.mend'), async (c) => {
  const { deps } = c.var
  return page(
    c,
    <SearchHealthPage health={await deps.searchHealth()} givenUpOn={await listDeadEntries(deps.db)} />,
  )
})

search.post(paths.manage.mendSearch, guard('search.mend', { isFresh: true }), async (c) => {
  const ctx = commandContext(c, paths.manage.search, 'search-mending')
  return (await mendIndex(ctx)) === 'committed' ? done(c, ctx) : problemPage(c, 409)
})
