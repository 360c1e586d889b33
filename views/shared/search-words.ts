import type { SearchForm } from '../../src/domain/search'
import { DISTRICTS } from '../../src/domain/taxonomy'
import { distanceWords, startsWords } from '../public/filter-words'
import { KIND, OUTCOME } from '../words/labels'

/** A search in one line: “cooking”, jobs, Dover, paid. */
export function searchWords(form: SearchForm): string {
  const parts = [
    ...(form.words ? [`“${form.words}”`] : []),
    ...form.kinds.map((kind) => KIND[kind]),
    ...form.outcomes.map((outcome) => OUTCOME[outcome]),
    ...form.districts.map((district) => DISTRICTS[district]),
    ...(form.withinKm === null ? [] : [distanceWords(form.withinKm, form.near)]),
    ...(form.isPaid ? ['paid'] : []),
    ...(form.isRemote ? ['online or from home'] : []),
    ...(form.startsWithinDays === null ? [] : [startsWords(form.startsWithinDays)]),
  ]
  return parts.length === 0 ? 'Everything there is' : parts.join(', ')
}
