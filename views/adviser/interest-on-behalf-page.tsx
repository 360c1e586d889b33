import type { CareLeaver } from '../../src/domain/care-leaver'
import { paths } from '../../src/paths'
import type { OfferView } from '../../src/policy/views'
import { Button, CharacterCount, ErrorSummary, Radios, TextInput } from '../govuk'
import { Form } from '../layout/form'
import { Page } from '../layout/page'
import { errorLinks, errorOf, type FieldErrors, valueOf, type Values } from '../shared/errors'
import { offerOriginText } from '../shared/offer-words'
import { KIND } from '../words/labels'
import { isolated } from '../words/names'

export type InterestOnBehalfPageProps = {
  person: CareLeaver
  words: string
  offers: readonly OfferView[]
  values: Values
  errors: FieldErrors
}

export function InterestOnBehalfPage({ person, words, offers, values, errors }: InterestOnBehalfPageProps) {
  return (
    <Page
      title="Record an interest"
      hasErrors={errors.length > 0}
      back={{ href: paths.adviser.person(person.id), text: isolated(person.preferredName) }}
    >
      <ErrorSummary errors={errorLinks(errors)} />
      <h1 class="govuk-heading-l">
        Record an interest for <bdi>{person.preferredName}</bdi>
      </h1>
      <form class="wm-search" action={paths.adviser.interest(person.id)} method="get" role="search">
        <TextInput name="words" id="find" label="Find the offer" value={words} />
        <Button variant="secondary">Search</Button>
      </form>
      {offers.length === 0 ? (
        <p class="wm-empty">No live offer has these words. Try fewer.</p>
      ) : (
        <Form
          action={`${paths.adviser.interest(person.id)}${words ? `?words=${encodeURIComponent(words)}` : ''}`}
        >
          <Radios
            name="opportunityId"
            legend="Which offer?"
            isSmall
            value={valueOf(values, 'opportunityId')}
            error={errorOf(errors, 'opportunityId')}
            items={offers.map((offer) => ({
              value: offer.id,
              text: offer.title,
              hint: `${KIND[offer.kind]}. ${offerOriginText(offer)}`,
            }))}
          />
          <CharacterCount
            name="words"
            label="What they said"
            hint="In their own words"
            maxLength={500}
            rows={3}
            value={valueOf(values, 'words')}
            error={errorOf(errors, 'words')}
          />
          <Button>Record the interest</Button>
        </Form>
      )}
    </Page>
  )
}
