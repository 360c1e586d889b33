import type { Context } from 'hono'
import type { CommandContext } from '../commands/command-context'
import { SYSTEM_ACTOR_ID } from '../domain/account'
import type { AppEnv } from './app-env'
import { type Notice, setNotice } from './notice'
import { answerFor } from './once'
import { Problem, problemPage } from './problems'

/** What a command may reach, with the answer its form gets when it works: a redirect and perhaps a notice. */
export function commandContext(
  c: Context<AppEnv>,
  location: string,
  notice: Notice | null = null,
): CommandContext {
  return { ...contextWithoutAnswer(c), answer: answerFor(c, location, notice) }
}

/** For what happens beside a form's own command: noting a view, asking for a code. */
export function contextWithoutAnswer(c: Context<AppEnv>): CommandContext {
  const { db, now, newId, secrets } = c.var.deps
  return { db, now, newId, secrets, actor: { id: c.var.visitor?.id ?? SYSTEM_ACTOR_ID } }
}

/** The good end of a post: on to a page, with its notice. */
export function done(c: Context<AppEnv>, ctx: CommandContext): Response {
  const { location, notice } = ctx.answer as { location: string; notice: Notice | null }
  if (notice) setNotice(c, notice)
  return c.redirect(location, 303)
}

/**
 * How the posts of one audience end: `finish` goes on to the next page, or says what stands in the way; `refuse` only
 * says it. What does not exist for them is a 404.
 * @param words by outcome; those of `not-possible-now` stand for every outcome without its own
 */
export function endingsFor(words: Readonly<Record<string, string>>) {
  const refuse = (c: Context<AppEnv>, outcome: string): Promise<Response> => {
    if (outcome === 'not-found') throw new Problem(404)
    return problemPage(c, 409, words[outcome] ?? words['not-possible-now'])
  }
  const finish = async (c: Context<AppEnv>, ctx: CommandContext, outcome: string): Promise<Response> =>
    outcome === 'committed' ? done(c, ctx) : refuse(c, outcome)
  return { finish, refuse }
}
