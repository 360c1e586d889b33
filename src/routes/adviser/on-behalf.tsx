import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { findProfile, listNotTold } from '../../../db/queries/care-leavers'
import { listOrganisations } from '../../../db/queries/organisations'
import { InterestOnBehalfPage } from '../../../views/adviser/interest-on-behalf-page'
import { AnswerOnBehalfPage } from '../../../views/adviser/answer-on-behalf-page'
import { EndsSharingPage } from '../../../views/care-leaver/ends-sharing-page'
import { NotToldPage } from '../../../views/care-leaver/not-told-page'
import { fromAnswer } from '../../../views/shared/answer-fields'
import { addToNotTold, removeFromNotTold } from '../../commands/care-leavers/change-not-told'
import { saveAnswer } from '../../commands/care-leavers/save-answer'
import { recordInterest } from '../../commands/interests/record-interest'
import type { CareLeaver } from '../../domain/care-leaver'
import { dayOf } from '../../domain/dates'
import type { InterestId, OpportunityId } from '../../domain/ids'
import type { AppEnv } from '../../http/app-env'
import { commandContext, done } from '../../http/command-context'
import { type FieldError, type FormValues, line, readForm, readId } from '../../http/form'
import { guard } from '../../http/guard'
import { noteView } from '../../http/note-view'
import { page } from '../../http/page'
import { Problem, problemPage } from '../../http/problems'
import { toOfferView } from '../../policy/views'
import { paths } from '../../paths'
import { questionOf } from '../care-leaver/answers'
import { endsUnread, missingNotTold, NotToldForm, toNotTold } from '../care-leaver/not-told.form'
import { readAnswer } from '../care-leaver/read-answer'
import { personOnCaseload } from './person'

/** What an adviser writes down for somebody who cannot get online, always with that person's own words. */
export const onBehalf = new Hono<AppEnv>()

const NEEDS_WORDS = { field: 'theirWords', message: 'Write what they said, in their own words' }

onBehalf.get('/adviser/people/:id/answers/:question', guard('profile.change-caseload'), async (c) => {
  const person = await personOnCaseload(c)
  const question = questionOf(c.req.param('question'))
  const profile = await findProfile(c.var.deps.db, person.id)
  return page(
    c,
    <AnswerOnBehalfPage
      person={person}
      question={question}
      values={fromAnswer(question, profile)}
      errors={[]}
    />,
  )
})

onBehalf.post('/adviser/people/:id/answers/:question', guard('profile.change-caseload'), async (c) => {
  const person = await personOnCaseload(c)
  const question = questionOf(c.req.param('question'))
  const read = await readAnswer(c, question, await findProfile(c.var.deps.db, person.id))
  const refuse = (values: FormValues, errors: FieldError[]) =>
    page(c, <AnswerOnBehalfPage person={person} question={question} values={values} errors={errors} />, 422)
  if (!read.ok) return refuse(read.values, read.errors)
  if (read.theirWords === '') return refuse(read.sent, [NEEDS_WORDS])
  const ctx = commandContext(c, paths.adviser.person(person.id), 'saved')
  const outcome = await saveAnswer(ctx, person, {
    question,
    answer: read.answer,
    theirWords: read.theirWords,
  })
  return outcome === 'committed' ? done(c, ctx) : problemPage(c, 409)
})

/** Live offers that the words find, to record an interest in one of them. */
async function interestPage(
  c: Context<AppEnv>,
  person: CareLeaver,
  problem?: { values: FormValues; errors: FieldError[] },
) {
  const { offers, search, now } = c.var.deps
  const words = (c.req.query('words') ?? '').trim().slice(0, 200)
  const audience = { seesCareLeaversOnly: true, organisationId: null }
  const today = dayOf(now())
  const anything = {
    asWords: [],
    kinds: [],
    outcomes: [],
    districts: [],
    withinKm: null,
    isPaid: false,
    isRemote: false,
    startsWithinDays: null,
  }
  const found = await search.search({
    ...anything,
    words,
    sort: 'best',
    page: 1,
    from: null,
    today,
    audience,
  })
  const shown = await offers.listByIds({ ...audience, today }, found.ids)
  const body = (
    <InterestOnBehalfPage
      person={person}
      words={words}
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
  if (outcome === 'committed') return done(c, ctx)
  if (outcome === 'not-found') throw new Problem(404)
  return problemPage(
    c,
    409,
    outcome === 'already-there'
      ? 'They have already asked about this one.'
      : 'This offer is not open any more.',
  )
})

async function notToldPage(
  c: Context<AppEnv>,
  person: CareLeaver,
  problem?: { values: FormValues; errors: FieldError[] },
) {
  const { db, secrets } = c.var.deps
  await noteView(c, person.id, 'record')
  const [entries, organisations] = await Promise.all([
    listNotTold(db, secrets, person.id),
    listOrganisations(db),
  ])
  const body = (
    <NotToldPage
      entries={entries}
      organisations={organisations}
      action={paths.adviser.notTold(person.id)}
      removeAction={(entry) => paths.adviser.removeNotTold(person.id, entry)}
      back={paths.adviser.person(person.id)}
      values={problem?.values ?? {}}
      errors={problem?.errors ?? []}
    />
  )
  return page(c, body, problem ? 422 : 200)
}

onBehalf.get('/adviser/people/:id/private', guard('not-told.change-caseload'), async (c) =>
  notToldPage(c, await personOnCaseload(c)),
)

onBehalf.post('/adviser/people/:id/private', guard('not-told.change-caseload'), async (c) => {
  const person = await personOnCaseload(c)
  const form = readForm(c, NotToldForm)
  if (!form.ok) return notToldPage(c, person, form)
  const entry = toNotTold(form.value)
  if (!entry) return notToldPage(c, person, { values: form.value, errors: [missingNotTold(form.value.kind)] })
  const action = paths.adviser.notTold(person.id)
  const ends = await endsUnread(c.var.deps, person.id, { entry, sure: form.value.sure })
  if (ends.length > 0) return page(c, <EndsSharingPage shares={ends} values={form.value} action={action} />)
  const ctx = commandContext(c, action, 'saved')
  const outcome = await addToNotTold(ctx, person, entry)
  return outcome === 'committed' ? done(c, ctx) : problemPage(c, 409)
})

onBehalf.post('/adviser/people/:id/private/:entry/remove', guard('not-told.change-caseload'), async (c) => {
  const person = await personOnCaseload(c)
  const ctx = commandContext(c, paths.adviser.notTold(person.id), 'removed')
  await removeFromNotTold(ctx, person, readId(c, 'entry'))
  return done(c, ctx)
})
