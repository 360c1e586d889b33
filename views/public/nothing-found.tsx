import { type FilterName, type SearchForm, searchQuery, withoutFilter } from '../../src/domain/search'
import { paths } from '../../src/paths'
import type { OfferView } from '../../src/policy/views'
import type { SearchResult } from '../../src/search/search'
import { type Need, TellNeed } from '../care-leaver/tell-need'
import { OfferCards } from '../shared/offer-card'
import { toCards } from '../shared/told-apart'
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

export type NothingFoundProps = {
  form: SearchForm
  result: SearchResult
  near: { closeBy: readonly OfferView[]; similar: readonly OfferView[] }
  /** Whether this reader can tell the team what was missing. */
  mayTell: boolean
}

/** Never a blank page: what to take off, what comes near, and how to say what is missing. */
export function NothingFound({ form, result, near, mayTell }: NothingFoundProps) {
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
    <>
      <div class="wm-empty">
        <p>Nothing fits all of that just now.</p>
        <Rescue form={form} result={result} />
        <p>
          {result.rescue.length > 0 ? 'Or' : 'You can'} <a href={paths.browse}>see everything there is</a>.
          New offers come every week.
        </p>
        {mayTell ? <TellNeed {...needOf(form, result.understood)} near={form.near} /> : null}
      </div>
      <Near heading="Close by" offers={near.closeBy} />
      <Near heading={similarHeading(form, result)} offers={near.similar} />
    </>
  )
}

/** When nothing of the search could be kept, what is shown is not like it. */
function similarHeading(form: SearchForm, { rescue: [most], understood }: SearchResult): string {
  if (!most) return 'Much like it'
  const rest = { ...form, ...withoutFilter(form, most.filter, understood), sort: 'best', page: 1 } as const
  return searchQuery(rest) === '' ? 'Other offers' : 'Much like it'
}

function Rescue({ form, result }: Pick<NothingFoundProps, 'form' | 'result'>) {
  if (result.rescue.length === 0) return null
  return (
    <>
      <p>You could take off one thing:</p>
      <ul class="govuk-list govuk-list--bullet">
        {result.rescue.map(({ filter, total }) => (
          <li>
            <a
              href={`${paths.browse}${searchQuery({ ...form, ...withoutFilter(form, filter, result.understood), page: 1 })}`}
            >
              Take off {FILTER_WORDS[filter]}
            </a>{' '}
            and see {countText(total, 'offer', 'offers')}
          </li>
        ))}
      </ul>
    </>
  )
}

/** What a search asked for, chosen or read out of its words. */
export const needOf = (
  form: SearchForm,
  understood: readonly SearchResult['understood'][number][],
): Need => ({
  kinds: [...form.kinds, ...understood.flatMap((one) => (one.filter === 'kinds' ? one.kinds : []))],
  districts: [
    ...form.districts,
    ...understood.flatMap((one) => (one.filter === 'districts' ? one.districts : [])),
  ],
})

function Near({ heading, offers }: { heading: string; offers: readonly OfferView[] }) {
  if (offers.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">{heading}</h2>
      <OfferCards offers={toCards(offers.map((offer) => ({ offer, why: null })))} />
    </>
  )
}
