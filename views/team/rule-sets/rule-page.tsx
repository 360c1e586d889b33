import type { RuleSetId } from '../../../src/domain/ids'
import type { Parameter, ParameterName, RuleId } from '../../../src/domain/rule-set/rule-set'
import { paths } from '../../../src/paths'
import { Button, CharacterCount, DateInput, ErrorSummary, Radios, TextInput } from '../../govuk'
import { Form } from '../../layout/form'
import { Page } from '../../layout/page'
import { dayBoxes } from '../../shared/day-boxes'
import { errorLinks, errorOf, type FieldErrors, valueOf, type Values } from '../../shared/errors'
import { RULE_WORDS, sentenceOf } from './words'

export type RulePageProps = {
  id: RuleSetId
  rule: RuleId
  parameters: readonly (Parameter & { name: ParameterName })[]
  values: Values
  errors: FieldErrors
}

/** One rule of a change: its numbers, what it rests on, and when somebody looks at it again. */
export function RulePage({ id, rule, parameters, values, errors }: RulePageProps) {
  return (
    <Page
      title={RULE_WORDS[rule]}
      hasErrors={errors.length > 0}
      back={{ href: paths.team.ruleSet(id), text: 'The change' }}
    >
      <ErrorSummary errors={errorLinks(errors, ['asOf', 'reviewOn'])} />
      <h1 class="govuk-heading-l">{RULE_WORDS[rule]}</h1>
      <p>{sentenceOf(rule)}</p>
      <Form action={paths.team.ruleOf(id, rule)}>
        {parameters.map((parameter) => (
          <Number parameter={parameter} values={values} errors={errors} />
        ))}
        <CharacterCount
          name="title"
          label="What it rests on"
          hint="The law, guidance, scheme terms or people’s own words."
          maxLength={500}
          rows={3}
          value={valueOf(values, 'title')}
          error={errorOf(errors, 'title')}
        />
        <DateInput
          name="asOf"
          legend="The day whose wording you looked at"
          values={dayBoxes(values, 'asOf')}
          error={errorOf(errors, 'asOf')}
        />
        <DateInput
          name="reviewOn"
          legend="Look at it again by"
          values={dayBoxes(values, 'reviewOn')}
          error={errorOf(errors, 'reviewOn')}
        />
        <Button>Save</Button>
      </Form>
    </Page>
  )
}

type NumberProps = Pick<RulePageProps, 'values' | 'errors'> & {
  parameter: Parameter & { name: ParameterName }
}

function Number({ parameter: { name, words, unit, min, max }, values, errors }: NumberProps) {
  const field = { name, value: valueOf(values, name), error: errorOf(errors, name) }
  if (unit === 'yes-no') {
    return (
      <Radios
        {...field}
        legend={words}
        legendSize="s"
        isInline
        items={[
          { value: '1', text: 'Yes' },
          { value: '0', text: 'No' },
        ]}
      />
    )
  }
  return (
    <TextInput
      {...field}
      label={words}
      hint={`From ${min} to ${max}`}
      suffix={unit}
      inputmode="numeric"
      width={5}
    />
  )
}
