import { type FilterName, type SearchForm, searchQuery } from '../../src/domain/search'
import { paths } from '../../src/paths'
import type { SearchResult } from '../../src/search/search'
import { countText } from '../words/times'

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
export function NothingFound({ form, result }: { form: SearchForm; result: SearchResult }) {
  if (searchQuery({ ...form, sort: 'best', page: 1 }) === '')
    return (
      <div class="wm-empty">
        <p>There are no offers just now. New offers come every week, so look again soon.</p>
        <p>
          Need something now? <a href={paths.help}>Get help now</a>.
        </p>
      </div>
    )
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
