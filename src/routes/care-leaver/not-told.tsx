import { type Context, Hono } from 'hono'
import { listNotTold } from '../../../db/queries/care-leavers'
import { listOrganisations } from '../../../db/queries/organisations'
import { EndsSharingPage } from '../../../views/care-leaver/ends-sharing-page'
import { NotToldPage } from '../../../views/care-leaver/not-told-page'
import { addToNotTold, removeFromNotTold, type NotTold } from '../../commands/care-leavers/change-not-told'
import type { CareLeaver } from '../../domain/care-leaver'
import type { AppEnv } from '../../http/app-env'
import { commandContext, done } from '../../http/command-context'
import { type FieldError, type FormValues, readForm, readId } from '../../http/form'
import { guard } from '../../http/guard'
import { page } from '../../http/page'
import { paths } from '../../paths'
import { endsUnread, missingNotTold, NotToldForm, toNotTold } from './not-told.form'
import { answerRefusal, ownRecord } from './own'

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
  const ends = await endsUnread(c.var.deps, record.id, { entry, sure: form.value.sure })
  if (ends.length > 0)
    return page(c, <EndsSharingPage shares={ends} values={form.value} action={paths.my.notTold} />)
  const ctx = commandContext(c, paths.my.notTold, 'saved')
  const outcome = await addToNotTold(ctx, record, entry)
  return outcome === 'committed' ? done(c, ctx) : answerRefusal(c, outcome)
})

notTold.post('/my/private/:id/remove', guard('not-told.change-own', { isFresh: true }), async (c) => {
  const ctx = commandContext(c, paths.my.notTold, 'removed')
  await removeFromNotTold(ctx, await ownRecord(c), readId(c))
  return done(c, ctx)
})
