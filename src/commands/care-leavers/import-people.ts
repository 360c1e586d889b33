import { importAudits, importCareLeavers } from '../../../db/statements/import'
import type { Day } from '../../domain/dates'
import type { AccountId, CareLeaverId } from '../../domain/ids'
import type { HomeDistrict, StatutoryCategory } from '../../domain/taxonomy'
import type { CommandContext } from '../command-context'
import { recordFact, type Committed } from '../commit-change'

/** One person as the case system gives them, checked. */
export type ImportedPerson = {
  caseReference: string
  preferredName: string
  dateOfBirth: Day
  statutoryCategory: StatutoryCategory
  categorySince: Day
  district: HomeDistrict
  adviserId: AccountId | null
}

/**
 * Adds people from the case system: all of them or none. Each gets the first row of their history in the same
 * commit. A case reference that is in the service already is refused by the schema (`already-there`).
 */
export async function importPeople(
  ctx: CommandContext,
  people: readonly ImportedPerson[],
): Promise<Committed> {
  const at = ctx.now().toISOString()
  const rows = people.map((person) => ({ id: ctx.newId() as CareLeaverId, ...person }))
  return recordFact(ctx, [
    importCareLeavers(ctx.db, rows, at),
    importAudits(
      ctx.db,
      rows.map(({ id }) => id),
      { at, actorId: ctx.actor.id, action: 'care-leaver.import' },
    ),
  ])
}
