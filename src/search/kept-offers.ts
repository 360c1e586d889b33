import type { Reader } from '../../db/database'
import { type FindableRow, type FindableScope, listFindable, indexVersionOf } from '../../db/queries/findable'
import { listFindableByIds, type PublishedOpportunity } from '../../db/queries/opportunities'
import type { OpportunityId } from '../domain/ids'
import { keepNewest } from '../domain/keep-newest'

/**
 * The offers somebody may find, kept in memory between two requests. Every call asks the database first whether
 * anything changed, so what was withdrawn is gone with the next request, whichever process withdrew it. What is given
 * out is the same object until then: others may keep what they made of it for as long as it lives.
 */
export interface KeptOffers {
  list(scope: FindableScope): Promise<readonly FindableRow[]>
  /** A page of offers, as this reader may find them; the order of the ids is kept, others are dropped. */
  listByIds(scope: FindableScope, ids: readonly OpportunityId[]): Promise<PublishedOpportunity[]>
}

/** A visitor, a signed-in young person or the team, and some posters. */
const SCOPES_MAX = 12
const OFFERS_MAX = 500

type Kept = {
  version: string
  rows: Map<string, { rows: readonly FindableRow[]; ids: ReadonlySet<OpportunityId> }>
  offers: Map<OpportunityId, PublishedOpportunity>
}

/**
 * Keeps values and never a promise: on Workers one request may not wait for another's.
 * @param readVersion what changes with the offers; never what it was before the question
 */
export function keepOffers(db: Reader, readVersion = indexVersionOf(db)): KeptOffers {
  let kept: Kept = { version: '', rows: new Map(), offers: new Map() }

  async function current(): Promise<Kept> {
    const version = await readVersion()
    if (version !== kept.version) kept = { version, rows: new Map(), offers: new Map() }
    return kept
  }

  return {
    list: async (scope) => (await findable(db, await current(), scope)).rows,
    async listByIds(scope, ids) {
      const now = await current()
      const { ids: mayFind } = await findable(db, now, scope)
      const wanted = ids.filter((id) => mayFind.has(id))
      // Taken before anything is waited for: another request may make room in the meantime.
      const found = new Map(wanted.map((id) => [id, now.offers.get(id)]))
      const missing = wanted.filter((id) => !found.get(id))
      for (const offer of await load(db, now, scope, missing)) found.set(offer.id, offer)
      return wanted.flatMap((id) => found.get(id) ?? [])
    },
  }
}

async function findable(db: Reader, kept: Kept, scope: FindableScope) {
  const { seesCareLeaversOnly, organisationId, today } = scope
  const key = `${today} ${seesCareLeaversOnly ? 'all' : (organisationId ?? '')}`
  const before = kept.rows.get(key)
  const loaded = before ?? (await loadScope(db, scope))
  keepNewest(kept.rows, key, loaded, SCOPES_MAX)
  return loaded
}

async function loadScope(db: Reader, scope: FindableScope) {
  const rows = await listFindable(db, scope)
  return { rows, ids: new Set(rows.map(({ id }) => id)) }
}

async function load(db: Reader, kept: Kept, scope: FindableScope, ids: readonly OpportunityId[]) {
  if (ids.length === 0) return []
  const loaded = await listFindableByIds(db, scope, ids)
  if (kept.offers.size + loaded.length > OFFERS_MAX) kept.offers.clear()
  for (const offer of loaded) kept.offers.set(offer.id, offer)
  return loaded
}
