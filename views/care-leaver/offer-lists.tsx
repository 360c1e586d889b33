import type { PausedOffer } from '../../db/queries/saved-opportunities'
import type { Consideration } from '../../src/domain/care-leaver'
import { paths } from '../../src/paths'
import { Page } from '../layout/page'
import { OfferCards } from '../shared/offer-card'
import { toCards } from '../shared/told-apart'
import type { Suggestion } from './my-home-page'

export function SuggestionsPage({
  consideration,
  suggestions,
}: {
  consideration: Consideration
  suggestions: readonly Suggestion[]
}) {
  return (
    <Page title="These could suit you" back={{ href: paths.my.home }}>
      <h1 class="govuk-heading-l">These could suit you</h1>
      <p>
        We sort offers by what you told us. A person on the 18+ team decides what to offer you. You decide
        what to ask about.
      </p>
      {consideration !== 'yes' ? (
        <p>
          You have not said that we may suggest you. You can <a href={paths.my.welcome}>change that</a>, or
          look and ask yourself.
        </p>
      ) : null}
      {suggestions.length === 0 ? (
        <div class="wm-empty">
          <p>Nothing fits just now. New offers come every week.</p>
          <p>
            You can <a href={paths.browse}>look at every offer</a>, or{' '}
            <a href={paths.my.answers}>tell us more about you</a>.
          </p>
        </div>
      ) : (
        <OfferCards offers={toCards(suggestions)} />
      )}
    </Page>
  )
}

export type SavedPageProps = {
  saved: readonly (Suggestion & { rank: number | null })[]
  paused: readonly PausedOffer[]
}

export function SavedPage({ saved, paused }: SavedPageProps) {
  return (
    <Page title="Offers I saved" back={{ href: paths.my.home }}>
      <h1 class="govuk-heading-l">Offers I saved</h1>
      {saved.length === 0 ? (
        <p class="wm-empty">
          You have not saved anything that is open now. <a href={paths.browse}>Find an offer</a> and press
          “Save for later”.
        </p>
      ) : (
        <>
          {saved.length > 1 ? <Order hasOrder={saved.some(({ rank }) => rank !== null)} /> : null}
          <OfferCards offers={toCards(saved)} />
        </>
      )}
      {paused.length > 0 ? <Paused offers={paused} /> : null}
    </Page>
  )
}

function Order({ hasOrder }: { hasOrder: boolean }) {
  return (
    <p>
      {hasOrder ? 'Those you gave a number come first. ' : ''}
      <a href={paths.my.order}>{hasOrder ? 'Change my order' : 'Say which you would like most'}</a>
    </p>
  )
}

function Paused({ offers }: { offers: readonly PausedOffer[] }) {
  return (
    <section>
      <h2 class="govuk-heading-m">Paused for now</h2>
      <p>Nobody can ask about these until they open again.</p>
      <ul class="govuk-list govuk-list--bullet">
        {offers.map((offer) => (
          <li>
            <a href={paths.opportunity(offer.id)}>{offer.title}</a>, from {offer.organisationName}
          </li>
        ))}
      </ul>
    </section>
  )
}
