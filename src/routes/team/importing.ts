import { type Context, Hono } from 'hono'
import { listPosters } from '../../../db/queries/accounts'
import type { AppEnv } from '../../http/app-env'
import { guard } from '../../http/guard'
import { paths } from '../../paths'
import { answerDone, answerFile, answerTicks, askForFile, type ImportFor } from '../champion/import-answers'
import { importTemplate } from '../champion/import-file'

/** The team brings in what a champion has sent them. The drafts are that champion's, who finishes and sends them. */
export const importing = new Hono<AppEnv>()

const forOther = guard('opportunity.import-for')

importing.get(paths.team.import, forOther, async (c) => askForFile(c, await frameOf(c)))
importing.get(paths.team.importTemplate, forOther, importTemplate)
importing.post(paths.team.import, forOther, (c) => withOwner(c, answerFile))
importing.post(paths.team.importConfirm, forOther, (c) => withOwner(c, answerTicks))

importing.get(paths.team.importDone, forOther, (c) => {
  const { opportunities: list, import: again } = paths.team
  return answerDone(c, { list, again, isForOther: true })
})

async function frameOf(c: Context<AppEnv>): Promise<ImportFor['frame']> {
  const posters = await listPosters(c.var.deps.db)
  return { at: paths.team, posters, accountId: String(c.var.form?.get('accountId') ?? '') }
}

/** Goes on with the champion or partner who was chosen, who has to be one that can sign in. */
async function withOwner(
  c: Context<AppEnv>,
  answer: (c: Context<AppEnv>, to: ImportFor) => Promise<Response>,
): Promise<Response> {
  const frame = await frameOf(c)
  const owner = frame.posters?.find(({ id }) => id === frame.accountId)
  if (owner) return answer(c, { owner, frame })
  return askForFile(c, frame, [{ field: 'accountId', message: 'Choose whose drafts they become' }])
}
