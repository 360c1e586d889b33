import type { OrganisationId } from '../../src/domain/ids'
import type { Reader } from '../database'

/** Every organisation by name, to choose from. */
export async function listOrganisations(db: Reader) {
  return db.query
    .selectFrom('organisation')
    .select(['id', 'name', 'kind', 'covenant_signed_on as covenantSignedOn', 'version'])
    .orderBy('name')
    .execute()
}

export type OrganisationRow = Awaited<ReturnType<typeof listOrganisations>>[number]

/** Departments that nobody speaks for: no active or invited champion. */
export async function listDepartmentsWithoutChampion(db: Reader) {
  return db.query
    .selectFrom('organisation')
    .where('kind', '=', 'department')
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('account')
            .whereRef('account.organisation_id', '=', 'organisation.id')
            .where('account.role', '=', 'champion')
            .where('account.state', 'in', ['active', 'invited'])
            .select('account.id'),
        ),
      ),
    )
    .select(['id', 'name'])
    .orderBy('name')
    .execute()
}

export async function findOrganisation(db: Reader, id: OrganisationId) {
  const row = await db.query.selectFrom('organisation').selectAll().where('id', '=', id).executeTakeFirst()
  return (
    row && {
      id: row.id,
      name: row.name,
      kind: row.kind,
      covenantSignedOn: row.covenant_signed_on,
      version: row.version,
    }
  )
}
