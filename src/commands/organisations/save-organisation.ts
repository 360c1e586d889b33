import { findOrganisation } from '../../../db/queries/organisations'
import { addOrganisation, setOrganisation } from '../../../db/statements/organisations'
import type { Day } from '../../domain/dates'
import type { OrganisationId } from '../../domain/ids'
import type { OrganisationKind } from '../../domain/organisation'
import type { CommandContext } from '../command-context'
import { commitChange, type Committed } from '../commit-change'

export type OrganisationValues = { name: string; kind: OrganisationKind; covenantSignedOn: Day | null }

/** A name is used once; `already-there` says that it is. */
export async function createOrganisation(
  ctx: CommandContext,
  id: OrganisationId,
  values: OrganisationValues,
): Promise<Committed> {
  const change = { action: 'organisation.create', subject: `organisation:${id}`, version: 1 }
  return commitChange(ctx, change, [
    addOrganisation(ctx.db, { id, ...values, createdAt: ctx.now().toISOString() }),
  ])
}

export async function changeOrganisation(
  ctx: CommandContext,
  id: OrganisationId,
  version: number,
  values: OrganisationValues,
): Promise<Committed | 'not-found'> {
  const organisation = await findOrganisation(ctx.db, id)
  if (!organisation) return 'not-found'
  if (organisation.version !== version) return 'changed-meanwhile'
  const change = { action: 'organisation.change', subject: `organisation:${id}`, version: version + 1 }
  return commitChange(ctx, change, [setOrganisation(ctx.db, id, { ...values, version: version + 1 })])
}
