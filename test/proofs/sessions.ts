import { openNodeDatabase, openWriter } from '../../db/node'
import { findAccountByEmail } from '../../db/queries/accounts'
import { createSecrets } from '../../src/auth/secrets'
import { createSessionService } from '../../src/auth/session'
import { PRODUCT_KEY } from '../support/built-product'

/**
 * A session made beside the running product, as a second process of it would: for more visitors than there are codes.
 * The product keeps five of an account; the oldest goes.
 * @returns the token for the cookie
 */
export async function startSession(databasePath: string, email: string): Promise<string> {
  const sqlite = openWriter(databasePath)
  try {
    const db = openNodeDatabase(sqlite)
    const account = await findAccountByEmail(db, email)
    if (!account) throw new Error(`Nobody has the address ${email}`)
    const { randomToken } = createSecrets([PRODUCT_KEY])
    const sessions = createSessionService({ db, now: () => new Date(), newToken: () => randomToken(32) })
    const { id: accountId, role } = account
    return await sessions.start({ accountId, role, device: 'Computer', isOwnDevice: false })
  } finally {
    sqlite.close()
  }
}
