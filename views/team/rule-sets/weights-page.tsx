import { FACTOR_IDS } from '../../../src/domain/rule-set/rule-set'
import type { RuleSetId } from '../../../src/domain/ids'
import { paths } from '../../../src/paths'
import { Button, ErrorSummary, TextInput } from '../../govuk'
import { Form } from '../../layout/form'
import { Page } from '../../layout/page'
import { errorLinks, errorOf, type FieldErrors, valueOf, type Values } from '../../shared/errors'
import { factorName } from './words'

export type WeightsPageProps = { id: RuleSetId; values: Values; errors: FieldErrors }

export function WeightsPage({ id, values, errors }: WeightsPageProps) {
  return (
    <Page
      title="Weights"
      hasErrors={errors.length > 0}
      back={{ href: paths.team.ruleSet(id), text: 'The change' }}
    >
      <ErrorSummary errors={errorLinks(errors)} />
      <h1 class="govuk-heading-l">Weights</h1>
      <p>How much each thing counts in the fit. Together they are 100.</p>
      <Form action={paths.team.weights(id)}>
        {FACTOR_IDS.map((factor) => (
          <TextInput
            name={factor}
            label={factorName(factor)}
            value={valueOf(values, factor)}
            error={errorOf(errors, factor)}
            inputmode="numeric"
            width={3}
          />
        ))}
        <Button>Save</Button>
      </Form>
    </Page>
  )
}
