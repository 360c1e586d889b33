import { importAudits, importCareLeavers, updateImported } from '../../../db/statements/import'
import { enqueue } from '../../../db/statements/record'
import type { CareLeaverId } from '../../domain/ids'
import type { ImportPlan } from '../../domain/import-plan'
import type { CommandContext } from '../command-context'
import { recordFact, type Committed } from '../commit-change'

/**
 * Adds and changes people as the case system has them: all of it or none. Each gets a row of their history in the same
 * commit. A case reference that has come in meanwhile is refused by the schema (`already-there`), somebody who was
 * changed meanwhile by their version (`changed-meanwhile`).
 */
export async function importPeople(
  ctx: CommandContext,
  { added, changed }: Pick<ImportPlan, 'added' | 'changed'>,
): Promise<Committed> {
  const at = ctx.now().toISOString()
  const by = { at, actorId: ctx.actor.id }
  const rows = added.map((person) => ({ id: ctx.newId() as CareLeaverId, ...person }))
  const updates = changed.map(({ known, person, fields }) => ({
    ...person,
    id: known.id,
    version: known.version + 1,
    adviserId: fields.includes('adviserId') ? person.adviserId : known.adviserId,
  }))
  const newAdvisers = changed.flatMap(({ person, fields }) =>
    fields.includes('adviserId') && person.adviserId ? [person.adviserId] : [],
  )
  return recordFact(ctx, [
    importCareLeavers(ctx.db, rows, at),
    importAudits(
      ctx.db,
      rows.map(({ id }) => ({ id, version: 1 })),
      { ...by, action: 'care-leaver.import' },
    ),
    importAudits(ctx.db, updates, { ...by, action: 'care-leaver.update' }),
    updateImported(ctx.db, updates),
    ...[...new Set(newAdvisers)].map((accountId) =>
      enqueue(ctx.db, ctx.newId(), at, 'person.updated', { accountId }),
    ),
  ])
}
