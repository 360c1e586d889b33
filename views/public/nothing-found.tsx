import { type FilterName, type SearchForm, searchQuery, withoutFilter } from '../../src/domain/search'
import { DISTRICTS } from '../../src/domain/taxonomy'
import { paths } from '../../src/paths'
import type { OfferView } from '../../src/policy/views'
import type { SearchResult } from '../../src/search/search'
import { Button } from '../govuk'
import { Form } from '../layout/form'
import { OfferCards } from '../shared/offer-card'
import { toCards } from '../shared/told-apart'
import { KIND } from '../words/labels'
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
          Or <a href={paths.browse}>see everything there is</a>. New offers come every week.
        </p>
        {mayTell ? <TellTheTeam form={form} result={result} /> : null}
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

/** Only what and where goes to the team; it is said before it is sent. */
function TellTheTeam({ form, result: { understood } }: Pick<NothingFoundProps, 'form' | 'result'>) {
  const kinds = [...form.kinds, ...understood.flatMap((one) => (one.filter === 'kinds' ? one.kinds : []))]
  const districts = [
    ...form.districts,
    ...understood.flatMap((one) => (one.filter === 'districts' ? one.districts : [])),
  ]
  if (kinds.length + districts.length === 0) return null
  const what = [...kinds.map((kind) => KIND[kind]), ...districts.map((district) => DISTRICTS[district])]
  return (
    <Form action={paths.my.unmetNeeds}>
      {kinds.map((kind) => (
        <input type="hidden" name="kind" value={kind} />
      ))}
      {districts.map((district) => (
        <input type="hidden" name="district" value={district} />
      ))}
      <p>You can tell the 18+ team what is missing: {what.join(', ')}. It does not say who you are.</p>
      <Button variant="secondary">Tell the 18+ team</Button>
    </Form>
  )
}

function Near({ heading, offers }: { heading: string; offers: readonly OfferView[] }) {
  if (offers.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">{heading}</h2>
      <OfferCards offers={toCards(offers.map((offer) => ({ offer, why: null })))} />
    </>
  )
}
