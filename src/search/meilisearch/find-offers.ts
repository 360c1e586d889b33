import type { Meilisearch, MultiSearchQuery, SearchResponse } from 'meilisearch'
import type { OpportunityId } from '../../domain/ids'
import { FEW, IndexFault, type IndexAnswer, type IndexQuestion, type SearchIndex } from '../search-index'
import type { Term } from '../understand'
import { asked } from './client'
import { countQuery, FACET_NAMES, FACETS, type FacetName, pageQueries } from './queries'

/** Which index is ours, and how many changes it has not been told of. */
export type Standing = () => Promise<{ epoch: string; behind: number }>

type Page = { hits: Response; counts: Response[]; chosen: FacetName[] }
type Response = SearchResponse<{ id?: string; stamp?: string }>

/**
 * Meilisearch behind the port. It knows no stems and drops words of sentences, so it is asked for roots of the words
 * that were understood; when few offers have all of them, those that have some follow.
 */
export function createMeilisearchIndex({
  client,
  uid,
  standing,
}: {
  client: Meilisearch
  uid: string
  standing: Standing
}): SearchIndex {
  const searchAll = async (queries: MultiSearchQuery[]): Promise<Response[]> => {
    const answer = await asked(client.multiSearch<{ queries: MultiSearchQuery[] }>({ queries }))
    const results = (answer as { results?: Response[] } | undefined)?.results
    if (!Array.isArray(results) || results.length !== queries.length) throw new IndexFault('not-understood')
    return results
  }

  /** A page of hits, and how many offers have each of `counted`. */
  async function ask(
    question: IndexQuestion,
    terms: readonly Term[],
    strategy: 'all' | 'frequency',
    counted: readonly (readonly Term[])[],
    epoch: string,
  ): Promise<{ page: Page; totals: number[] }> {
    const { queries, chosen } = pageQueries(uid, question, terms, strategy)
    const more = counted.map((some) => countQuery(uid, question, some))
    const results = await searchAll([...more, ...queries])
    if (results.at(-1)?.hits?.[0]?.stamp !== epoch) throw new IndexFault('another-index')
    const [hits, ...counts] = results.slice(more.length, -1) as [Response, ...Response[]]
    return { page: { hits, counts, chosen }, totals: results.slice(0, more.length).map(totalOf) }
  }

  return {
    isNeverBehind: false,
    async find(question) {
      const { epoch, behind } = await standing()
      const { terms } = question
      const first = await ask(
        question,
        terms,
        'all',
        terms.map((term) => [term]),
        epoch,
      )
      const total = totalOf(first.page.hits)
      const known = terms.filter((_term, index) => (first.totals[index] ?? 0) > 0)
      const unknown = terms.filter((term) => !known.includes(term)).map(({ typed }) => typed)
      const isEnough = total >= FEW || terms.length < 2 || known.length === 0
      if (isEnough) return toAnswer(question, first.page, { total, unknown, behind })
      const second = await ask(question, known, 'frequency', [], epoch)
      const whole = unknown.length === 0 ? total : await countWhole(question, known, epoch)
      return toAnswer(question, second.page, { total: whole, unknown, behind })
    },
  }

  /** How many have every word that any offer has. */
  async function countWhole(question: IndexQuestion, known: readonly Term[], epoch: string): Promise<number> {
    const { page } = await ask({ ...question, page: 1 }, known, 'all', [], epoch)
    return totalOf(page.hits)
  }
}

function totalOf(response: Response): number {
  const total = response.totalHits
  if (typeof total !== 'number') throw new IndexFault('not-understood')
  return total
}

/**
 * Ids come authorised: what the database does not let this reader find is dropped. When nothing waits to be told, there
 * is nothing to drop, and an index that has it is not to be believed.
 * @param said how many have all the words, the words nobody has, and how many changes the index lacks
 */
function toAnswer(
  { offers }: IndexQuestion,
  page: Page,
  said: { total: number; unknown: readonly string[]; behind: number },
): IndexAnswer {
  const mayFind = new Set<string>(offers.map(({ id }) => id))
  if (!Array.isArray(page.hits.hits)) throw new IndexFault('not-understood')
  const ids = page.hits.hits.flatMap(({ id }) => (id !== undefined && mayFind.has(id) ? [id] : []))
  const dropped = page.hits.hits.length - ids.length
  if (dropped > 0 && said.behind === 0) throw new IndexFault('foreign-ids')
  const total = Math.max(0, totalOf(page.hits) - dropped)
  return {
    ids: ids as OpportunityId[],
    total,
    totalWithAllWords: Math.min(said.total, total),
    counts: countsOf(page),
    unknown: said.unknown,
    isExact: said.behind === 0,
    isStandIn: false,
  }
}

function countsOf({ hits, counts, chosen }: Page): IndexAnswer['counts'] {
  const of = (name: FacetName): Record<string, number> => {
    const own = chosen.indexOf(name)
    const from = own === -1 ? hits : counts[own]
    return from?.facetDistribution?.[FACETS[name]] ?? {}
  }
  const groups = Object.fromEntries(FACET_NAMES.map((name) => [name, of(name)])) as Record<
    FacetName,
    Record<string, number>
  >
  return { ...groups, isPaid: groups.isPaid.true ?? 0, isRemote: groups.isRemote.true ?? 0 }
}
