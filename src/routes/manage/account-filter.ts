import type { AccountFilter } from '../../../db/queries/accounts'
import { ACCOUNT_STATES, STAFF_ROLES } from '../../domain/account'
import type { OrganisationId } from '../../domain/ids'

/** Reads the filter of the list of accounts from the address; whatever is not known is left out. */
export function readAccountFilter(value: (name: string) => string): AccountFilter {
  const organisation = value('organisation')
  const letter = value('letter')
  return {
    role: STAFF_ROLES.find((role) => role === value('role')) ?? '',
    state: ACCOUNT_STATES.find((state) => state === value('state')) ?? '',
    organisationId: /^[0-9a-f]{32}$/.test(organisation) ? (organisation as OrganisationId) : '',
    letter: /^([A-Z]|other)$/.test(letter) ? letter : '',
  }
}
