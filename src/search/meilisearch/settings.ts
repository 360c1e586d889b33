import type { Settings } from 'meilisearch'
import { ROOT_FIELDS } from '../documents'
import { HITS_MAX } from '../search-index'
import { allSynonyms } from '../synonyms'
import { rootsOf } from '../tokens'

/** Our words for the same thing, by their roots: texts and questions are cut to roots too. */
function synonyms(): Record<string, string[]> {
  const byRoot = new Map<string, Set<string>>()
  for (const [word, others] of allSynonyms()) {
    const root = rootsOf(word)
    const roots = byRoot.get(root) ?? new Set<string>()
    for (const other of others) if (rootsOf(other) !== root) roots.add(rootsOf(other))
    byRoot.set(root, roots)
  }
  return Object.fromEntries(
    [...byRoot].filter(([root]) => root !== '').map(([root, set]) => [root, [...set]]),
  )
}

/**
 * How the index is set. Orders that somebody chose come before how well the words fit, as they do in the embedded
 * engine; the word itself before another word for it, wherever it stands; every order ends with the newest and the id. Only what tells two writings apart can be read back.
 */
export const SETTINGS = {
  searchableAttributes: ROOT_FIELDS.map((field) => `roots.${field}`),
  filterableAttributes: [
    'closes_at',
    'district',
    'id',
    'kind',
    'organisation_id',
    'outcomes',
    'paid',
    'remote',
    'starts_at',
    'visibility',
    '_geo',
  ],
  sortableAttributes: ['closes_at', 'id', 'published_at', '_geo'],
  displayedAttributes: ['id', 'stamp', 'version'],
  rankingRules: [
    'sort',
    'words',
    'typo',
    'exactness',
    'proximity',
    'attribute',
    'published_at:desc',
    'id:asc',
  ],
  stopWords: [],
  synonyms: synonyms(),
  typoTolerance: {
    enabled: true,
    minWordSizeForTypos: { oneTypo: 4, twoTypos: 8 },
    disableOnWords: [],
    disableOnAttributes: [],
  },
  faceting: { maxValuesPerFacet: 100, sortFacetValuesBy: { '*': 'count' } },
  pagination: { maxTotalHits: HITS_MAX },
  nonSeparatorTokens: [],
} satisfies Settings

/** Whether an index is set otherwise. What we do not set is not compared; the order of sets does not matter. */
export function areSettingsOther(theirs: Settings): boolean {
  return Object.entries(SETTINGS).some(
    ([name, ours]) => canonical(name, ours) !== canonical(name, pick(theirs[name as keyof Settings], ours)),
  )
}

/** In these the order means something. */
const ORDERED = ['searchableAttributes', 'rankingRules']

function canonical(name: string, value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (Array.isArray(part)) return ORDERED.includes(name) ? part : [...part].sort()
    if (part === null || typeof part !== 'object') return part
    return Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
  })
}

/** Of an answer, only what we set: engines add settings of their own with every version. */
function pick(theirs: unknown, ours: unknown): unknown {
  const isTable = (value: unknown): value is Record<string, unknown> =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
  if (!isTable(theirs) || !isTable(ours) || Object.keys(ours).length > 10) return theirs
  return Object.fromEntries(Object.keys(ours).map((key) => [key, pick(theirs[key], ours[key])]))
}
