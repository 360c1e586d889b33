import { paths } from '../../src/paths'
import { Button, ErrorSummary, Select } from '../govuk'
import { Form } from '../layout/form'
import { Page } from '../layout/page'
import type { OfferView } from '../../src/policy/views'
import { offerOriginText } from '../shared/offer-words'
import { namesApart } from '../shared/told-apart'
import { errorLinks, errorOf, type FieldErrors, type Values, valuesOf } from '../shared/errors'

export type OrderPageProps = {
  offers: readonly (OfferView & { rank: number | null })[]
  /** The highest number there is to give. */
  ranksMax: number
  values: Values
  errors: FieldErrors
}

/** Which saved offers I would like most, by a number for each. */
export function OrderPage({ offers, ranksMax, values, errors }: OrderPageProps) {
  const numbers = Array.from({ length: ranksMax }, (_, index) => String(index + 1))
  const names = namesApart(offers)
  return (
    <Page
      title="My order"
      hasErrors={errors.length > 0}
      back={{ href: paths.my.saved, text: 'Offers I saved' }}
    >
      <ErrorSummary errors={errorLinks(errors)} />
      <h1 class="govuk-heading-l">Which would you like most?</h1>
      {offers.length === 0 ? (
        <p class="wm-empty">
          You have not saved anything that is open now. <a href={paths.browse}>Find an offer</a> and press
          “Save for later”.
        </p>
      ) : (
        <>
          <p>
            Give 1 to the one you would like most, then 2, and so on. You can leave some without a number.
          </p>
          <p>
            When many people wait for places at the same time, the 18+ team can look at your order. It does
            not ask for a place by itself. You can change it whenever you like.
          </p>
          <Form action={paths.my.order}>
            {offers.map((offer, index) => (
              <>
                <input type="hidden" name="offers" value={offer.id} />
                <Select
                  id={`rank-${index}`}
                  name="ranks"
                  label={names.get(offer.id)}
                  hint={offerOriginText(offer)}
                  value={errors.length > 0 ? valuesOf(values, 'ranks')[index] : String(offer.rank ?? '')}
                  error={errorOf(errors, `rank-${index}`)}
                  items={[
                    { value: '', text: 'No number' },
                    ...numbers.map((value) => ({ value, text: value })),
                  ]}
                />
              </>
            ))}
            <Button>Save my order</Button>
          </Form>
        </>
      )}
    </Page>
  )
}
