import type { Context } from 'hono'
import { z } from 'zod'
import type { NotTold } from '../../commands/care-leavers/change-not-told'
import type { OrganisationId } from '../../domain/ids'
import type { AppEnv } from '../../http/app-env'
import { type FieldError, type FormProblem, line, readForm } from '../../http/form'

const NotToldForm = z.object({
  kind: z.enum(['person', 'email', 'organisation'], 'Choose who should not be told'),
  person: line('Name', 120),
  email: line('Email address', 254),
  organisationId: line('Organisation', 32),
})

/** The entry that was meant, or what is missing of the kind that was chosen. */
export function readNotTold(
  c: Context<AppEnv>,
): { ok: true; entry: NotTold } | ({ ok: false } & FormProblem) {
  const form = readForm(c, NotToldForm)
  if (!form.ok) return form
  const entry = toNotTold(form.value)
  return entry
    ? { ok: true, entry }
    : { ok: false, values: form.values, errors: [missingOf(form.value.kind)] }
}

function toNotTold({
  kind,
  person,
  email,
  organisationId,
}: z.output<typeof NotToldForm>): NotTold | undefined {
  if (kind === 'person') return person ? { kind, words: person } : undefined
  if (kind === 'email') return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) ? { kind, words: email } : undefined
  return /^[0-9a-f]{32}$/.test(organisationId)
    ? { kind, organisationId: organisationId as OrganisationId }
    : undefined
}

function missingOf(kind: NotTold['kind']): FieldError {
  if (kind === 'person') return { field: 'person', message: 'Enter the name of the person' }
  if (kind === 'email') return { field: 'email', message: 'Enter an email address like name@example.com' }
  return { field: 'organisationId', message: 'Choose an organisation or department' }
}
