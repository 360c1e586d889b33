import { type Context, Hono } from 'hono'
import type { AppEnv } from '../../http/app-env'
import { guard } from '../../http/guard'
import { paths } from '../../paths'
import { answerDone, answerFile, answerTicks, askForFile, type ImportFor } from './import-answers'
import { importTemplate } from './import-file'
import { posterOf } from './own'

/** Opportunities from a spreadsheet or a careers site: a file, a preview, then drafts. */
export const importing = new Hono<AppEnv>()

const own = guard('opportunity.import-own')

const FRAME: ImportFor['frame'] = { at: paths.champion, posters: null, accountId: '' }

const ownImport = (c: Context<AppEnv>): ImportFor => ({ owner: posterOf(c), frame: FRAME })

importing.get(paths.champion.import, own, (c) => askForFile(c, FRAME))
importing.get(paths.champion.importTemplate, own, importTemplate)
importing.post(paths.champion.import, own, (c) => answerFile(c, ownImport(c)))
importing.post(paths.champion.importConfirm, own, (c) => answerTicks(c, ownImport(c)))

importing.get(paths.champion.importDone, own, (c) => {
  const { opportunities, import: again } = paths.champion
  return answerDone(c, { list: `${opportunities}#yours`, again, isForOther: false })
})
