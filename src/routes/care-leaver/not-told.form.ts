import type { Context } from 'hono'
import { z } from 'zod'
import { listSharesWith } from '../../../db/queries/blocked'
import { matchHashOf, type NotTold } from '../../commands/care-leavers/change-not-told'
import type { Deps } from '../../deps'
import type { CareLeaverId, OrganisationId } from '../../domain/ids'
import type { AppEnv } from '../../http/app-env'
import { type FieldError, type FormProblem, line, readForm } from '../../http/form'

const NotToldForm = z.object({
  kind: z.enum(['person', 'email', 'organisation'], 'Choose who should not be told'),
  person: line('Name', 120),
  email: line('Email address', 254),
  organisationId: line('Organisation', 32),
  /** Has read what ends by it. */
  sure: line('Sure', 3),
})

export type NotToldValues = z.output<typeof NotToldForm>

/** The entry that was meant, or what is missing of the kind that was chosen. */
export function readNotTold(
  c: Context<AppEnv>,
): { ok: true; entry: NotTold; values: NotToldValues } | ({ ok: false } & FormProblem) {
  const form = readForm(c, NotToldForm)
  if (!form.ok) return form
  const entry = toNotTold(form.value)
  return entry
    ? { ok: true, entry, values: form.value }
    : { ok: false, values: form.values, errors: [missingOf(form.value.kind)] }
}

function toNotTold({ kind, person, email, organisationId }: NotToldValues): NotTold | undefined {
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

/** What would end by an entry and has not been read yet: it is said before it happens. */
export async function endsUnread(
  { db, secrets }: Pick<Deps, 'db' | 'secrets'>,
  id: CareLeaverId,
  { entry, values }: { entry: NotTold; values: NotToldValues },
) {
  if (values.sure === 'yes') return []
  const key =
    entry.kind === 'organisation' ? entry : { kind: entry.kind, matchHash: await matchHashOf(secrets, entry) }
  return listSharesWith(db, id, key)
}
