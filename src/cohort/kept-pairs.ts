import { findPairs, type Pairs, patchPairs } from '../matching/columns/pairs'
import type { Columns } from '../matching/columns/row'
import type { KeptOpenings } from './kept-openings'
import type { KeptPeople } from './kept-people'

/** More pairs than these are not kept: looking at them all would take longer than a request may wait. */
const LOOKED_AT_MAX = 4_000_000

type KeptPairs = { columns: Columns; pairs: Pairs; patched: number }

/**
 * Every pair of those who are kept and a live offer, kept in memory beside them: found when the timer comes round, and
 * for whoever has changed meanwhile found anew when they are next asked for.
 */
export function keepPairs() {
  let kept: KeptPairs | undefined

  const isOf = ({ columns }: KeptPairs, people: KeptPeople, openings: KeptOpenings): boolean =>
    columns.people === people.columns && columns.openings === openings.columns

  /**
   * The pairs as they are now. They are let go when an offer, the rules or the day have changed, or somebody has come or
   * gone, since the timer came round.
   */
  function current(people: KeptPeople, openings: KeptOpenings): KeptPairs | undefined {
    if (kept && !isOf(kept, people, openings)) kept = undefined
    if (!kept) return undefined
    const { columns, pairs, patched } = kept
    for (const person of people.patched.slice(patched)) patchPairs(pairs, columns, person)
    kept.patched = people.patched.length
    return kept
  }

  return {
    current,
    /** Whether there are any since the timer last came round: it does on Node, and never on Workers. */
    isKept: () => kept !== undefined,
    /** Finds every pair, unless those that are kept are right or there are too many to look at. */
    follow(people: KeptPeople, openings: KeptOpenings): void {
      if (current(people, openings)) return
      const isOfOneDay =
        people.context.today === openings.context.today &&
        people.context.ruleSet.version === openings.context.ruleSet.version
      if (!isOfOneDay || people.columns.count * openings.openings.length > LOOKED_AT_MAX) return
      const columns = { people: people.columns, openings: openings.columns }
      kept = { columns, pairs: findPairs(columns), patched: people.patched.length }
    },
  }
}
