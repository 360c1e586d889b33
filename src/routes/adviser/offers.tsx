import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { findOwnMatch } from '../../../db/queries/matches'
import { AnswerOfferPage } from '../../../views/adviser/answer-offer-page'
import { acceptProposal, declineProposal } from '../../commands/matches/answer-proposal'
import type { CareLeaver } from '../../domain/care-leaver'
import type { MatchId } from '../../domain/ids'
import { DECLINE_CODES } from '../../domain/match'
import type { AppEnv } from '../../http/app-env'
import { commandContext, done } from '../../http/command-context'
import { type FieldError, type FormValues, line, readForm, readId } from '../../http/form'
import { guard } from '../../http/guard'
import { page } from '../../http/page'
import { Problem, problemPage } from '../../http/problems'
import { paths } from '../../paths'
import { ShareForm } from '../care-leaver/offer.form'
import { personOnCaseload } from './person'

/** A yes or no that somebody gave their adviser, with what they said. */
export const offers = new Hono<AppEnv>()

const AnswerForm = ShareForm.extend({
  answer: z.enum(['yes', 'no'], 'Choose what they said'),
  nameUsed: line('Name', 60),
  code: z.enum(['', ...DECLINE_CODES]).default(''),
  theirWords: line('Their words', 500, 'Write what they said, in their own words'),
})

async function shown(
  c: Context<AppEnv>,
  person: CareLeaver,
  problem?: { values: FormValues; errors: FieldError[] },
) {
  const match = await findOwnMatch(c.var.deps.db, person.id, readId<MatchId>(c, 'match'))
  if (!match) throw new Problem(404)
  if (match.state !== 'proposed')
    return problemPage(c, 409, 'This offer is not waiting for an answer any more.')
  const values = problem?.values ?? { nameUsed: person.preferredName, pronouns: person.pronouns }
  return page(
    c,
    <AnswerOfferPage person={person} match={match} values={values} errors={problem?.errors ?? []} />,
    problem ? 422 : 200,
  )
}

offers.get(
  '/adviser/people/:id/offers/:match',
  guard('match.answer-caseload', { isFresh: true }),
  async (c) => shown(c, await personOnCaseload(c)),
)

offers.post(
  '/adviser/people/:id/offers/:match',
  guard('match.answer-caseload', { isFresh: true }),
  async (c) => {
    const person = await personOnCaseload(c)
    const form = readForm(c, AnswerForm)
    if (!form.ok) return shown(c, person, form)
    const missing = missingFrom(form.value)
    if (missing) return shown(c, person, { values: form.values, errors: [missing] })

    const ctx = commandContext(c, paths.adviser.person(person.id), 'saved')
    const { answer, code, ...choice } = form.value
    const id = readId<MatchId>(c, 'match')
    const outcome =
      answer === 'no' && code
        ? await declineProposal(ctx, person, id, { code, words: '', theirWords: choice.theirWords })
        : await acceptProposal(ctx, person, id, choice)
    if (outcome === 'not-found') throw new Problem(404)
    return outcome === 'committed'
      ? done(c, ctx)
      : problemPage(c, 409, 'This offer is not waiting for an answer any more, so nothing was saved.')
  },
)

function missingFrom({ answer, code, nameUsed }: z.output<typeof AnswerForm>): FieldError | undefined {
  if (answer === 'no') return code ? undefined : { field: 'code', message: 'Choose why not' }
  return nameUsed ? undefined : { field: 'nameUsed', message: 'Enter the name they want used' }
}
