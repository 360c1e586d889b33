import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { type FindableRow, listFindable } from '../../../db/queries/findable'
import { listTeamSynonyms } from '../../../db/queries/unfound-words'
import { countUnmetNeeds, type UnmetNeedCount } from '../../../db/queries/unmet-needs'
import { UnmetNeedsPage } from '../../../views/team/unmet-needs-page'
import { addDays, dayOf } from '../../domain/dates'
import { searchOf } from '../../domain/search'
import { addSynonym, removeSynonym } from '../../commands/search/unfound-words'
import type { AppEnv } from '../../http/app-env'
import { commandContext } from '../../http/command-context'
import { type FormProblem, line, readForm } from '../../http/form'
import { guard } from '../../http/guard'
import { page } from '../../http/page'
import { paths } from '../../paths'
import { YOUNG_PEOPLE } from '../../policy/audience'
import { finish } from './finish'
import { listShownWords } from './shown-words'

/** A quarter: long enough to show a pattern, short enough to act on. */
const WINDOW_DAYS = 90

/** What young people looked for and did not find, beside what there is now. */
export const unmetNeeds = new Hono<AppEnv>()

async function unmetNeedsPage(c: Context<AppEnv>, problem?: FormProblem) {
  const { db, now } = c.var.deps
  const today = dayOf(now())
  const [needs, offers, words, synonyms] = await Promise.all([
    countUnmetNeeds(db, addDays(today, -WINDOW_DAYS)),
    listFindable(db, { ...YOUNG_PEOPLE, today }),
    listShownWords(c),
    listTeamSynonyms(db),
  ])
  const withOffers = needs.map((need) => ({ ...need, offersNow: offers.filter(fits(need)).length }))
  const body = (
    <UnmetNeedsPage
      needs={withOffers}
      days={WINDOW_DAYS}
      words={words}
      synonyms={synonyms}
      values={problem?.values ?? {}}
      errors={problem?.errors ?? []}
    />
  )
  return page(c, body, problem ? 422 : 200)
}

/** What is done online is there for every district. */
const fits =
  ({ kind, district }: UnmetNeedCount) =>
  (offer: FindableRow) =>
    (kind === null || offer.kind === kind) &&
    (district === null || offer.district === district || offer.isRemote)

unmetNeeds.get(paths.team.unmetNeeds, guard('unmet-need.read'), (c) => unmetNeedsPage(c))

const word = z.string().regex(/^\p{L}{3,20}$/u, 'Choose a word from the list')

const SynonymForm = z.object({
  word,
  means: line('What it means', 60, 'Enter what it means, in words that offers have'),
})

/** Whether a young person would find anything by these words. */
async function findsSomething(c: Context<AppEnv>, words: string): Promise<boolean> {
  const { search, now } = c.var.deps
  const asked = { ...searchOf(''), words, from: null, today: dayOf(now()), audience: YOUNG_PEOPLE }
  return (await search.search(asked)).totalWithAllWords > 0
}

const nothingFound = (values: z.output<typeof SynonymForm>): FormProblem => ({
  values,
  errors: [{ field: 'means', message: `No offer has “${values.means}”. Use words that an offer has` }],
})

unmetNeeds.post(paths.team.synonyms, guard('synonym.change'), async (c) => {
  const form = readForm(c, SynonymForm)
  if (!form.ok) return unmetNeedsPage(c, form)
  if (!(await findsSomething(c, form.value.means))) return unmetNeedsPage(c, nothingFound(form.value))
  const ctx = commandContext(c, paths.team.unmetNeeds, 'synonym-added')
  return finish(c, ctx, await addSynonym(ctx, form.value))
})

unmetNeeds.post(paths.team.removeSynonym, guard('synonym.change'), async (c) => {
  const form = readForm(c, z.object({ word }))
  if (!form.ok) return unmetNeedsPage(c, form)
  const ctx = commandContext(c, paths.team.unmetNeeds, 'removed')
  return finish(c, ctx, await removeSynonym(ctx, form.value.word))
})
