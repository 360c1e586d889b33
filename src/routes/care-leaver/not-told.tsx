import { type Context, Hono } from 'hono'
import { listNotTold } from '../../../db/queries/care-leavers'
import { listOrganisations } from '../../../db/queries/organisations'
import { NotToldPage } from '../../../views/care-leaver/not-told-page'
import { addToNotTold, removeFromNotTold, type NotTold } from '../../commands/care-leavers/change-not-told'
import type { CareLeaver } from '../../domain/care-leaver'
import type { AppEnv } from '../../http/app-env'
import { commandContext, done } from '../../http/command-context'
import { type FieldError, type FormValues, readForm, readId } from '../../http/form'
import { guard } from '../../http/guard'
import { page } from '../../http/page'
import { paths } from '../../paths'
import { missingNotTold, NotToldForm, toNotTold } from './not-told.form'
import { finish } from './finish'
import { ownRecord } from './own'

/** People and places I do not want told. */
export const notTold = new Hono<AppEnv>()

async function shown(
  c: Context<AppEnv>,
  record: CareLeaver,
  problem?: { values: FormValues; errors: FieldError[] },
) {
  const { db, secrets } = c.var.deps
  const [entries, organisations] = await Promise.all([
    listNotTold(db, secrets, record.id),
    listOrganisations(db),
  ])
  const body = (
    <NotToldPage
      entries={entries}
      organisations={organisations}
      action={paths.my.notTold}
      removeAction={paths.my.removeNotTold}
      back={paths.my.home}
      values={problem?.values ?? {}}
      errors={problem?.errors ?? []}
    />
  )
  return page(c, body, problem ? 422 : 200)
}

notTold.get(paths.my.notTold, guard('not-told.read-own', { isFresh: true }), async (c) =>
  shown(c, await ownRecord(c)),
)

notTold.post(paths.my.notTold, guard('not-told.change-own', { isFresh: true }), async (c) => {
  const record = await ownRecord(c)
  const form = readForm(c, NotToldForm)
  if (!form.ok) return shown(c, record, form)
  const entry: NotTold | undefined = toNotTold(form.value)
  if (!entry) return shown(c, record, { values: form.value, errors: [missingNotTold(form.value.kind)] })
  const ctx = commandContext(c, paths.my.notTold, 'saved')
  const outcome = await addToNotTold(ctx, record, entry)
  return finish(c, ctx, outcome)
})

notTold.post('/my/private/:id/remove', guard('not-told.change-own', { isFresh: true }), async (c) => {
  const ctx = commandContext(c, paths.my.notTold, 'removed')
  await removeFromNotTold(ctx, await ownRecord(c), readId(c))
  return done(c, ctx)
})
