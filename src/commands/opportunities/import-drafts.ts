import { findAccount } from '../../../db/queries/accounts'
import { addOpportunity, addRevision } from '../../../db/statements/opportunities'
import { enqueue } from '../../../db/statements/record'
import type { AccountId, OpportunityId } from '../../domain/ids'
import type { OpportunityDraft } from '../../domain/opportunity-draft'
import type { CommandContext } from '../command-context'
import { commitChange, type Committed } from '../commit-change'

/**
 * Makes drafts of what was read from a file, all or none, each with a revision and a history of its own. Nothing is
 * sent anywhere: whoever owns them finishes them. When somebody else brought them in, the owner is told there is news.
 * @returns `nobody-to-own` when the account cannot own what is posted, or not any more
 */
export async function importDrafts(
  ctx: CommandContext,
  ownerId: AccountId,
  drafts: readonly OpportunityDraft[],
): Promise<Committed | 'nobody-to-own'> {
  const owner = await findAccount(ctx.db, ownerId)
  const isPoster = owner?.role === 'champion' || owner?.role === 'partner'
  const organisationId = owner?.organisationId
  if (!isPoster || owner.state !== 'active' || !organisationId) return 'nobody-to-own'
  const at = ctx.now().toISOString()
  const made = drafts.map((draft) => ({ id: ctx.newId() as OpportunityId, draft }))
  return commitChange(
    ctx,
    made.map(({ id }) => ({
      action: 'opportunity.write',
      subject: `opportunity:${id}`,
      version: 1,
      to: 'draft',
    })),
    [
      ...made.flatMap(({ id, draft }) => [
        addOpportunity(ctx.db, { id, organisationId, ownerId, pledgeId: null, createdAt: at }),
        addRevision(ctx.db, { opportunityId: id, number: 1, content: draft, at }),
      ]),
      ...(ownerId === ctx.actor.id
        ? []
        : [enqueue(ctx.db, ctx.newId(), at, 'opportunity.drafted', { accountId: ownerId })]),
    ],
  )
}
