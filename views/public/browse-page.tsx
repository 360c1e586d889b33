import { OPPORTUNITY_KINDS } from '../../src/domain/opportunity'
import { COVENANT_OUTCOMES, type District, DISTRICT_CODES, DISTRICTS } from '../../src/domain/taxonomy'
import type { OpportunityId } from '../../src/domain/ids'
import { paths } from '../../src/paths'
import type { OfferView } from '../../src/policy/views'
import {
  DISTANCES_KM,
  type FilterName,
  RECOGNISED,
  type SearchForm,
  searchQuery,
  STARTS_WITHIN_DAYS,
} from '../../src/domain/search'
import type { SearchResult } from '../../src/search/search-index'
import {
  Button,
  Checkboxes,
  type CheckboxesProps,
  ErrorSummary,
  Pagination,
  Radios,
  Select,
  TextInput,
} from '../govuk'
import { Form } from '../layout/form'
import { Page } from '../layout/page'
import { Kept } from '../shared/kept'
import { OfferCard } from '../shared/offer-card'
import { toCard } from '../shared/offer-words'
import { KIND, OUTCOME } from '../words/labels'
import { countText } from '../words/times'

export type BrowsePageProps = {
  form: SearchForm
  result: SearchResult
  pageCount: number
  /** The same object for the same offer, where nothing in it is this reader's own. */
  offers: readonly OfferView[]
  whys: ReadonlyMap<OpportunityId, string | null>
  hasPlace: boolean
  problem?: { typed: string; message: string }
}

export function BrowsePage(props: BrowsePageProps) {
  const { form, result, pageCount, offers, whys, problem } = props
  const heading = countText(result.total, 'offer', 'offers')
  const onPage = pageCount > 1 ? ` (page ${form.page} of ${pageCount})` : ''
  return (
    <Page title={`${heading}${onPage}`} hasErrors={problem !== undefined}>
      <ErrorSummary errors={problem ? [{ text: problem.message, href: '#place' }] : []} />
      <div class="wm-columns wm-columns--aside-first">
        <aside>
          <Kept of={result}>
            <Filters {...props} />
          </Kept>
          <WhereForm hasPlace={props.hasPlace} problem={problem} />
        </aside>
        <section aria-labelledby="results">
          <h1 class="govuk-heading-l" id="results">
            {heading}
          </h1>
          <AppliedFilters form={form} understood={result.understood} />
          <HowItWasRead form={form} result={result} />
          {offers.length === 0 ? <NothingFound form={form} result={result} /> : null}
          <Offers offers={offers} whys={whys} />
          <Pagination
            page={form.page}
            pageCount={pageCount}
            hrefOf={(page) => `${paths.browse}${searchQuery({ ...form, page })}`}
          />
        </section>
      </div>
    </Page>
  )
}

