import type { PausedOffer } from '../../db/queries/saved-opportunities'
import { paths } from '../../src/paths'
import { Button, InsetText } from '../govuk'
import { Form } from '../layout/form'
import { Page } from '../layout/page'

export type PausedOfferPageProps = { offer: PausedOffer; isSaved: boolean; hasAsked: boolean }

/**
 * An offer that somebody knows and that is paused: what that means, and what next. What it said is not shown, since
 * it may be what is being looked into, and neither is why.
 */
export function PausedOfferPage({ offer, isSaved, hasAsked }: PausedOfferPageProps) {
  return (
    <Page title={offer.title} back={{ href: paths.browse, text: 'All offers' }}>
      <h1 class="govuk-heading-l">{offer.title}</h1>
      <p class="wm-secondary">From {offer.organisationName}</p>
      <InsetText>
        <strong>This is paused for now.</strong> Nobody can ask about it until it opens again. It is not about
        you.
      </InsetText>
      <h2 class="govuk-heading-m">What happens next</h2>
      <ul class="govuk-list govuk-list--bullet">
        {hasAsked ? (
          <li>
            You asked about this. The 18+ team still has your request and answers you.{' '}
            <a href={paths.my.requests}>See where it is</a>.
          </li>
        ) : null}
        {isSaved ? <li>It stays on your list. When it opens again, you can ask about it.</li> : null}
        <li>It may open again, or it may close. You do not have to do anything.</li>
        <li>
          You can <a href={paths.browse}>look at what is open now</a>, or{' '}
          <a href={paths.help}>ask the 18+ team</a>.
        </li>
      </ul>
      {isSaved ? (
        <Form action={paths.my.unsave(offer.id)}>
          <input type="hidden" name="from" value="list" />
          <Button variant="secondary">Take off my list</Button>
        </Form>
      ) : null}
    </Page>
  )
}
