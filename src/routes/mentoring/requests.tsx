import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { findCandidate } from '../../../db/queries/candidates'
import {
  findMentorRequest,
  listBlockedMentors,
  listMentorChoices,
  listMentorHistory,
} from '../../../db/queries/mentor-requests'
import { listMatchable } from '../../../db/queries/mentors'
import { readRuleSet } from '../../../db/queries/rule-sets'
import { RequestPage } from '../../../views/mentoring/request-page'
import { endMentoring } from '../../commands/mentors/answer-choice'
import { offerMentorChoice } from '../../commands/mentors/offer-choice'
import { dayOf } from '../../domain/dates'
import type { MentorId, MentorRequestId } from '../../domain/ids'
import { CHOICES_MAX, MENTOR_END_CODES } from '../../domain/mentor-request'
import type { AppEnv } from '../../http/app-env'
import { commandContext } from '../../http/command-context'
import { each } from '../../http/fields'
import { type FormProblem, line, list, readForm, readId } from '../../http/form'
import { guard } from '../../http/guard'
import { noteView } from '../../http/note-view'
import { page } from '../../http/page'
import { Problem } from '../../http/problems'
import { bestReasons, explainEligibility, explainScore, withoutTurn } from '../../matching/explain'
import { shortlistMentors } from '../../matching/shortlist'
import { toMentorRequestView } from '../../policy/views'
import { paths } from '../../paths'
import { finish } from './finish'

/** Young people who asked for somebody, and the choice that is offered to them. */
export const requests = new Hono<AppEnv>()

const SHOWN_MAX = 20

async function requestPage(c: Context<AppEnv>, problem?: FormProblem) {
  const { db, secrets, now } = c.var.deps
  const request = await findMentorRequest(db, readId<MentorRequestId>(c), c.var.actor.id)
  const person = request && (await findCandidate(db, secrets, request.careLeaverId, c.var.actor.id))
  if (!request || !person) throw new Problem(404)
  await noteView(c, person.id, 'mentor-request')
  const today = dayOf(now())
  const [choices, mentors, history, blocked, ruleSet] = await Promise.all([
    listMentorChoices(db, request.id),
    listMatchable(db, request.kind, today),
    listMentorHistory(db, person.id),
    listBlockedMentors(db, person.id),
    readRuleSet(db),
  ])
  const open = mentors.filter(({ id }) => !blocked.includes(id))
  const asking = { ...person, history, languagesAsked: request.languages }
  const shortlist = shortlistMentors(asking, open, { today, ruleSet }, { limit: SHOWN_MAX })
  const nameOf = new Map(mentors.map((mentor) => [mentor.id, mentor]))
  const rows = shortlist.rows.flatMap(({ id, eligibility, score }) => {
    const mentor = nameOf.get(id)
    return mentor
      ? {
          mentor,
          eligibility: { answer: eligibility.answer, lines: explainEligibility(eligibility, 'broker') },
          score: {
            total: score.total,
            lines: explainScore(score, 'broker'),
            best: bestReasons(withoutTurn(score), 'broker', 2),
          },
        }
      : []
  })
  const body = (
    <RequestPage
      id={request.id}
      request={toMentorRequestView(person, request)}
      choices={choices}
      rows={rows}
      leftOut={shortlist.leftOut}
      today={today}
      values={problem?.values ?? {}}
      errors={problem?.errors ?? []}
    />
  )
  return page(c, body, problem ? 422 : 200)
}

requests.get('/mentoring/requests/:id', guard('mentor-request.read'), (c) => requestPage(c))

const OfferForm = z.object({
  mentors: list(
    z.string().regex(/^[0-9a-f]{32}$/, 'Choose people from the list'),
    'Tick one, two or three people',
  ),
  reason: line('Reason', 500, 'Write why you offer these people, for the record'),
})

requests.post('/mentoring/requests/:id/offer', guard('mentor-request.offer'), async (c) => {
  const form = readForm(c, OfferForm)
  if (!form.ok) return requestPage(c, form)
  const mentorIds = each(form.value.mentors) as MentorId[]
  if (mentorIds.length > CHOICES_MAX) {
    const errors = [{ field: 'mentors', message: 'Tick three people at most' }]
    return requestPage(c, { values: form.values, errors })
  }
  const id = readId<MentorRequestId>(c)
  const ctx = commandContext(c, paths.mentoring.request(id), 'choice-offered')
  const outcome = await offerMentorChoice(ctx, id, { mentorIds, reason: form.value.reason })
  return finish(c, ctx, outcome === 'no-place-left' ? 'place-taken' : outcome)
})

requests.post('/mentoring/requests/:id/end', guard('mentor-request.offer'), async (c) => {
  const form = readForm(c, z.object({ endCode: z.enum(MENTOR_END_CODES, 'Choose why it ends') }))
  if (!form.ok) return requestPage(c, form)
  const requestId = readId<MentorRequestId>(c)
  const ctx = commandContext(c, paths.mentoring.home, 'mentoring-ended')
  return finish(c, ctx, await endMentoring(ctx, { requestId }, form.value.endCode))
})
