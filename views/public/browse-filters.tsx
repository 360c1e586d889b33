import { OPPORTUNITY_KINDS } from '../../src/domain/opportunity'
import { DISTANCES_KM, STARTS_WITHIN_DAYS, type SearchForm } from '../../src/domain/search'
import { COVENANT_OUTCOMES, type District, DISTRICT_CODES, DISTRICTS } from '../../src/domain/taxonomy'
import { paths } from '../../src/paths'
import type { SearchResult } from '../../src/search/search'
import { Button, Checkboxes, type CheckboxesProps, Radios, Select, TextInput } from '../govuk'
import { KIND, OUTCOME } from '../words/labels'
import { distanceWords, middleWords, startsWords } from './filter-words'
import type { WhereSaid } from './where-form'

export type BrowseFiltersProps = {
  form: SearchForm
  result: SearchResult
  where: WhereSaid
  /** Of the offers that are shown. */
  titles: readonly string[]
}

type Shown = Pick<BrowseFiltersProps, 'form'> & { counts: SearchResult['counts'] }

const SORT_ITEMS = [
  { value: 'best', text: 'Best match' },
  { value: 'nearest', text: 'Nearest first' },
  { value: 'closing', text: 'Closing soon' },
  { value: 'newest', text: 'Newest' },
]

/** One plain GET form: words, sort and every group. Nothing is ticked before somebody ticks it. */
export function BrowseFilters({ form, result, where, titles }: BrowseFiltersProps) {
  return (
    <form action={paths.browse} method="get" role="search">
      <div class="wm-search">
        <TextInput
          name="words"
          label="Search for"
          value={form.words}
          autocomplete="off"
          suggestions={suggestionsFrom(result, titles)}
        />
        <Button>Search</Button>
      </div>
      <details class="wm-filters">
        <summary>Filter and sort</summary>
        {where?.near ? <input type="hidden" name="near" value={where.near} /> : null}
        <Select
          name="sort"
          label="Sort by"
          items={SORT_ITEMS.filter(({ value }) => where || value !== 'nearest')}
          value={form.sort}
        />
        {where ? null : (
          <p class="wm-secondary">
            <a href="#place">Say where you are</a> to see the nearest first.
          </p>
        )}
        <WhatAndWhere form={form} counts={result.counts} />
        <HowItIsDone form={form} counts={result.counts} />
        {where ? <HowFar form={form} near={where.near} /> : null}
        <WhenItStarts form={form} />
        <Button variant="secondary">Show offers</Button>
      </details>
    </form>
  )
}

/** Kinds and places in which there is something, and what is on the page: each finds something. */
function suggestionsFrom({ counts }: SearchResult, titles: readonly string[]): string[] {
  return [
    ...OPPORTUNITY_KINDS.filter((kind) => counts.kinds[kind]).map((kind) => KIND[kind]),
    ...DISTRICT_CODES.filter((code) => counts.districts[code]).map((code) => DISTRICTS[code]),
    ...new Set(titles),
  ]
}

function WhatAndWhere({ form, counts }: Shown) {
  return (
    <>
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
        legend="In which area"
        values={form.districts}
        items={counted(DISTRICT_CODES, counts.districts, form.districts, (district) => DISTRICTS[district])}
      />
    </>
  )
}

function HowItIsDone({ form, counts }: Shown) {
  return (
    <>
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
    </>
  )
}

function HowFar({ form, near }: { form: SearchForm; near: District | null }) {
  return (
    <Radios
      name="within"
      legend={`How far from ${middleWords(near)}`}
      isSmall
      value={form.withinKm === null ? '' : String(form.withinKm)}
      items={[
        { value: '', text: 'Any distance' },
        ...DISTANCES_KM.map((km) => ({ value: String(km), text: distanceWords(km, null) })),
      ]}
    />
  )
}

function WhenItStarts({ form }: { form: SearchForm }) {
  return (
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
  )
}

/** What there is to choose from; a question with no answers left is not asked. */
function Group(props: Pick<CheckboxesProps, 'name' | 'legend' | 'values' | 'items'>) {
  return props.items.length === 0 ? null : <Checkboxes {...props} isSmall />
}

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
