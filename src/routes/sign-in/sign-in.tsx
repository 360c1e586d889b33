import { Hono } from 'hono'
import { z } from 'zod'
import { SignInCodePage } from '../../../views/sign-in/sign-in-code-page'
import { SignInPage } from '../../../views/sign-in/sign-in-page'
import { JoinPage } from '../../../views/sign-in/join-page'
import { sha256 } from '../../auth/secrets'
import { askForCode, askForInvitationCode } from '../../commands/accounts/ask-for-code'
import { tryCode } from '../../commands/accounts/try-code'
import type { AppEnv } from '../../http/app-env'
import { commandContext, contextWithoutAnswer, done } from '../../http/command-context'
import { emailField, readForm } from '../../http/form'
import { guard } from '../../http/guard'
import { safeNext } from '../../http/safe-next'
import { page } from '../../http/page'
import { Problem } from '../../http/problems'
import { keepCookie } from '../../http/cookies'
import { clearCookies } from '../../http/session'
import { setNotice } from '../../http/notice'
import { homeOf, paths } from '../../paths'
import { newAsking, readAsking, startSession } from '../../http/asking'

/** Signing in by a code that comes by mail, accepting an invitation, and signing out. */
export const signIn = new Hono<AppEnv>()

const SignInForm = z.object({
  email: emailField(),
  device: z.enum(['shared', 'own']).default('shared'),
  next: z.string().max(200).default(''),
})

signIn.get(paths.signIn, guard('session.start'), async (c) => {
  const next = safeNext(c.req.query('next')) ?? ''
  const isAgain = c.var.visitor !== null && next !== ''
  if (c.var.visitor && !isAgain) return c.redirect(homeOf[c.var.visitor.role], 303)
  return page(c, <SignInPage values={{ next }} errors={[]} isAgain={isAgain} />)
})

signIn.post(paths.signIn, guard('session.start'), async (c) => {
  const form = readForm(c, SignInForm)
  if (!form.ok) return page(c, <SignInPage values={form.values} errors={form.errors} isAgain={false} />, 422)

  const { asking, cookie } = await newAsking(c, form.value.device === 'own')
  const ctx = commandContext(c, paths.signInCode)
  const outcome = await askForCode(ctx, asking, form.value.email)
  if (outcome !== 'asked') throw new Problem(outcome === 'too-many' ? 429 : 409)
  keepCookie(c, 'asking', `${cookie}.${safeNext(form.value.next) ?? ''}`)
  return done(c, ctx)
})

const CodeForm = z.object({
  code: z
    .string('Enter the code from your email')
    .transform((code) => code.replace(/\s/g, ''))
    .pipe(z.string().regex(/^\d{6}$/, 'The code is 6 numbers, like 123456')),
})

signIn.get(paths.signInCode, guard('session.start'), async (c) => {
  if (!readAsking(c)) return c.redirect(paths.signIn, 303)
  return page(c, <SignInCodePage errors={[]} />)
})

signIn.post(paths.signInCode, guard('session.start'), async (c) => {
  const asking = readAsking(c)
  if (!asking) return c.redirect(paths.signIn, 303)
  const form = readForm(c, CodeForm)
  if (!form.ok) return page(c, <SignInCodePage errors={form.errors} />, 422)

  const tried = await tryCode(contextWithoutAnswer(c), {
    ...asking,
    browserHash: await sha256(asking.secret),
    code: form.value.code,
  })
  if (tried.outcome !== 'signed-in')
    return page(c, <SignInCodePage errors={codeErrors(tried.outcome)} />, 422)
  await startSession(c, tried.account, tried.isOwnDevice)
  return c.redirect(asking.next || homeOf[tried.account.role], 303)
})

function codeErrors(outcome: 'wrong-code' | 'code-ended') {
  const message =
    outcome === 'wrong-code'
      ? 'That code is not right. Check the newest email we sent you'
      : 'That code no longer works. Ask for a new one'
  return [{ field: 'code', message }]
}

signIn.get(paths.join(':token'), guard('invitation.accept'), (c) =>
  page(c, <JoinPage token={c.req.param('token') ?? ''} />),
)

signIn.post(paths.joinAccept, guard('invitation.accept'), async (c) => {
  const form = readForm(
    c,
    z.object({ token: z.string().regex(/^[\w-]{22}$/), device: z.enum(['shared', 'own']).default('shared') }),
  )
  if (!form.ok) return page(c, <JoinPage token="" hasEnded />, 404)
  const { asking, cookie } = await newAsking(c, form.value.device === 'own')
  const ctx = commandContext(c, paths.signInCode)
  const outcome = await askForInvitationCode(ctx, asking, await sha256(form.value.token))
  if (outcome === 'not-found') return page(c, <JoinPage token="" hasEnded />, 404)
  if (outcome !== 'asked') throw new Problem(outcome === 'too-many' ? 429 : 409)
  keepCookie(c, 'asking', `${cookie}.`)
  return done(c, ctx)
})

signIn.post(paths.signOut, guard('session.end-own'), async (c) => {
  await c.var.deps.sessions.end(c.var.actor.sessionId)
  clearCookies(c)
  setNotice(c, 'signed-out')
  return c.redirect(paths.home, 303)
})
