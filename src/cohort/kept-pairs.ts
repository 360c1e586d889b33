import { findPairs, type Pairs, patchPairs } from '../matching/columns/pairs'
import type { OpeningColumns } from '../matching/columns/openings'
import type { KeptPeople } from './kept-people'

/** Every pair of the people who are kept and these openings. */
export type KeptPairs = { openings: OpeningColumns; pairs: Pairs }

/** More pairs than these are not kept: looking at them all would take longer than anybody may wait. */
const LOOKED_AT_MAX = 4_000_000

/** Finds every pair for as long as these people are kept, unless they are there already or too many to look at. */
export function keepPairs(people: KeptPeople, openings: OpeningColumns): void {
  if (people.pairs?.openings === openings) return
  const { columns } = people
  const isTooMany = columns.count * openings.openings.length > LOOKED_AT_MAX
  people.pairs = isTooMany ? undefined : { openings, pairs: findPairs({ people: columns, openings }) }
}

/** Finds the pairs of somebody who was patched in the columns anew, where pairs are kept. */
export function patchKeptPairs({ columns, pairs: kept }: KeptPeople, person: number): void {
  if (kept) patchPairs(kept.pairs, { people: columns, openings: kept.openings }, person)
}
