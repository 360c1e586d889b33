import type { Context } from 'hono'
import type { z } from 'zod'
import type { Profile, ProfileQuestion } from '../../domain/care-leaver'
import { findPlace } from '../../geo/find-place'
import type { AppEnv } from '../../http/app-env'
import { type FieldError, type FormValues, readForm } from '../../http/form'
import { ANSWER_FORMS, toAnswer } from './answer.form'

export type ReadAnswer =
  | { ok: true; answer: Profile[ProfileQuestion] | undefined; theirWords: string; sent: FormValues }
  | { ok: false; values: FormValues; errors: FieldError[] }

type Sent = { choices?: string[]; words?: string; distance?: string; from?: string; theirWords: string }

/** Reads one question's form. A place that was typed becomes a square and is dropped; none typed keeps the last one. */
export async function readAnswer(
  c: Context<AppEnv>,
  question: ProfileQuestion,
  before: Profile,
): Promise<ReadAnswer> {
  const form = readForm(c, ANSWER_FORMS[question] as z.ZodObject)
  if (!form.ok) return form
  const sent = form.value as Sent
  if (question !== 'travel')
    return {
      ok: true,
      answer: toAnswer(question, sent, null),
      theirWords: sent.theirWords,
      sent: form.value as FormValues,
    }

  const kept =
    before.travel?.cellEast && before.travel.cellNorth
      ? { cellEast: before.travel.cellEast, cellNorth: before.travel.cellNorth }
      : null
  const found = sent.from ? await findPlace(c.var.deps.db, sent.from) : kept
  if (!found && sent.from) {
    const message = 'We do not know that place. Try a town or a full postcode in Kent, or leave it empty'
    return {
      ok: false,
      values: { distance: sent.distance ?? '', from: sent.from },
      errors: [{ field: 'from', message }],
    }
  }
  return {
    ok: true,
    answer: toAnswer(question, sent, found ?? null),
    theirWords: sent.theirWords,
    sent: form.value as FormValues,
  }
}
