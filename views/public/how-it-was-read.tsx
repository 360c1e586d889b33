import { RECOGNISED, type SearchForm, searchQuery, withoutFilter } from '../../src/domain/search'
import { paths } from '../../src/paths'
import type { SearchResult } from '../../src/search/search'
import { countText } from '../words/times'
import { placeWords } from './filter-words'

/** What was made of the words is never silent: filters that were read out of them, mistakes, words left out. */
export function HowItWasRead({
  form,
  result,
  isPlaceKnown,
}: {
  form: SearchForm
  result: SearchResult
  isPlaceKnown: boolean
}) {
  const { understood, corrected, leftOut, total, totalWithAllWords, elsewhere, isStandIn, isExact } = result
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
    elsewhere ? (
      <ElsewhereFirst form={form} elsewhere={elsewhere} all={total} />
    ) : total > 0 && totalWithAllWords === 0 ? (
      'No offer has all of your words. These have some of them.'
    ) : totalWithAllWords > 0 && totalWithAllWords < total ? (
      `${countText(totalWithAllWords, 'offer has', 'offers have')} all of your words and ${totalWithAllWords === 1 ? 'comes' : 'come'} first. The others have some of them.`
    ) : null,
    form.withinKm !== null && !isPlaceKnown
      ? 'We do not know where you are, so how far away things are is not used. Say where you are first.'
      : null,
    isStandIn
      ? 'Search is working in a simpler way just now. You may find a little less than usual.'
      : isExact
        ? null
        : 'An offer has just changed, so the numbers may be a little out.',
  ].filter((one) => one !== null)
  return lines.length === 0 ? null : (
    <div class="wm-secondary">
      {lines.map((text) => (
        <p>{text}</p>
      ))}
    </div>
  )
}

/** What other places have comes first; both lists can be had alone. */
function ElsewhereFirst({
  form,
  elsewhere: { total, totalWithAllWords, atPlace, place, words },
  all,
}: {
  form: SearchForm
  elsewhere: NonNullable<SearchResult['elsewhere']>
  all: number
}) {
  const only = (search: Partial<SearchForm>) =>
    `${paths.browse}${searchQuery({ ...form, ...search, page: 1 })}`
  const where = placeWords(place)
  return (
    <>
      Nothing in {where} has {words.map((word) => `“${word}”`).join(' or ')}. First{' '}
      {total === 1 ? 'comes 1 offer' : `come ${total} offers`} from{' '}
      <a href={only(withoutFilter(form, 'districts', [place]))}>other places</a>
      {totalWithAllWords < total ? ` (${totalWithAllWords} with all of your words)` : null}
      {all > total ? (
        <>
          , then what there is <a href={only({ words: '', ...atPlace, asWords: [] })}>in {where}</a>
        </>
      ) : null}
      .
    </>
  )
}
