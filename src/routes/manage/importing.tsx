import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { listAdviserAddresses, listKnownPeople } from '../../../db/queries/import'
import { ImportPage, ImportPreviewPage } from '../../../views/manage/import-pages'
import { importPeople } from '../../commands/care-leavers/import-people'
import { dayOf } from '../../domain/dates'
import { planImport } from '../../domain/import-plan'
import type { AppEnv } from '../../http/app-env'
import { commandContext } from '../../http/command-context'
import { guard } from '../../http/guard'
import { page } from '../../http/page'
import { paths } from '../../paths'
import { finish } from './finish'
import { IMPORT_COLUMNS, readImport } from './people-csv'

/** People from the case system: a file, a preview of whom it adds and changes or of every fault, then all or none. */
export const importing = new Hono<AppEnv>()

const EXAMPLE = ['K-10482', 'Robin', '2006-03-27', 'former-relevant', '2024-03-27', 'Maidstone', '']

importing.get(paths.manage.import, guard('care-leaver.import'), (c) => page(c, <ImportPage errors={[]} />))

importing.get(paths.manage.importTemplate, guard('care-leaver.import'), (c) => {
  c.header('Content-Disposition', 'attachment; filename="people-template.csv"')
  return c.body(`\uFEFF${IMPORT_COLUMNS.join(',')}\r\n${EXAMPLE.join(',')}\r\n`, 200, {
    'Content-Type': 'text/csv; charset=utf-8',
  })
})

async function readPeople(c: Context<AppEnv>, text: string) {
  const { db, now } = c.var.deps
  const [advisers, known] = await Promise.all([listAdviserAddresses(db), listKnownPeople(db)])
  const { people, faults } = readImport(text, { today: dayOf(now()), advisers, known })
  const names = new Map([...advisers].map(([email, id]) => [id as string, email]))
  return { faults, plan: planImport(people, known), names }
}

importing.post(paths.manage.import, guard('care-leaver.import', { isFresh: true }), async (c) => {
  const file = c.var.form.get('file')
  const text = typeof file === 'string' || !file ? '' : await file.text()
  if (text.trim() === '')
    return page(
      c,
      <ImportPage errors={[{ field: 'file', message: 'Choose a CSV file with people in it' }]} />,
      422,
    )
  const read = await readPeople(c, text)
  return page(
    c,
    <ImportPreviewPage plan={read.plan} names={read.names} faults={read.faults} text={text} />,
    read.faults.length > 0 ? 422 : 200,
  )
})

importing.post(paths.manage.importConfirm, guard('care-leaver.import', { isFresh: true }), async (c) => {
  const text = z.string().catch('').parse(c.var.form.get('text'))
  const read = await readPeople(c, text)
  if (read.faults.length > 0)
    return page(
      c,
      <ImportPreviewPage plan={read.plan} names={read.names} faults={read.faults} text={text} />,
      422,
    )
  const ctx = commandContext(c, paths.manage.home, 'imported')
  const outcome = await importPeople(ctx, read.plan)
  return finish(c, ctx, outcome)
})
