import type { AccountRecord, Invitation } from '../../../db/queries/accounts'
import { emptyAccount, raiseAuthEpoch, setInvitationState } from '../../../db/statements/accounts'
import { deleteSessionsOf } from '../../../db/statements/sessions'
import type { CommandContext } from '../command-context'
import type { Part } from '../commit-change'

/** An account that is closed: emptied of everything but its id and role, and its sessions end. */
export function endingOfAccount(ctx: CommandContext, { id, state, version: before }: AccountRecord): Part {
  const version = before + 1
  return {
    changes: [{ action: 'account.close', subject: `account:${id}`, version, from: state, to: 'closed' }],
    statements: [emptyAccount(ctx.db, id, version), raiseAuthEpoch(ctx.db, id), deleteSessionsOf(ctx.db, id)],
  }
}

/** An invitation whose link stops working at once. */
export function endingOfInvitation(ctx: CommandContext, { id, version: before }: Invitation): Part {
  const version = before + 1
  return {
    changes: [
      { action: 'invitation.revoke', subject: `invitation:${id}`, version, from: 'open', to: 'revoked' },
    ],
    statements: [setInvitationState(ctx.db, id, 'revoked', version)],
  }
}
