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
    ...(form.withinKm === null ? [] : [lowered(distanceWords(form.withinKm, form.near))]),
    ...(form.isPaid ? ['paid'] : []),
    ...(form.isRemote ? ['online or from home'] : []),
    ...(form.startsWithinDays === null ? [] : [`starts ${lowered(startsWords(form.startsWithinDays))}`]),
  ]
  const words = parts.join(', ')
  return words === '' ? 'Everything there is' : words.charAt(0).toUpperCase() + words.slice(1)
}

/** In the middle of a line, where the name of a place keeps its capital. */
const lowered = (words: string) => words.charAt(0).toLowerCase() + words.slice(1)