/** A card with nothing in it for this reader alone is the same for everybody. */
function Offers({ offers, whys }: Pick<BrowsePageProps, 'offers' | 'whys'>) {
  return (
    <ul class="wm-cards">
      {offers.map((offer) => {
        const why = whys.get(offer.id) ?? null
        return (
          <li>
            {why === null ? (
              <Kept of={offer}>
                <Card offer={offer} why={null} />
              </Kept>
            ) : (
              <Card offer={offer} why={why} />
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** Works the words out only when it is shown. */
function Card({ offer, why }: { offer: OfferView; why: string | null }) {
  return <OfferCard offer={toCard(offer, why)} />
}

const SORT_ITEMS = [
  { value: 'best', text: 'Best match' },
  { value: 'nearest', text: 'Nearest first' },
  { value: 'closing', text: 'Closing soon' },
  { value: 'newest', text: 'Newest' },
]

/** One plain GET form: words, sort and every group. Nothing is ticked before somebody ticks it. */
function Filters({ form, result, hasPlace }: BrowsePageProps) {
  const { counts } = result
  return (
    <form action={paths.browse} method="get" role="search">
      <div class="wm-search">
        <TextInput name="words" label="Search for" value={form.words} />
        <Button>Search</Button>
      </div>
      <details class="wm-filters">
        <summary>Filter and sort</summary>
        <Select
          name="sort"
          label="Sort by"
          items={SORT_ITEMS.filter(({ value }) => hasPlace || value !== 'nearest')}
          value={form.sort}
        />
        <Group
          name="kind"
          legend="Kind of offer"
          values={form.kinds}
          items={counted(OPPORTUNITY_KINDS, counts.kinds, form.kinds, (kind) => KIND[kind])}
        />
        <Group
          name="outcome"
          legend="What it helps with"
          values={form.outcomes}
          items={counted(COVENANT_OUTCOMES, counts.outcomes, form.outcomes, (outcome) => OUTCOME[outcome])}
        />
        <Group
          name="district"
          legend="Where"
          values={form.districts}
          items={counted(DISTRICT_CODES, counts.districts, form.districts, (district) => DISTRICTS[district])}
        />
        <Checkboxes
          name="remote"
          legend="From home"
          isSmall
          values={form.isRemote ? ['yes'] : []}
          items={[{ value: 'yes', text: `Online or from home (${counts.isRemote})` }]}
        />
        <Checkboxes
          name="paid"
          legend="Pay"
          isSmall
          values={form.isPaid ? ['yes'] : []}
          items={[{ value: 'yes', text: `Paid (${counts.isPaid})` }]}
        />
        {hasPlace && (
          <Radios
            name="within"
            legend="How far"
            isSmall
            value={form.withinKm === null ? '' : String(form.withinKm)}
            items={[
              { value: '', text: 'Any distance' },
              ...DISTANCES_KM.map((km) => ({ value: String(km), text: distanceWords(km) })),
            ]}
          />
        )}
        <Radios
          name="starts"
          legend="Starts"
          isSmall
          value={form.startsWithinDays === null ? '' : String(form.startsWithinDays)}
          items={[
            { value: '', text: 'Any time' },
            ...STARTS_WITHIN_DAYS.map((days) => ({ value: String(days), text: startsWords(days) })),
          ]}
        />
        <Button variant="secondary">Show offers</Button>
      </details>
    </form>
  )
}

/** What there is to choose from; a question with no answers left is not asked. */
function Group(props: Pick<CheckboxesProps, 'name' | 'legend' | 'values' | 'items'>) {
  return props.items.length === 0 ? null : <Checkboxes {...props} isSmall />
}

const distanceWords = (km: number) => `Within ${Math.round(km * 0.621)} miles`
const startsWords = (days: number) =>
  days === 7 ? 'Within a week' : days === 30 ? 'Within a month' : 'Within 3 months'

/** What can still be chosen, with how many there are; what is chosen stays even when nothing is left. */
function counted<T extends string>(
  list: readonly T[],
  counts: Readonly<Record<string, number>>,
  chosen: readonly T[],
  text: (value: T) => string,
) {
  return list
    .filter((value) => (counts[value] ?? 0) > 0 || chosen.includes(value))
    .map((value) => ({ value, text: `${text(value)} (${counts[value] ?? 0})` }))
}

type Applied = { text: string; without: SearchForm }

/** Every filter that is on, each with the search without it. */
function appliedFilters(form: SearchForm): Applied[] {
  const first = { ...form, page: 1 }
  return [
    ...(form.words ? [{ text: `“${form.words}”`, without: { ...first, words: '' } }] : []),
    ...form.kinds.map((kind) => ({
      text: KIND[kind],
      without: { ...first, kinds: form.kinds.filter((one) => one !== kind) },
    })),
    ...form.outcomes.map((outcome) => ({
      text: OUTCOME[outcome],
      without: { ...first, outcomes: form.outcomes.filter((one) => one !== outcome) },
    })),
    ...form.districts.map((district) => ({
      text: DISTRICTS[district],
      without: { ...first, districts: form.districts.filter((one) => one !== district) },
    })),
    ...(form.withinKm === null
      ? []
      : [{ text: distanceWords(form.withinKm), without: { ...first, withinKm: null } }]),
    ...(form.isPaid ? [{ text: 'Paid', without: { ...first, isPaid: false } }] : []),
    ...(form.isRemote ? [{ text: 'Online or from home', without: { ...first, isRemote: false } }] : []),
    ...(form.startsWithinDays === null
      ? []
      : [
          {
            text: `Starts: ${startsWords(form.startsWithinDays).toLowerCase()}`,
            without: { ...first, startsWithinDays: null },
          },
        ]),
  ]
}

/** A filter that was read out of the words, each with the search that looks for it as words instead. */
function understoodFilters(form: SearchForm, understood: SearchResult['understood']): Applied[] {
  return understood.map((one) => ({
    text: understoodText(one),
    without: { ...form, page: 1, asWords: [...form.asWords, one.filter] },
  }))
}

function understoodText(one: SearchResult['understood'][number]): string {
  if (one.filter === 'kinds') return one.kinds.map((kind) => KIND[kind]).join(' or ')
  if (one.filter === 'districts') return `In ${districtText(one.districts[0] as District, one.place)}`
  if (one.filter === 'startsWithinDays') return `Starts: ${startsWords(one.days).toLowerCase()}`
  return one.filter === 'isPaid' ? 'Paid' : 'Online or from home'
}

/** A town is asked for, and its whole district is shown: it says so. */
const districtText = (district: District, place: string) =>
  DISTRICTS[district] === place ? place : `${place} and the rest of ${DISTRICTS[district]}`

function AppliedFilters({ form, understood }: { form: SearchForm; understood: SearchResult['understood'] }) {
  const applied = appliedFilters(form)
  const read = understoodFilters(form, understood)
  if (applied.length + read.length === 0) return null
  return (
    <ul class="wm-filter-tags" aria-label="Filters that are on">
      {applied.map((one) => (
        <FilterTag {...one} does="Remove" />
      ))}
      {read.map((one) => (
        <FilterTag {...one} does="From your words. Search for the words instead of" />
      ))}
    </ul>
  )
}

function FilterTag({ text, without, does }: Applied & { does: string }) {
  return (
    <li>
      <a class="wm-filter-tag" href={`${paths.browse}${searchQuery(without)}`}>
        <span class="govuk-visually-hidden">{does} </span>
        {text}
        <span aria-hidden="true"> ✕</span>
      </a>
    </li>
  )
}

/** What was made of the words is never silent: filters that were read out of them, mistakes, words left out. */
function HowItWasRead({ form, result }: { form: SearchForm; result: SearchResult }) {
  const { understood, corrected, leftOut, total, totalWithAllWords } = result
  const asWords = { ...form, page: 1, asWords: [...RECOGNISED] }
  const lines = [
    understood.length > 0 ? (
      <>
        We took {understood.map(({ typed }) => `“${typed}”`).join(' and ')} as{' '}
        {understood.length === 1 ? 'a filter' : 'filters'}.{' '}
        <a href={`${paths.browse}${searchQuery(asWords)}`}>Search for the words instead</a>
      </>
    ) : null,
    corrected.length > 0
      ? `No offer has ${corrected.map(({ typed, to }) => `“${typed}”, so we looked for “${to}”`).join(' or ')}.`
      : null,
    total > 0 && leftOut.length > 0
      ? `No offer ${understood.length > 0 ? 'like that ' : ''}has ${leftOut.map((word) => `“${word}”`).join(' or ')}, so we left ${leftOut.length === 1 ? 'it' : 'them'} out.`
      : null,
    total > 0 && totalWithAllWords === 0
      ? 'No offer has all of your words. These have some of them.'
      : totalWithAllWords > 0 && totalWithAllWords < total
        ? `${countText(totalWithAllWords, 'offer has', 'offers have')} all of your words and ${totalWithAllWords === 1 ? 'comes' : 'come'} first. The others have some of them.`
        : null,
  ].filter((one) => one !== null)
  return lines.length === 0 ? null : (
    <div class="wm-secondary">
      {lines.map((text) => (
        <p>{text}</p>
      ))}
    </div>
  )
}

const FILTER_WORDS: Record<FilterName, string> = {
  words: 'the words you typed',
  kinds: 'the kind of offer',
  outcomes: 'what it helps with',
  districts: 'the area',
  withinKm: 'the distance',
  isPaid: '“Paid”',
  isRemote: '“Online or from home”',
  startsWithinDays: 'when it starts',
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

/** Never a blank page: which one filter to take off, and how many that brings back. */
function NothingFound({ form, result }: { form: SearchForm; result: SearchResult }) {
  return (
    <div class="wm-empty">
      <p>Nothing fits all of that just now.</p>
      {result.rescue.length > 0 && (
        <>
          <p>You could take off one thing:</p>
          <ul class="govuk-list govuk-list--bullet">
            {result.rescue.map(({ filter, total }) => (
              <li>
                <a href={`${paths.browse}${searchQuery({ ...form, ...WITHOUT[filter], page: 1 })}`}>
                  Take off {FILTER_WORDS[filter]}
                </a>{' '}
                and see {countText(total, 'offer', 'offers')}
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        Or <a href={paths.browse}>see everything there is</a>. New offers come every week.
      </p>
    </div>
  )
}

/** A form of its own, by POST: where somebody is never stands in an address. */
function WhereForm({ hasPlace, problem }: { hasPlace: boolean; problem: BrowsePageProps['problem'] }) {
  return (
    <details class="wm-filters" open={problem !== undefined}>
      <summary>{hasPlace ? 'Somewhere else?' : 'Where are you?'}</summary>
      <Form action={paths.where}>
        <TextInput
          name="place"
          label="Town or postcode"
          hint="In Kent. We keep only a rough area, and only until you close the browser."
          autocomplete="off"
          value={problem?.typed}
          error={problem?.message}
        />
        <Button variant="secondary">{hasPlace ? 'Change place' : 'Show what is near'}</Button>
      </Form>
    </details>
  )
}
