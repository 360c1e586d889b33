import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { findOwnAsk } from '../../../db/queries/champion-asks'
import { AskPage } from '../../../views/champion/ask-page'
import { declineAsk } from '../../commands/asks/end-ask'
import { ASK_CANNOT_CODES, ASK_CANNOT_WORDS_MAX } from '../../domain/champion-ask'
import { dayOf } from '../../domain/dates'
import type { ChampionAskId } from '../../domain/ids'
import type { AppEnv } from '../../http/app-env'
import { commandContext } from '../../http/command-context'
import { type FormProblem, line, readForm, readId } from '../../http/form'
import { guard } from '../../http/guard'
import { page } from '../../http/page'
import { Problem } from '../../http/problems'
import { paths } from '../../paths'
import { toAskView } from '../../policy/views'
import { finish } from './finish'

/** What the team asks an organisation for, and its answer where it is no. */
export const asks = new Hono<AppEnv>()

async function askPage(c: Context<AppEnv>, problem?: FormProblem): Promise<Response> {
  const { actor, deps } = c.var
  const ask = await findOwnAsk(deps.db, actor.organisationId, readId<ChampionAskId>(c))
  if (!ask) throw new Problem(404)
  const body = (
    <AskPage
      ask={toAskView(ask)}
      today={dayOf(deps.now())}
      values={problem?.values ?? {}}
      errors={problem?.errors ?? []}
    />
  )
  return page(c, body, problem ? 422 : 200)
}

asks.get('/champion/asks/:id', guard('ask.read-own'), (c) => askPage(c))

const CannotForm = z.object({
  code: z.enum(ASK_CANNOT_CODES, 'Choose why not'),
  words: line('What you add', ASK_CANNOT_WORDS_MAX),
})

asks.post('/champion/asks/:id', guard('ask.answer-own'), async (c) => {
  const form = readForm(c, CannotForm)
  if (!form.ok) return askPage(c, form)
  const ctx = commandContext(c, paths.champion.home, 'ask-declined')
  const id = readId<ChampionAskId>(c)
  return finish(c, ctx, await declineAsk(ctx, c.var.actor.organisationId, id, form.value))
})
