import { COVENANT_OUTCOMES } from '../../src/domain/taxonomy'
import { paths } from '../../src/paths'
import { Button, CharacterCount, DateInput, ErrorSummary, Radios, TextInput } from '../govuk'
import { Form } from '../layout/form'
import { Page } from '../layout/page'
import { errorLinks, errorOf, type FieldErrors, valueOf, type Values } from '../shared/errors'
import { OUTCOME } from '../words/labels'
import { choices } from '../shared/choices'
import { dayBoxes } from '../shared/day-boxes'

export function NewPledgePage({ values, errors }: { values: Values; errors: FieldErrors }) {
  return (
    <Page
      title="Make a pledge"
      hasErrors={errors.length > 0}
      back={{ href: paths.champion.pledges, text: 'Pledges' }}
    >
      <ErrorSummary errors={errorLinks(errors, ['dueOn'])} />
      <h1 class="govuk-heading-l">Make a pledge</h1>
      <Form action={paths.champion.newPledge}>
        <CharacterCount
          name="what"
          label="What do you promise?"
          labelSize="s"
          hint="For example: two paid places in the highways depots for young adults who have left care"
          rows={3}
          maxLength={300}
          value={valueOf(values, 'what')}
          error={errorOf(errors, 'what')}
        />
        <Radios
          name="outcome"
          legend="What does it help with?"
          legendSize="s"
          items={choices(COVENANT_OUTCOMES, OUTCOME)}
          value={valueOf(values, 'outcome')}
          error={errorOf(errors, 'outcome')}
        />
        <TextInput
          name="places"
          label="How many places?"
          labelSize="s"
          width={3}
          inputmode="numeric"
          value={valueOf(values, 'places')}
          error={errorOf(errors, 'places')}
        />
        <DateInput
          name="dueOn"
          legend="By when?"
          legendSize="s"
          hint="For example, 27 3 2027"
          values={dayBoxes(values, 'dueOn')}
          error={errorOf(errors, 'dueOn')}
        />
        <p>
          It starts as a statement of intent. The 18+ team agrees it with you, and looks at it again with you
          every year.
        </p>
        <Button>Make the pledge</Button>
      </Form>
    </Page>
  )
}
