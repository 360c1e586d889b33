import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { findOwnMatch } from '../../../db/queries/matches'
import { AnswerOfferPage } from '../../../views/adviser/answer-offer-page'
import { acceptProposal, declineProposal, shareAgain } from '../../commands/matches/answer-proposal'
import { stopMatch } from '../../commands/matches/end-match'
import type { CommandContext } from '../../commands/command-context'
import type { CareLeaver } from '../../domain/care-leaver'
import type { MatchId } from '../../domain/ids'
import { canShareAgain, DECLINE_CODES } from '../../domain/match'
import type { AppEnv } from '../../http/app-env'
import { commandContext, endingsFor } from '../../http/command-context'
import { type FieldError, type FormProblem, line, readForm, readId } from '../../http/form'
import { guard } from '../../http/guard'
import { noteView } from '../../http/note-view'
import { page } from '../../http/page'
import { Problem } from '../../http/problems'
import { paths } from '../../paths'
import { nothingToBeFoundBy, ShareForm } from '../care-leaver/offer.form'
import { personOnCaseload } from './person'

/** A yes or no that somebody gave their adviser, with what they said. */
export const offers = new Hono<AppEnv>()

const { finish } = endingsFor({
  'not-possible-now': 'This offer is not waiting for an answer any more, so nothing was saved.',
  'other-receiver':
    'Somebody else looks after this offer now, so nothing was saved. Tell them who it is, and ask again.',
  'nobody-to-tell':
    'Nobody looks after this offer at the moment, so nothing was saved. The 18+ team is finding somebody.',
  blocked: 'This would be shared with somebody on their list of people not to be told, so nothing was saved.',
  'hold-ended':
    'The time to answer has passed, so its place went back. Tell the 18+ team if they still want it.',
})

const AnswerForm = ShareForm.extend({
  answer: z.enum(['yes', 'no'], 'Choose what they said'),
  nameUsed: line('Name', 60).superRefine(nothingToBeFoundBy),
  code: z.enum(['', ...DECLINE_CODES]).default(''),
  theirWords: line('Their words', 500, 'Write what they said, in their own words'),
})

/** The offer when it waits for an answer: a proposal, or a yes whose share has ended. */
async function waiting(c: Context<AppEnv>, person: CareLeaver) {
  const match = await findOwnMatch(c.var.deps.db, person.id, readId<MatchId>(c, 'match'))
  if (!match) throw new Problem(404)
  const isAgain = canShareAgain(match)
  if (match.state !== 'proposed' && !isAgain)
    throw new Problem(409, 'This offer is not waiting for an answer any more.')
  return { match, isAgain }
}

async function shown(c: Context<AppEnv>, person: CareLeaver, problem?: FormProblem) {
  const offer = await waiting(c, person)
  await noteView(c, person.id, 'match')
  const body = (
    <AnswerOfferPage
      person={person}
      {...offer}
      values={problem?.values ?? { nameUsed: person.preferredName, pronouns: person.pronouns }}
      errors={problem?.errors ?? []}
    />
  )
  return page(c, body, problem ? 422 : 200)
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
    const { match, isAgain } = await waiting(c, person)
    const missing = missingFrom(form.value, isAgain)
    if (missing) return shown(c, person, { values: form.value, errors: [missing] })

    const ctx = commandContext(c, paths.adviser.person(person.id), 'saved')
    const outcome = await answer(ctx, person, { id: match.id, isAgain }, form.value)
    return finish(c, ctx, outcome)
  },
)

/** Yes gives a share; no gives the place back, or stops what was going on. */
function answer(
  ctx: CommandContext,
  person: CareLeaver,
  { id, isAgain }: { id: MatchId; isAgain: boolean },
  { answer: said, code, ...choice }: z.output<typeof AnswerForm>,
) {
  if (said === 'yes') return (isAgain ? shareAgain : acceptProposal)(ctx, person, id, choice)
  if (isAgain) return stopMatch(ctx, person, id, choice.theirWords)
  return declineProposal(ctx, person, id, {
    code: code || 'rather-not-say',
    words: '',
    theirWords: choice.theirWords,
  })
}

function missingFrom(
  { answer: said, code, nameUsed }: z.output<typeof AnswerForm>,
  isAgain: boolean,
): FieldError | undefined {
  if (said === 'no') return code || isAgain ? undefined : { field: 'code', message: 'Choose why not' }
  return nameUsed ? undefined : { field: 'nameUsed', message: 'Enter the name they want used' }
}
