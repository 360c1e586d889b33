import { parseArgs } from 'node:util'
import { inviteAccount } from '../commands/accounts/invite-account'
import { openService } from './open-service'

/** Invites the first manager of an empty installation; everybody else is invited on the pages. */
const { values } = parseArgs({
  options: {
    role: { type: 'string' },
    email: { type: 'string' },
    name: { type: 'string', default: 'Manager' },
  },
})
if (values.role !== 'manager' || !values.email?.includes('@')) {
  console.error('Usage: npm run invite -- --role manager --email name@kent.gov.uk [--name "May Stone"]')
  process.exit(64)
}
const { ctx, drain, config, sqlite } = openService()
const outcome = await inviteAccount(ctx, {
  email: values.email,
  name: values.name,
  role: 'manager',
  organisationId: null,
})
await drain()
sqlite.close()
if (outcome !== 'committed') {
  console.error('This address already has an account')
  process.exit(1)
}
const where =
  config.mail.kind === 'dir'
    ? `The mail with the link is in ${config.mail.folder}`
    : 'The mail with the link has been sent'
console.log(`Invited. ${where}. It works once, for 48 hours.`)
