import type { Context } from 'hono'
import { z } from 'zod'
import { ImportDonePage, ImportPage, type ImportPageProps } from '../../../views/champion/import-pages'
import { ImportPreviewPage } from '../../../views/champion/import-preview-page'
import { importDrafts } from '../../commands/opportunities/import-drafts'
import { dayOf } from '../../domain/dates'
import type { AccountId, OrganisationId } from '../../domain/ids'
import { IMPORT_ROWS_MAX } from '../../domain/opportunity-import/imported-row'
import type { AppEnv } from '../../http/app-env'
import { commandContext } from '../../http/command-context'
import { page } from '../../http/page'
import { LIST_WORDS, type ReadImport, readImport, readUpload } from './import-file'

/** Whose the drafts become, and what stands around the pages: a champion's own, or whom the team chose. */
export type ImportFor = {
  owner: { id: AccountId; organisationId: OrganisationId }
  frame: Omit<ImportPageProps, 'errors' | 'words'>
}

/** The page that asks for a file, with what is wrong. */
export function askForFile(
  c: Context<AppEnv>,
  frame: ImportFor['frame'],
  errors: ImportPageProps['errors'] = [],
): Promise<Response> {
  return page(c, <ImportPage {...frame} words={LIST_WORDS} errors={errors} />, errors.length > 0 ? 422 : 200)
}

/** A file was chosen: what would be drafted, and every fault by row and column. Nothing is written. */
export async function answerFile(c: Context<AppEnv>, to: ImportFor): Promise<Response> {
  const upload = await readUpload(c.var.form)
  if ('fault' in upload) return refuseFile(c, to, upload.fault)
  const read = await readFor(c, to, upload.text)
  return 'fault' in read ? refuseFile(c, to, read.fault) : preview(c, to, { ...read, text: upload.text })
}

/** Rows were ticked: those without a fault become drafts, and the others are left. */
export async function answerTicks(c: Context<AppEnv>, to: ImportFor): Promise<Response> {
  const text = z.string().catch('').parse(c.var.form.get('text'))
  const read = await readFor(c, to, text)
  if ('fault' in read) return refuseFile(c, to, read.fault)
  const ticked = c.var.form.getAll('rows').map(String)
  const drafts = read.rows
    .filter(({ row, faults }) => faults.length === 0 && ticked.includes(String(row)))
    .map(({ draft }) => draft)
  if (drafts.length === 0)
    return preview(c, to, { ...read, text, ticked, error: 'Tick at least one opportunity to draft' })
  const ctx = commandContext(c, `${to.frame.at.importDone}?drafts=${drafts.length}`)
  const outcome = await importDrafts(ctx, to.owner.id, drafts)
  if (outcome === 'committed') return c.redirect(ctx.answer?.location ?? to.frame.at.importDone, 303)
  return preview(c, to, { ...read, text, ticked, error: 'That could not be done. Try it again' })
}

/** How many were drafted, as the answer of the form said it. */
export function answerDone(c: Context<AppEnv>, done: { list: string; again: string; isForOther: boolean }) {
  const count = Number(c.req.query('drafts'))
  const isCount = Number.isInteger(count) && count >= 1 && count <= IMPORT_ROWS_MAX
  return page(c, <ImportDonePage {...done} count={isCount ? count : null} />)
}

const readFor = (c: Context<AppEnv>, { owner }: ImportFor, text: string) =>
  readImport(c.var.deps.db, text, {
    today: dayOf(c.var.deps.now()),
    organisationId: owner.organisationId,
  })

const refuseFile = (c: Context<AppEnv>, { frame }: ImportFor, message: string) =>
  askForFile(c, frame, [{ field: 'file', message }])

type Shown = ReadImport & { text: string; ticked?: readonly string[]; error?: string }

function preview(c: Context<AppEnv>, { frame }: ImportFor, { ticked, error, ...read }: Shown) {
  // What looks like something there is already is not ticked until somebody says so.
  const good = read.rows.filter(({ faults }) => faults.length === 0)
  const first = good.filter(({ row }) => !read.alike.has(row)).map(({ row }) => String(row))
  const isWrong = error !== undefined || good.length < read.rows.length
  return page(
    c,
    <ImportPreviewPage {...frame} {...read} ticked={ticked ?? first} error={error} />,
    isWrong ? 422 : 200,
  )
}
