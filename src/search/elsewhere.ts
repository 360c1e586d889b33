import type { SearchFilters } from '../domain/search'
import type { Recognised } from './recognise'
import { HITS_MAX, type IndexAnswer, type IndexQuestion, PAGE_SIZE, type SearchIndex } from './search-index'

/** That a place was named, and what was looked for is only to be had at others. */
export type Elsewhere = {
  /** How many have some of the words or all of them; they come first, and what there is at the place follows. */
  total: number
  totalWithAllWords: number
  /** The filters of what there is at the place, with those that were read out of the words. */
  atPlace: Pick<SearchFilters, 'kinds' | 'districts' | 'isPaid' | 'isRemote' | 'startsWithinDays'>
  place: Extract<Recognised, { filter: 'districts' }>
  /** The words that nothing at the place has. */
  words: readonly string[]
}

/**
 * What has the words and is not at the place, and after it what is at the place without the words, as one list: somebody
 * who asks for animals would rather go further than find a kitchen.
 * @param words what was looked for, wherever it is
 * @param place the place alone; no offer of it has the words
 * @returns null when no offer has all of the words
 */
export async function findElsewhereFirst(
  index: SearchIndex,
  words: IndexQuestion,
  place: IndexQuestion,
): Promise<{ answer: IndexAnswer; total: number; totalWithAllWords: number } | null> {
  const first = await index.find(words)
  if (first.totalWithAllWords === 0) return null
  const start = (words.page - 1) * PAGE_SIZE
  const count = PAGE_SIZE - Math.min(PAGE_SIZE, Math.max(0, first.total - start))
  const rest = await stretch(index, place, { from: Math.max(0, start - first.total), count })
  const ids = [...new Set([...first.ids, ...rest.ids])]
  const { total, totalWithAllWords } = first
  return { answer: asOne(first, rest, ids), total, totalWithAllWords }
}

/** So many of an answer from one of them on, wherever its pages begin; its counts are those of all of it. */
async function stretch(
  index: SearchIndex,
  question: IndexQuestion,
  { from, count }: { from: number; count: number },
): Promise<IndexAnswer> {
  const page = Math.floor(from / PAGE_SIZE) + 1
  const skipped = from % PAGE_SIZE
  const answer = await index.find({ ...question, page })
  const ids = answer.ids.slice(skipped)
  const isMore = ids.length < count && answer.total > page * PAGE_SIZE
  const next = isMore ? (await index.find({ ...question, page: page + 1 })).ids : []
  return { ...answer, ids: [...ids, ...next].slice(0, count) }
}

function asOne(first: IndexAnswer, rest: IndexAnswer, ids: IndexAnswer['ids']): IndexAnswer {
  return {
    ids,
    total: Math.min(HITS_MAX, first.total + rest.total),
    totalWithAllWords: 0,
    counts: {
      kinds: sumOf(first.counts.kinds, rest.counts.kinds),
      outcomes: sumOf(first.counts.outcomes, rest.counts.outcomes),
      // A district that somebody chooses takes the place of the one that was named: only the words are left then.
      districts: first.counts.districts,
      isPaid: first.counts.isPaid + rest.counts.isPaid,
      isRemote: first.counts.isRemote + rest.counts.isRemote,
    },
    unknown: first.unknown,
    isExact: first.isExact && rest.isExact,
    isStandIn: first.isStandIn || rest.isStandIn,
  }
}

function sumOf(one: Readonly<Record<string, number>>, other: Readonly<Record<string, number>>) {
  const sum = { ...one }
  for (const [value, count] of Object.entries(other)) sum[value] = (sum[value] ?? 0) + count
  return sum
}
