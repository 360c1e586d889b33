import type { Database } from '../../db/database'
import type { FormAnswer } from '../domain/form-answer'
import type { AccountId } from '../domain/ids'
import type { Secrets } from '../domain/secrets'

/** All that a command may reach. */
export type CommandContext = {
  db: Database
  now: () => Date
  newId: () => string
  secrets: Secrets
  /** Who acts: a person, or the system for what changes by time alone. */
  actor: { id: AccountId }
  /** Absent where nobody posted a form, as in scheduled work. */
  answer?: FormAnswer
}
