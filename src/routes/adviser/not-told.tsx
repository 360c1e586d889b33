import { Hono } from 'hono'
import { EndsSharingPage } from '../../../views/care-leaver/ends-sharing-page'
import { isolated } from '../../../views/words/names'
import { addToNotTold, removeFromNotTold } from '../../commands/care-leavers/change-not-told'
import type { CareLeaver } from '../../domain/care-leaver'
import type { AppEnv } from '../../http/app-env'
import { commandContext, done } from '../../http/command-context'
import { readId } from '../../http/form'
import { guard } from '../../http/guard'
import { noteView } from '../../http/note-view'
import { page } from '../../http/page'
import { paths } from '../../paths'
import { endsUnread, readNotTold } from '../care-leaver/not-told.form'
import { notToldPage } from '../care-leaver/not-told'
import { finish } from './finish'
import { personOnCaseload } from './person'

/** People and places somebody does not want told, kept for them by their adviser. */
export const notTold = new Hono<AppEnv>()

const addressesOf = ({ id, preferredName }: CareLeaver) => ({
  action: paths.adviser.notTold(id),
  removeAction: (entry: string) => paths.adviser.removeNotTold(id, entry),
  back: { href: paths.adviser.person(id), text: isolated(preferredName) },
  keptFor: preferredName,
})

notTold.get('/adviser/people/:id/private', guard('not-told.change-caseload'), async (c) => {
  const person = await personOnCaseload(c)
  await noteView(c, person.id, 'record')
  return notToldPage(c, person, addressesOf(person))
})

notTold.post('/adviser/people/:id/private', guard('not-told.change-caseload'), async (c) => {
  const person = await personOnCaseload(c)
  const read = readNotTold(c)
  if (!read.ok) {
    await noteView(c, person.id, 'record')
    return notToldPage(c, person, addressesOf(person), read)
  }
  const { action } = addressesOf(person)
  const ends = await endsUnread(c.var.deps, person.id, read)
  if (ends.length > 0) {
    await noteView(c, person.id, 'record')
    const keptFor = person.preferredName
    return page(c, <EndsSharingPage shares={ends} values={read.values} action={action} keptFor={keptFor} />)
  }
  const ctx = commandContext(c, action, 'saved')
  return finish(c, ctx, await addToNotTold(ctx, person, read.entry))
})

notTold.post('/adviser/people/:id/private/:entry/remove', guard('not-told.change-caseload'), async (c) => {
  const person = await personOnCaseload(c)
  const ctx = commandContext(c, paths.adviser.notTold(person.id), 'removed')
  await removeFromNotTold(ctx, person, readId(c, 'entry'))
  return done(c, ctx)
})
