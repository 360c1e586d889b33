import type { Context } from 'hono'
import { type CandidatePerson, listCandidates } from '../../../../db/queries/candidates'
import { coverageVersionOf, listHiddenFrom } from '../../../../db/queries/coverage'
import { listOpenings } from '../../../../db/queries/opportunities'
import { readRuleSet } from '../../../../db/queries/rule-sets'
import type { Database } from '../../../../db/database'
import { dayOf } from '../../../domain/dates'
import { keepNewest } from '../../../domain/keep-newest'
import type { AccountId } from '../../../domain/ids'
import type { HomeDistrict } from '../../../domain/taxonomy'
import type { AppEnv } from '../../../http/app-env'
import { type Coverage, countCoverage, countPairsLookedAt } from '../../../matching/coverage/coverage'
import { findUnmatched, type Unmatched } from '../../../matching/coverage/unmatched'

/** What is kept of everybody, each worked out when somebody looks at it. */
type Figures = {
  /** Whom nothing fits; not where there are more pairs of people and offers than can be looked at. */
  unmatched: Unmatched<CandidatePerson>[] | 'too-big'
  /** What is wanted and offered. */
  coverage: Coverage
}

type Loaded = Awaited<ReturnType<typeof load>>

const WORK: { [Name in keyof Figures]: (loaded: Loaded, pairsMax: number) => Figures[Name] } = {
  unmatched: ({ people, openings, context }, pairsMax) =>
    countPairsLookedAt(people, openings) > pairsMax ? 'too-big' : findUnmatched(people, openings, context),
  coverage: ({ people, openings, context }, pairsMax) =>
    countCoverage(people, openings, context, { pairsMax }),
}

/** Almost nobody has somebody hidden from them, so one entry of each serves nearly all who look. */
const KEPT_MAX = 8

type Kept = { version: string; figures: Map<string, { figure: Figures[keyof Figures]; at: number }> }

/** By the database they were read from. Values only: on Workers no request may wait for another's promise. */
const keptOf = new WeakMap<Database, Kept>()

/**
 * Whom nothing fits, for whoever looks.
 * @param options `agedMs`: so old it may be, where a count will do and the page is opened all day long; `viewerId`: for whom
 * it is, where that is not whoever asks
 */
export const unmatchedFigures = (
  c: Context<AppEnv>,
  options: { agedMs?: number; viewerId?: AccountId } = {},
) => keptFigure(c, 'unmatched', options)

/** What is wanted and offered, for whoever looks. */
export const coverageFigures = (c: Context<AppEnv>) => keptFigure(c, 'coverage')

/**
 * Worked out again when anything changed, which is asked of the database every time, so that a change in another process
 * is seen as well.
 */
async function keptFigure<Name extends keyof Figures>(
  c: Context<AppEnv>,
  name: Name,
  { agedMs = 0, viewerId = c.var.actor.id }: { agedMs?: number; viewerId?: AccountId } = {},
): Promise<Figures[Name]> {
  const { db, now, rounds } = c.var.deps
  const today = dayOf(now())
  const [changes, hidden] = await Promise.all([coverageVersionOf(db), listHiddenFrom(db, viewerId)])
  const version = `${today} ${changes}`
  const key = `${name} ${hidden.join()}`
  const before = keptOf.get(db)
  const aged = before?.figures.get(key)
  if (aged && now().getTime() - aged.at < agedMs) return aged.figure as Figures[Name]
  const kept: Kept = before?.version === version ? before : { version, figures: new Map() }
  keptOf.set(db, kept)
  const found = kept.figures.get(key) ?? {
    figure: WORK[name](await load(c, viewerId), rounds.pairsMax),
    at: now().getTime(),
  }
  keepNewest(kept.figures, key, found, KEPT_MAX)
  return found.figure as Figures[Name]
}

/** Whom of one district nothing fits, where everybody would be too many. Not kept: it is asked for seldom. */
export async function unmatchedIn(c: Context<AppEnv>, district: HomeDistrict): Promise<Figures['unmatched']> {
  const { people, openings, context } = await load(c, c.var.actor.id)
  const there = people.filter((person) => person.district === district)
  const isTooBig = countPairsLookedAt(there, openings) > c.var.deps.rounds.pairsMax
  return isTooBig ? 'too-big' : findUnmatched(there, openings, context)
}

/** Everybody whom whoever looks may see, every offer with a place, and what they are judged by. */
async function load(c: Context<AppEnv>, viewerId: AccountId) {
  const { db, secrets, now } = c.var.deps
  const today = dayOf(now())
  const [people, openings, ruleSet] = await Promise.all([
    listCandidates(db, secrets, { viewerId }),
    listOpenings(db, today),
    readRuleSet(db),
  ])
  return { people, openings, context: { today, ruleSet } }
}
