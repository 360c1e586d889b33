import type { Day } from '../dates'
import type { OpportunityId } from '../ids'
import type { OpportunityState } from '../opportunity'
import type { ImportedRow } from './imported-row'

/** One that the organisation has already, as far as it takes to know it again. */
export type KnownOffer = { id: OpportunityId; title: string; startsOn: Day | null; state: OpportunityState }

/** What a row looks like. */
export type Alike = { kind: 'known'; offer: KnownOffer } | { kind: 'row'; row: number }

/** The same title, whatever its capitals and spaces, and the same first day. */
function likenessOf(title: string, startsOn: Day | null | undefined): string {
  const folded = title.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean).join(' ')
  return `${startsOn ?? 'no day'} ${folded}`
}

/** By row: the one it looks like, of those there are or of the rows above that can be drafted. */
export function findAlike(rows: readonly ImportedRow[], known: readonly KnownOffer[]): Map<number, Alike> {
  const seen = new Map<string, Alike>()
  for (const offer of known) seen.set(likenessOf(offer.title, offer.startsOn), { kind: 'known', offer })
  const found = new Map<number, Alike>()
  for (const { row, draft, faults } of rows) {
    if (!draft.title) continue
    const likeness = likenessOf(draft.title, draft.startsOn)
    const alike = seen.get(likeness)
    if (alike) found.set(row, alike)
    else if (faults.length === 0) seen.set(likeness, { kind: 'row', row })
  }
  return found
}
