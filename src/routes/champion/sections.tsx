import { type Context, Hono } from 'hono'
import type { OpportunityWork } from '../../../db/queries/opportunities'
import { SectionPage } from '../../../views/champion/section-page'
import { saveSection } from '../../commands/opportunities/write-opportunity'
import { dayOf } from '../../domain/dates'
import { OPPORTUNITY_SECTIONS, type OpportunitySection } from '../../domain/opportunity'
import {
  isSectionDone,
  type OpportunityDraft,
  sectionsToDo,
  warningsFor,
} from '../../domain/opportunity-draft'
import type { AppEnv } from '../../http/app-env'
import { commandContext } from '../../http/command-context'
import type { FieldError, FormValues } from '../../http/form'
import { guard } from '../../http/guard'
import { page } from '../../http/page'
import { Problem } from '../../http/problems'
import { paths } from '../../paths'
import { finish } from './finish'
import { posterOf, readWork } from './own'
import { SECTION_FORMS } from './sections/forms'

/** The steps of the task list: each saves its part of the draft. */
export const sections = new Hono<AppEnv>()

sections.get('/champion/opportunities/:id/sections/:section', guard('opportunity.write-own'), async (c) => {
  const section = readSection(c)
  const work = await readWork(c)
  if (!work.revision || work.revision.state === 'submitted')
    return c.redirect(paths.champion.opportunity(work.id), 303)
  return shown(c, { work, section, values: SECTION_FORMS[section].toValues(work.revision.draft), errors: [] })
})

sections.post('/champion/opportunities/:id/sections/:section', guard('opportunity.write-own'), async (c) => {
  const section = readSection(c)
  const work = await readWork(c)
  const { db, now } = c.var.deps
  const draft = work.revision?.draft ?? {}
  const form = await SECTION_FORMS[section].read(c, { db, today: dayOf(now()), draft })
  if (!form.ok) return shown(c, { work, section, values: form.values, errors: form.errors }, 422)
  const ctx = commandContext(c, nextPage(c, work, section, form.value), 'draft-saved')
  return finish(c, ctx, await saveSection(ctx, posterOf(c), work.id, form.value))
})

function readSection(c: Context<AppEnv>): OpportunitySection {
  const section = OPPORTUNITY_SECTIONS.find((one) => one === c.req.param('section'))
  if (!section) throw new Problem(404)
  return section
}

const isFromCheck = (c: Context<AppEnv>) => c.req.query('from') === 'check'

type Shown = { work: OpportunityWork; section: OpportunitySection; values: FormValues; errors: FieldError[] }

function shown(
  c: Context<AppEnv>,
  { work, section, values, errors }: Shown,
  status = 200,
): Promise<Response> {
  const draft = work.revision?.draft ?? {}
  const body = (
    <SectionPage
      id={work.id}
      section={section}
      draft={draft}
      values={values}
      errors={errors}
      isFromCheck={isFromCheck(c)}
      hints={hintsFor(section, draft)}
    />
  )
  return page(c, body, status)
}

/** Hints about the words of this step, as they were saved. */
function hintsFor(
  section: OpportunitySection,
  { title, summary, description, whatYouWillDo }: OpportunityDraft,
) {
  const words = { basics: { title, summary }, doing: { description, whatYouWillDo } }
  if (section !== 'basics' && section !== 'doing') return []
  const written = Object.fromEntries(Object.entries(words[section]).filter(([, text]) => text !== undefined))
  return warningsFor(written).filter(({ kind }) => kind === 'long-sentences' || kind === 'acronyms')
}

/**
 * Back to where somebody came from; on a first walk through, on to the next step that is still to do, and when none
 * is left to "check and send".
 */
function nextPage(
  c: Context<AppEnv>,
  work: OpportunityWork,
  section: OpportunitySection,
  saved: OpportunityDraft,
): string {
  const before = work.revision?.draft ?? {}
  if (c.var.form.get('next') === 'words')
    return `${paths.champion.section(work.id, section)}${isFromCheck(c) ? '?from=check' : ''}`
  if (isFromCheck(c)) return paths.champion.check(work.id)
  if (isSectionDone(before, section)) return paths.champion.opportunity(work.id)
  const [next] = sectionsToDo({ ...before, ...saved })
  return next ? paths.champion.section(work.id, next) : paths.champion.check(work.id)
}
