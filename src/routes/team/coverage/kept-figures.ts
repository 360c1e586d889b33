import type { Context } from 'hono'
import { type CandidatePerson, listCandidates } from '../../../../db/queries/candidates'
import { coverageVersionOf, listHiddenFrom } from '../../../../db/queries/coverage'
import { listOpenings } from '../../../../db/queries/opportunities'
import { readRuleSet } from '../../../../db/queries/rule-sets'
import type { Database } from '../../../../db/database'
import { dayOf } from '../../../domain/dates'
import { keepNewest } from '../../../domain/keep-newest'
import type { HomeDistrict } from '../../../domain/taxonomy'
import type { AppEnv } from '../../../http/app-env'
import { type Coverage, countCoverage, countPairsLookedAt } from '../../../matching/coverage/coverage'
import { findUnmatched, type Unmatched } from '../../../matching/coverage/unmatched'

/** Whom nothing fits is not worked out where there are more pairs of people and offers than can be looked at. */
type Figures = { unmatched: Unmatched<CandidatePerson>[] | 'too-big'; coverage: Coverage }

/** Almost nobody has somebody hidden from them, so one entry serves nearly all who look. */
const VIEWERS_MAX = 4

type Kept = { version: string; figures: Map<string, Figures & { at: number }> }

/** By the database they were read from. Values only: on Workers no request may wait for another's promise. */
const keptOf = new WeakMap<Database, Kept>()

/**
 * Whom nothing fits, and what is wanted and offered, for whoever looks. Worked out again when anything changed, which is
 * asked of the database every time, so that a change in another process is seen as well.
 * @param agedMs so old they may be, where a count will do and the page is opened all day long
 */
export async function coverageFigures(c: Context<AppEnv>, { agedMs = 0 } = {}): Promise<Figures> {
  const { db, now } = c.var.deps
  const today = dayOf(now())
  const [changes, hidden] = await Promise.all([coverageVersionOf(db), listHiddenFrom(db, c.var.actor.id)])
  const version = `${today} ${changes}`
  const key = hidden.join()
  const before = keptOf.get(db)
  const aged = before?.figures.get(key)
  if (aged && now().getTime() - aged.at < agedMs) return aged
  const kept: Kept = before?.version === version ? before : { version, figures: new Map() }
  keptOf.set(db, kept)
  const figures = kept.figures.get(key) ?? { ...(await workOut(c)), at: now().getTime() }
  keepNewest(kept.figures, key, figures, VIEWERS_MAX)
  return figures
}

async function workOut(c: Context<AppEnv>): Promise<Figures> {
  const { people, openings, context } = await load(c)
  const { pairsMax } = c.var.deps.rounds
  const isTooBig = countPairsLookedAt(people, openings) > pairsMax
  return {
    unmatched: isTooBig ? 'too-big' : findUnmatched(people, openings, context),
    coverage: countCoverage(people, openings, context, { pairsMax }),
  }
}

/** Whom of one district nothing fits, where everybody would be too many. Not kept: it is asked for seldom. */
export async function unmatchedIn(c: Context<AppEnv>, district: HomeDistrict): Promise<Figures['unmatched']> {
  const { people, openings, context } = await load(c)
  const there = people.filter((person) => person.district === district)
  const isTooBig = countPairsLookedAt(there, openings) > c.var.deps.rounds.pairsMax
  return isTooBig ? 'too-big' : findUnmatched(there, openings, context)
}

/** Everybody whom whoever looks may see, every offer with a place, and what they are judged by. */
async function load(c: Context<AppEnv>) {
  const { db, secrets, now } = c.var.deps
  const today = dayOf(now())
  const [people, openings, ruleSet] = await Promise.all([
    listCandidates(db, secrets, { viewerId: c.var.actor.id }),
    listOpenings(db, today),
    readRuleSet(db),
  ])
  return { people, openings, context: { today, ruleSet } }
}
