import { z } from 'zod'
import { listSharesWith } from '../../../db/queries/blocked'
import { matchHashOf, type NotTold } from '../../commands/care-leavers/change-not-told'
import type { Deps } from '../../deps'
import type { CareLeaverId, OrganisationId } from '../../domain/ids'
import { type FieldError, line } from '../../http/form'

export const NotToldForm = z.object({
  kind: z.enum(['person', 'email', 'organisation'], 'Choose who should not be told'),
  person: line('Name', 120),
  email: line('Email address', 254),
  organisationId: line('Organisation', 32),
  /** Has read what ends by it. */
  sure: line('Sure', 3),
})

/** The entry that was meant, or undefined when what belongs to the chosen kind is missing. */
export function toNotTold({
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

/** What belongs to the kind that was chosen and is missing. */
export function missingNotTold(kind: 'person' | 'email' | 'organisation'): FieldError {
  if (kind === 'person') return { field: 'person', message: 'Enter the name of the person' }
  if (kind === 'email') return { field: 'email', message: 'Enter an email address like name@example.com' }
  return { field: 'organisationId', message: 'Choose an organisation or department' }
}

/** What would end by this entry and has not been read yet: it is said before it happens. */
export async function endsUnread(
  { db, secrets }: Pick<Deps, 'db' | 'secrets'>,
  id: CareLeaverId,
  { entry, sure }: { entry: NotTold; sure: string },
) {
  if (sure === 'yes') return []
  const key =
    entry.kind === 'organisation' ? entry : { kind: entry.kind, matchHash: await matchHashOf(secrets, entry) }
  return listSharesWith(db, id, key)
}
