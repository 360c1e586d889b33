import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { findProfile } from '../../../db/queries/care-leavers'
import { InterestOnBehalfPage } from '../../../views/adviser/interest-on-behalf-page'
import { AnswerOnBehalfPage } from '../../../views/adviser/answer-on-behalf-page'
import { fromAnswer } from '../../../views/shared/answer-fields'
import { saveAnswer } from '../../commands/care-leavers/save-answer'
import { recordInterest } from '../../commands/interests/record-interest'
import type { CareLeaver, ProfileQuestion } from '../../domain/care-leaver'
import { dayOf } from '../../domain/dates'
import type { InterestId, OpportunityId } from '../../domain/ids'
import { readSearch } from '../../domain/search'
import type { AppEnv } from '../../http/app-env'
import { commandContext, endingsFor } from '../../http/command-context'
import { type FormProblem, line, readForm } from '../../http/form'
import { guard } from '../../http/guard'
import { noteView } from '../../http/note-view'
import { page } from '../../http/page'
import { paths } from '../../paths'
import { YOUNG_PEOPLE } from '../../policy/audience'
import { toOfferView } from '../../policy/views'
import { questionOf } from '../care-leaver/answers'
import { readAnswer } from '../care-leaver/read-answer'
import { finish } from './finish'
import { personOnCaseload } from './person'

/** What an adviser writes down for somebody who cannot get online, always with that person's own words. */
export const onBehalf = new Hono<AppEnv>()

const NEEDS_WORDS = { field: 'theirWords', message: 'Write what they said, in their own words' }

async function answerPage(
  c: Context<AppEnv>,
  person: CareLeaver,
  question: ProfileQuestion,
  problem?: FormProblem,
) {
  await noteView(c, person.id, 'record')
  const values = problem?.values ?? fromAnswer(question, await findProfile(c.var.deps.db, person.id))
  const body = (
    <AnswerOnBehalfPage person={person} question={question} values={values} errors={problem?.errors ?? []} />
  )
  return page(c, body, problem ? 422 : 200)
}

onBehalf.get('/adviser/people/:id/answers/:question', guard('profile.change-caseload'), async (c) =>
  answerPage(c, await personOnCaseload(c), questionOf(c.req.param('question'))),
)

onBehalf.post('/adviser/people/:id/answers/:question', guard('profile.change-caseload'), async (c) => {
  const person = await personOnCaseload(c)
  const question = questionOf(c.req.param('question'))
  const read = await readAnswer(c, question, await findProfile(c.var.deps.db, person.id))
  if (!read.ok) return answerPage(c, person, question, read)
  if (read.theirWords === '')
    return answerPage(c, person, question, { values: read.sent, errors: [NEEDS_WORDS] })
  const ctx = commandContext(c, paths.adviser.person(person.id), 'saved')
  const outcome = await saveAnswer(ctx, person, {
    question,
    answer: read.answer,
    theirWords: read.theirWords,
  })
  return finish(c, ctx, outcome)
})

/** Live offers that the words find, to record an interest in one of them. */
async function interestPage(c: Context<AppEnv>, person: CareLeaver, problem?: FormProblem) {
  const { offers, search, now } = c.var.deps
  const form = readSearch((name) => (name === 'words' ? [c.req.query(name) ?? ''] : []))
  const today = dayOf(now())
  const found = await search.search({ ...form, from: null, today, audience: YOUNG_PEOPLE })
  const shown = await offers.listByIds({ ...YOUNG_PEOPLE, today }, found.ids)
  const body = (
    <InterestOnBehalfPage
      person={person}
      words={form.words}
      offers={shown.map((offer) => toOfferView(offer, null))}
      values={problem?.values ?? {}}
      errors={problem?.errors ?? []}
    />
  )
  return page(c, body, problem ? 422 : 200)
}

onBehalf.get('/adviser/people/:id/interests', guard('interest.record-caseload'), async (c) =>
  interestPage(c, await personOnCaseload(c)),
)

const asked = endingsFor({
  'already-there': 'They have already asked about this one.',
  'not-possible-now': 'This offer is not open any more.',
})

const InterestForm = z.object({
  opportunityId: z.string('Choose an offer').regex(/^[0-9a-f]{32}$/, 'Choose an offer'),
  words: line('Their words', 500, NEEDS_WORDS.message),
})

onBehalf.post('/adviser/people/:id/interests', guard('interest.record-caseload'), async (c) => {
  const person = await personOnCaseload(c)
  const form = readForm(c, InterestForm)
  if (!form.ok) return interestPage(c, person, form)
  const ctx = commandContext(c, paths.adviser.person(person.id), 'saved')
  const { opportunityId, words } = form.value
  const interest = {
    id: c.var.deps.newId() as InterestId,
    opportunityId: opportunityId as OpportunityId,
    words,
  }
  const outcome = await recordInterest(ctx, person, interest)
  return asked.finish(c, ctx, outcome)
})
