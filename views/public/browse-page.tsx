import type { OpportunityId } from '../../src/domain/ids'
import { type SearchForm, searchQuery } from '../../src/domain/search'
import { paths } from '../../src/paths'
import type { OfferView } from '../../src/policy/views'
import type { Piece } from '../../src/search/highlight'
import type { SearchResult } from '../../src/search/search'
import { TellNeed } from '../care-leaver/tell-need'
import { Details, ErrorSummary, Pagination } from '../govuk'
import { Page } from '../layout/page'
import { Kept } from '../shared/kept'
import { OfferCard } from '../shared/offer-card'
import { toCard } from '../shared/offer-words'
import { tellApart } from '../shared/told-apart'
import { countText } from '../words/times'
import { BrowseFilters } from './browse-filters'
import { AppliedFilters } from './applied-filters'
import { HowItWasRead } from './how-it-was-read'
import { needOf, NothingFound, type NothingFoundProps } from './nothing-found'
import { RecentSearches } from './recent-searches'
import { SaveSearch } from './save-search'
import { WhereForm, type WhereProblem, type WhereSaid } from './where-form'

export type BrowsePageProps = {
  form: SearchForm
  result: SearchResult
  pageCount: number
  /** The same object for the same offer, where nothing in it is this reader's own. */
  offers: readonly OfferView[]
  whys: ReadonlyMap<OpportunityId, string | null>
  /** What a summary says of the words that were looked for. */
  found: ReadonlyMap<OpportunityId, readonly Piece[]>
  where: WhereSaid
  /** What a young person may do with the search; null for everybody else. */
  mine: { isSaved: boolean } | null
  /** What they looked for last, where they start to look; null where it is not kept. */
  recent: readonly string[] | null
  /** When nothing was found: what comes near it. */
  near: NothingFoundProps['near']
  problem?: WhereProblem
}

export function BrowsePage(props: BrowsePageProps) {
  const { form, result, pageCount, offers, whys, found, near, mine, recent, problem } = props
  const heading = countText(result.total, 'offer', 'offers')
  const onPage = pageCount > 1 ? ` (page ${form.page} of ${pageCount})` : ''
  return (
    <Page title={`${heading}${onPage}`} hasErrors={problem !== undefined} feedHref={paths.feed}>
      <ErrorSummary errors={problem ? [{ text: problem.message, href: `#${problem.field}` }] : []} />
      <div class="wm-columns wm-columns--aside-first">
        <aside>
          <Kept of={result}>
            <BrowseFilters {...props} titles={offers.map(({ title }) => title)} />
          </Kept>
          <WhereForm form={form} where={props.where} problem={problem} />
        </aside>
        <section aria-labelledby="results">
          <h1 class="govuk-heading-l" id="results">
            {heading}
          </h1>
          <AppliedFilters form={form} understood={result.understood} />
          <HowItWasRead form={form} result={result} isPlaceKnown={props.where !== null} />
          {recent && recent.length > 0 ? <RecentSearches queries={recent} /> : null}
          {mine ? <SaveSearch form={form} isSaved={mine.isSaved} /> : null}
          {mine && result.elsewhere ? (
            <Details summary="Tell the 18+ team what is missing">
              <TellNeed {...needOf(form, [...result.understood, result.elsewhere.place])} near={null} />
            </Details>
          ) : null}
          {offers.length === 0 ? (
            <NothingFound form={form} result={result} near={near} mayTell={mine !== null} />
          ) : (
            <Offers offers={offers} whys={whys} found={found} />
          )}
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
function Offers({ offers, whys, found }: Pick<BrowsePageProps, 'offers' | 'whys' | 'found'>) {
  const apart = tellApart(offers)
  return (
    <ul class="wm-cards">
      {offers.map((offer) => {
        const why = whys.get(offer.id) ?? null
        const pieces = found.get(offer.id)
        const different = apart.get(offer.id)
        return (
          <li>
            {why === null && !pieces && different === undefined ? (
              <Kept of={offer}>
                <Card offer={offer} why={null} />
              </Kept>
            ) : (
              <Card offer={offer} why={why} found={pieces} apart={different} />
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** Works the words out only when it is shown. */
function Card({
  offer,
  why,
  found,
  apart,
}: {
  offer: OfferView
  why: string | null
  found?: readonly Piece[] | undefined
  apart?: string | undefined
}) {
  return <OfferCard offer={{ ...toCard(offer, why, apart), found }} />
}
