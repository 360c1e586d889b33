import type { Day, Instant } from '../../src/domain/dates'
import type { OrganisationId } from '../../src/domain/ids'
import type { OrganisationKind } from '../../src/domain/organisation'
import type { Database } from '../database'

export type NewOrganisation = {
  id: OrganisationId
  name: string
  kind: OrganisationKind
  covenantSignedOn: Day | null
  createdAt: Instant
}

export const addOrganisation = (db: Database, organisation: NewOrganisation) =>
  db.query.insertInto('organisation').values({
    id: organisation.id,
    name: organisation.name,
    kind: organisation.kind,
    covenant_signed_on: organisation.covenantSignedOn,
    created_at: organisation.createdAt,
  })

export const setOrganisation = (
  db: Database,
  id: OrganisationId,
  values: { name: string; kind: OrganisationKind; covenantSignedOn: Day | null; version: number },
) =>
  db.query
    .updateTable('organisation')
    .set({
      name: values.name,
      kind: values.kind,
      covenant_signed_on: values.covenantSignedOn,
      version: values.version,
    })
    .where('id', '=', id)
