import type { Context } from 'hono'
import type { CommandContext } from '../commands/command-context'
import { SYSTEM_ACTOR_ID } from '../domain/account'
import type { AppEnv } from './app-env'
import { type Notice, setNotice } from './notice'
import { answerFor } from './once'

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

/** The good end of every post: on to a page, with its notice. */
export function done(c: Context<AppEnv>, ctx: CommandContext): Response {
  const { location, notice } = ctx.answer as { location: string; notice: Notice | null }
  if (notice) setNotice(c, notice)
  return c.redirect(location, 303)
}
