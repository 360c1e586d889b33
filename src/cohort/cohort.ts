import type { Database } from '../../db/database'
import { type CandidatePerson, listCandidates } from '../../db/queries/candidates'
import { listHiddenFrom } from '../../db/queries/coverage'
import type { PublishedOpportunity } from '../../db/queries/opportunities'
import type { Day } from '../domain/dates'
import type { AccountId } from '../domain/ids'
import type { Secrets } from '../domain/secrets'
import { openingColumns } from '../matching/columns/openings'
import { peopleColumns } from '../matching/columns/people'
import { rankOpenings, rankPeople, rankSomePeople, type Ranking } from '../matching/columns/rank'
import type { MatchingContext } from '../matching/candidate'
import { ALL_RULES } from '../matching/rules/index'
import { type Shortlist, shortlistOpenings, shortlistPeople, type ShortlistRow } from '../matching/shortlist'
import { keepOpenings, type KeptOpenings } from './kept-openings'
import { keepPairs } from './kept-pairs'
import { keepPeople, type Listed } from './kept-people'

/** A page of a list: only what is on it was read from the database, and explained. */
export type CohortList<Of> = Pick<Shortlist<string>, 'count' | 'leftOut'> & {
  rows: (ShortlistRow<string> & { of: Of })[]
  context: MatchingContext
}

type OffersWanted = { today: Day; limit: number }

/** Everybody who may be suggested and every live offer, ranked by the columns that are kept of them. */
export interface Cohort {
  /**
   * The people for an offer as a broker's list has them: `shortlistPeople` of everybody who is wanted.
   * @param options no more than 64 rows, from the one with this number on
   */
  peopleFor(
    opening: PublishedOpportunity,
    options: {
      viewerId: AccountId
      today: Day
      isWanted?: ((person: Listed) => boolean) | undefined
      from: number
      rows: number
    },
  ): Promise<CohortList<CandidatePerson>>
  /** The live offers for a person: `shortlistOpenings`, no more than the limit. */
  offersFor(person: CandidatePerson, options: OffersWanted): Promise<CohortList<PublishedOpportunity>>
  /** Every live offer with a free place; the same list until one changes. */
  openings(today: Day): Promise<readonly PublishedOpportunity[]>
  /** Brings what is kept up to now, so that nobody has to wait for it, and whoever has gone is gone from it. */
  follow(today: Day): Promise<void>
}

/**
 * @param options `readVersion`: how it is asked whether offers changed, where one question may serve several requests;
 * `sharesReads`: whether one request may wait for what another reads
 */
export function keepCohort({
  db,
  secrets,
  readVersion,
  sharesReads = false,
}: {
  db: Database
  secrets: Secrets
  readVersion?: () => Promise<string>
  sharesReads?: boolean
}): Cohort {
  const { withPeople, withPairs } = keepPeople({ db, secrets, sharesReads })
  const currentOpenings = keepOpenings(db, readVersion)

  /** From the pairs that are kept, where they are; from the person alone otherwise. */
  async function rankOffers(person: CandidatePerson, kept: KeptOpenings, { today, limit }: OffersWanted) {
    const ranking = await withPairs(today, ({ columns, indexOf }, { openings, pairs }) => {
      const index = indexOf.get(person.id)
      if (index === undefined || openings !== kept.columns) return undefined
      return rankOpenings({ people: columns, openings }, index, limit, pairs)
    })
    if (ranking) return ranking
    const alone = { people: peopleColumns([person], kept.context), openings: kept.columns }
    return rankOpenings(alone, 0, limit)
  }

  return {
    async peopleFor(opening, { viewerId, today, isWanted, from, rows }) {
      const hidden = new Set(await listHiddenFrom(db, viewerId))
      const found = await withPeople(today, ({ columns, listed, context }) => {
        const pair = { people: columns, openings: openingColumns([opening], context) }
        const isAll = !isWanted && hidden.size === 0
        const ranking = isAll
          ? rankPeople(pair, 0, from + rows)
          : rankSomePeople(pair, 0, from + rows, (index) => {
              const person = listed[index] as Listed
              return !hidden.has(person.id) && (isWanted?.(person) ?? true)
            })
        const ids = ranking.order.slice(from).map((index) => (listed[index] as Listed).id)
        return { ids, context, ...countsOf(ranking) }
      })
      const { ids, context, ...counts } = found
      const people = ids.length === 0 ? [] : await listCandidates(db, secrets, { among: ids, viewerId })
      return { ...counts, context, rows: beside(shortlistPeople(people, opening, context).rows, people) }
    },

    async offersFor(person, { today, limit }) {
      const kept = await currentOpenings(today)
      const { openings, context } = kept
      const ranking = await rankOffers(person, kept, { today, limit })
      const offers = ranking.order.map((index) => openings[index] as PublishedOpportunity)
      const { rows } = shortlistOpenings(person, offers, context)
      return { ...countsOf(ranking), context, rows: beside(rows, offers) }
    },

    openings: async (today) => (await currentOpenings(today)).openings,

    async follow(today) {
      // Whoever has gone is gone from the people even when the offers cannot be read.
      const [{ columns }] = await Promise.all([currentOpenings(today), withPeople(today, () => undefined)])
      await withPeople(today, (people) => keepPairs(people, columns))
    },
  }
}

function beside<Of extends { id: string }>(rows: readonly ShortlistRow<string>[], all: readonly Of[]) {
  const byId = new Map(all.map((one) => [one.id, one]))
  return rows.map((row) => ({ ...row, of: byId.get(row.id) as Of }))
}

const countsOf = ({ count, leftOut }: Ranking) => ({
  count,
  leftOut: ALL_RULES.flatMap(({ id }, rule) => {
    const left = leftOut[rule] ?? 0
    return left === 0 ? [] : [{ ruleId: id, count: left }]
  }),
})
