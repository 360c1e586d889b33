import { OPPORTUNITY_SECTIONS, type OpportunitySection } from '../../src/domain/opportunity'
import { paths } from '../../src/paths'
import type { OfferView } from '../../src/policy/views'
import { Button } from '../govuk'
import { Page } from '../layout/page'
import { KindIcon } from '../shared/icons'
import { OfferCard } from '../shared/offer-card'
import { OfferDetail, WhatHappens } from '../shared/offer-detail'
import { toCard } from '../shared/offer-words'
import { KIND, SECTION } from '../words/labels'

export type PreviewPageProps = { id: string; offer: OfferView; canSend: boolean }

/** Exactly what young people will see: the card in the list, and the page behind it. */
export function PreviewPage({ id, offer, canSend }: PreviewPageProps) {
  return (
    <Page title="Preview" back={{ href: paths.champion.opportunity(id) }}>
      <h1 class="govuk-heading-l">Preview</h1>
      <p>This is what young people see once the 18+ team has published it.</p>
      <div class="wm-preview" id="card">
        <p class="wm-preview__label">In the list</p>
        <OfferCard offer={{ ...toCard(offer, null), href: '#page' }} />
      </div>
      <div class="wm-preview" id="page">
        <p class="wm-preview__label">On its own page</p>
        <p class="wm-card__kind">
          <KindIcon kind={offer.kind} /> {KIND[offer.kind]}
        </p>
        <h2 class="govuk-heading-l">{offer.title}</h2>
        <p class="wm-secondary">From {offer.organisationName}</p>
        <OfferDetail offer={offer}>
          <WhatHappens organisationName={offer.organisationName} />
        </OfferDetail>
      </div>
      {canSend ? <Button href={paths.champion.check(id)}>Check and send it</Button> : null}
    </Page>
  )
}

/** A page with holes in it would not be what anybody sees. */
export function NoPreviewPage({ id, left }: { id: string; left: readonly OpportunitySection[] }) {
  return (
    <Page title="Preview" back={{ href: paths.champion.opportunity(id), text: 'All steps' }}>
      <h1 class="govuk-heading-l">Preview</h1>
      <p>You can see the preview when these steps are done:</p>
      <ul class="govuk-list govuk-list--bullet">
        {OPPORTUNITY_SECTIONS.filter((section) => left.includes(section)).map((section) => (
          <li>
            <a href={paths.champion.section(id, section)}>{SECTION[section]}</a>
          </li>
        ))}
      </ul>
    </Page>
  )
}
