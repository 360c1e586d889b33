import { type OpportunityKind, OPPORTUNITY_KINDS } from './opportunity'
import { COVENANT_OUTCOMES, type CovenantOutcome, DISTRICT_CODES, type District } from './taxonomy'

const SORTS = ['best', 'nearest', 'closing', 'newest'] as const
export type Sort = (typeof SORTS)[number]

/** What a search can be narrowed by; each is one group on the page. */
export type SearchFilters = {
  kinds: readonly OpportunityKind[]
  outcomes: readonly CovenantOutcome[]
  districts: readonly District[]
  /** Kilometres from where somebody said they are; null is any distance. */
  withinKm: number | null
  isPaid: boolean
  isRemote: boolean
  /** Starts within so many days; null is any time. */
  startsWithinDays: number | null
}

/** Names of what can be taken off again. */
export type FilterName =
  'words' | 'kinds' | 'outcomes' | 'districts' | 'withinKm' | 'isPaid' | 'isRemote' | 'startsWithinDays'

/** Filters that may be said in words, such as “jobs in Dover”. */
export const RECOGNISED = [
  'kinds',
  'districts',
  'isPaid',
  'isRemote',
  'startsWithinDays',
] as const satisfies readonly FilterName[]

export const DISTANCES_KM = [5, 10, 20, 40] as const
export const STARTS_WITHIN_DAYS = [7, 30, 90] as const

/** What the address of a search page says. */
export type SearchForm = SearchFilters & {
  words: string
  /** Filters that are not to be read out of the words: somebody wants them looked for as words. */
  asWords: readonly FilterName[]
  sort: Sort
  /** The district from whose middle distances are measured, where one was named; a place that was typed is not in it. */
  near: District | null
  page: number
}

/** How often somebody wants to hear of new offers in a search that they saved. */
export const ALERTS = ['none', 'daily', 'weekly'] as const
export type Alerts = (typeof ALERTS)[number]

const WORDS_MAX = 200
const PAGE_MAX = 500

/**
 * Reads a search from the address. Whatever is not known is left out: a link from elsewhere never shows an error.
 * @param values all values of a parameter, as Hono's `queries()` gives them
 */
export function readSearch(values: (name: string) => string[]): SearchForm {
  const one = (name: string) => values(name)[0] ?? ''
  const chosen = <T extends string>(name: string, list: readonly T[]) =>
    list.filter((item) => values(name).includes(item))
  const number = <T extends number>(name: string, list: readonly T[]) =>
    list.find((item) => String(item) === one(name)) ?? null
  const page = Number(one('page'))
  return {
    words: one('words').trim().slice(0, WORDS_MAX),
    asWords: chosen('as-words', RECOGNISED),
    kinds: chosen('kind', OPPORTUNITY_KINDS),
    outcomes: chosen('outcome', COVENANT_OUTCOMES),
    districts: chosen('district', DISTRICT_CODES),
    withinKm: number('within', DISTANCES_KM),
    isPaid: one('paid') === 'yes',
    isRemote: one('remote') === 'yes',
    startsWithinDays: number('starts', STARTS_WITHIN_DAYS),
    sort: SORTS.find((sort) => sort === one('sort')) ?? 'best',
    near: DISTRICT_CODES.find((code) => code === one('near')) ?? null,
    page: Number.isInteger(page) && page > 0 && page <= PAGE_MAX ? page : 1,
  }
}

/** The address of a search, with nothing in it that was not chosen. */
export function searchQuery(form: SearchForm): string {
  const query = new URLSearchParams()
  if (form.words) query.set('words', form.words)
  for (const filter of form.asWords) query.append('as-words', filter)
  for (const kind of form.kinds) query.append('kind', kind)
  for (const outcome of form.outcomes) query.append('outcome', outcome)
  for (const district of form.districts) query.append('district', district)
  if (form.withinKm !== null) query.set('within', String(form.withinKm))
  if (form.isPaid) query.set('paid', 'yes')
  if (form.isRemote) query.set('remote', 'yes')
  if (form.startsWithinDays !== null) query.set('starts', String(form.startsWithinDays))
  if (form.sort !== 'best') query.set('sort', form.sort)
  if (form.near !== null && isMeasured(form)) query.set('near', form.near)
  if (form.page > 1) query.set('page', String(form.page))
  const text = query.toString()
  return text ? `?${text}` : ''
}

/** Whether where somebody is makes a difference to what a search finds, or to its order. */
const isMeasured = ({ withinKm, sort }: Pick<SearchForm, 'withinKm' | 'sort'>): boolean =>
  withinKm !== null || sort === 'nearest'

/** A search as it is saved: always the same text for the same search, whatever page of it was open. */
export function toSavedQuery(query: string): string {
  const form = searchOf(query)
  return searchQuery({ ...form, words: withoutStreets(form.words), page: 1 }).slice(1)
}

/** A search as it is shown again: whatever its order, it is the same search. Empty when nothing was looked for. */
export const toRecentQuery = (form: SearchForm): string =>
  toSavedQuery(searchQuery({ ...form, sort: 'best', asWords: form.words === '' ? [] : form.asWords }))

/** A search from the text in which it was saved. */
export function searchOf(query: string): SearchForm {
  const values = new URLSearchParams(query)
  return readSearch((name) => values.getAll(name))
}

const WITHOUT: Record<FilterName, Partial<SearchForm>> = {
  words: { words: '' },
  kinds: { kinds: [] },
  outcomes: { outcomes: [] },
  districts: { districts: [] },
  withinKm: { withinKm: null },
  isPaid: { isPaid: false },
  isRemote: { isRemote: false },
  startsWithinDays: { startsWithinDays: null },
}

/**
 * A search with one filter taken off, wherever it stands: chosen, or read out of the words.
 * @param understood filters that were read out of the words, with the words that said them
 */
export function withoutFilter(
  form: Pick<SearchForm, 'words'>,
  filter: FilterName,
  understood: readonly { filter: FilterName; typed: string }[],
): Partial<SearchForm> {
  const said = understood.filter((one) => one.filter === filter)
  const words = said.reduce((text, { typed }) => leftOf(text, typed), form.words)
  return { words, ...WITHOUT[filter] }
}

/** A text without a phrase, whatever its capitals and the blanks in it. */
function leftOf(text: string, phrase: string): string {
  const pattern = phrase
    .split(' ')
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('\\s+')
  return text.replace(new RegExp(pattern, 'i'), ' ').replace(/\s+/g, ' ').trim()
}

/** A postcode with its second half, which says which street. */
const WHOLE_POSTCODE = /\b([a-z]{1,2}\d[\da-z]?)\s*\d[a-z]{2}\b/gi

/** What was typed without the second halves of postcodes: an address of the web must not say where somebody lives. */
export const withoutStreets = (words: string): string => words.replace(WHOLE_POSTCODE, '$1')
