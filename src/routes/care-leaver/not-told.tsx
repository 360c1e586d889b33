import { type Context, Hono } from 'hono'
import { listNotTold } from '../../../db/queries/care-leavers'
import { listOrganisations } from '../../../db/queries/organisations'
import { EndsSharingPage } from '../../../views/care-leaver/ends-sharing-page'
import { NotToldPage, type NotToldPageProps } from '../../../views/care-leaver/not-told-page'
import { addToNotTold, removeFromNotTold } from '../../commands/care-leavers/change-not-told'
import type { CareLeaver } from '../../domain/care-leaver'
import type { AppEnv } from '../../http/app-env'
import { commandContext, done } from '../../http/command-context'
import { type FormProblem, readId } from '../../http/form'
import { guard } from '../../http/guard'
import { page } from '../../http/page'
import { paths } from '../../paths'
import { finish } from './finish'
import { endsUnread, readNotTold } from './not-told.form'
import { ownRecord } from './own'

/** People and places I do not want told. */
export const notTold = new Hono<AppEnv>()

/** The list with its form, at whose addresses it is: the person's own, or their adviser's for them. */
export async function notToldPage(
  c: Context<AppEnv>,
  person: CareLeaver,
  addresses: Pick<NotToldPageProps, 'action' | 'removeAction' | 'back' | 'keptFor'>,
  problem?: FormProblem,
) {
  const { db, secrets } = c.var.deps
  const [entries, organisations] = await Promise.all([
    listNotTold(db, secrets, person.id),
    listOrganisations(db),
  ])
  const body = (
    <NotToldPage
      {...addresses}
      entries={entries}
      organisations={organisations}
      values={problem?.values ?? {}}
      errors={problem?.errors ?? []}
    />
  )
  return page(c, body, problem ? 422 : 200)
}

const OWN = {
  action: paths.my.notTold,
  removeAction: paths.my.removeNotTold,
  back: { href: paths.my.home },
  keptFor: null,
}

notTold.get(paths.my.notTold, guard('not-told.read-own', { isFresh: true }), async (c) =>
  notToldPage(c, await ownRecord(c), OWN),
)

notTold.post(paths.my.notTold, guard('not-told.change-own', { isFresh: true }), async (c) => {
  const record = await ownRecord(c)
  const read = readNotTold(c)
  if (!read.ok) return notToldPage(c, record, OWN, read)
  const ends = await endsUnread(c.var.deps, record.id, read)
  if (ends.length > 0)
    return page(c, <EndsSharingPage shares={ends} values={read.values} action={OWN.action} keptFor={null} />)
  const ctx = commandContext(c, paths.my.notTold, 'saved')
  return finish(c, ctx, await addToNotTold(ctx, record, read.entry))
})

notTold.post('/my/private/:id/remove', guard('not-told.change-own', { isFresh: true }), async (c) => {
  const ctx = commandContext(c, paths.my.notTold, 'removed')
  await removeFromNotTold(ctx, await ownRecord(c), readId(c))
  return done(c, ctx)
})
