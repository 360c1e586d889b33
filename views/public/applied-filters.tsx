import { type SearchForm, searchQuery } from '../../src/domain/search'
import { DISTRICTS } from '../../src/domain/taxonomy'
import { paths } from '../../src/paths'
import type { SearchResult } from '../../src/search/search'
import { KIND, OUTCOME } from '../words/labels'
import { distanceWords, placeWords, startsWords } from './filter-words'

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
      : [{ text: distanceWords(form.withinKm, form.near), without: { ...first, withinKm: null } }]),
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
  if (one.filter === 'districts') return `In ${placeWords(one)}`
  if (one.filter === 'startsWithinDays') return `Starts: ${startsWords(one.days).toLowerCase()}`
  return one.filter === 'isPaid' ? 'Paid' : 'Online or from home'
}

export function AppliedFilters({
  form,
  understood,
}: {
  form: SearchForm
  understood: SearchResult['understood']
}) {
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
