import { addInvitation, setAccountState, setInvitationToken } from '../../../db/statements/accounts'
import { randomId, sha256 } from '../../../src/auth/secrets'
import { addDays } from '../../../src/domain/dates'
import type { County } from '../county'
import { type DeedKind, rows } from './deed'

/** An invitation that is open, with the word its link ends in. */
export async function anInvitation(county: County): Promise<{ id: string; token: string }> {
  const [id, account] = [randomId(), await county.account('broker')]
  const token = randomId().slice(0, 22)
  await county.make(`account:${account.id}`, 2, [setAccountState(county.db, account.id, 'invited', 2)])
  await county.make(`invitation:${id}`, 1, [
    addInvitation(county.db, {
      id,
      accountId: account.id,
      role: 'broker',
      organisationId: null,
      invitedBy: county.broker.id,
      createdAt: county.now(),
      expiresAt: `${addDays(county.today(), 2)}T00:00:00.000Z`,
    }),
    setInvitationToken(county.db, id, await sha256(token)),
  ])
  return { id, token }
}

/** Asking for a code: somebody signs in again, or opens an invitation in a browser that somebody is signed in with. */
export const SIGN_IN_DEEDS: readonly DeedKind[] = [
  {
    route: 'POST /sign-in',
    async make(county) {
      const account = await county.account('broker')
      return {
        by: account,
        path: '/sign-in',
        fields: { email: account.email, device: 'shared' },
        effects: rows(county, 'sign_in_request', 'account_id', account.id),
      }
    },
  },
  {
    route: 'POST /join',
    async make(county) {
      const { id, token } = await anInvitation(county)
      return {
        by: await county.account('broker'),
        path: '/join',
        fields: { token, device: 'shared' },
        effects: rows(county, 'sign_in_request', 'invitation_id', id),
      }
    },
  },
]
