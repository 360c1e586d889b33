import type { CareLeaver, EligibilityFacts } from '../../src/domain/care-leaver'
import { DBS_LEVELS } from '../../src/domain/opportunity'
import { paths } from '../../src/paths'
import { Button, DateInput, ErrorSummary, Radios, TextInput } from '../govuk'
import { Form } from '../layout/form'
import { Page } from '../layout/page'
import { errorLinks, errorOf, type FieldErrors, valueOf, type Values } from '../shared/errors'
import { DBS, QUALIFICATION } from '../words/labels'
import { isolated } from '../words/names'

type FactName = 'right-to-work' | 'qualification' | 'dbs' | 'availability'

export type FactPageProps = { person: CareLeaver; fact: FactName; values: Values; errors: FieldErrors }

const TITLE: Record<FactName, string> = {
  'right-to-work': 'Right to work',
  qualification: 'Highest qualification',
  dbs: 'Background check (DBS)',
  availability: 'When they are available',
}

const DATES = ['until', 'checkedOn', 'issuedOn', 'from']

export function FactPage(props: FactPageProps) {
  const { person, fact, errors } = props
  const Fields = FIELDS[fact]
  return (
    <Page
      title={TITLE[fact]}
      hasErrors={errors.length > 0}
      back={{ href: paths.adviser.person(person.id), text: isolated(person.preferredName) }}
    >
      <ErrorSummary errors={errorLinks(errors, DATES)} />
      <span class="govuk-caption-l">
        <bdi>{person.preferredName}</bdi>
      </span>
      <h1 class="govuk-heading-l">{TITLE[fact]}</h1>
      <Form action={paths.adviser.fact(person.id, fact)}>
        <Fields {...props} />
        <Button>Record</Button>
      </Form>
    </Page>
  )
}

type FieldsProps = Pick<FactPageProps, 'values' | 'errors'>

const FIELDS: Record<FactName, (props: FieldsProps) => ReturnType<typeof RightToWorkFields>> = {
  'right-to-work': RightToWorkFields,
  qualification: QualificationFields,
  dbs: DbsFields,
  availability: AvailabilityFields,
}

function DayField({
  name,
  legend,
  hint,
  values,
  errors,
}: FieldsProps & { name: string; legend: string; hint?: string }) {
  const part = (what: string) => valueOf(values, `${name}-${what}`)
  return (
    <DateInput
      name={name}
      legend={legend}
      hint={hint}
      values={{ day: part('day'), month: part('month'), year: part('year') }}
      error={errorOf(errors, name)}
    />
  )
}

function RightToWorkFields({ values, errors }: FieldsProps) {
  return (
    <>
      <p>
        Record what a document says, not what you believe. Anyone may volunteer for a charity or public body
        at any stage.
      </p>
      <Radios
        name="status"
        legend="What does it allow?"
        value={valueOf(values, 'status')}
        error={errorOf(errors, 'status')}
        items={[
          { value: 'any-work', text: 'Any work' },
          { value: 'limited-work', text: 'Limited work', hint: 'Only some jobs or hours' },
          { value: 'volunteering-only', text: 'Volunteering only' },
          { value: 'not-known', text: 'Not known yet' },
        ]}
      />
      <TextInput
        name="source"
        label="What you saw"
        hint="For example: share code, biometric card, passport"
        value={valueOf(values, 'source')}
        error={errorOf(errors, 'source')}
      />
      <DayField
        name="until"
        legend="When does it end?"
        hint="Leave empty when it has no end"
        values={values}
        errors={errors}
      />
      <DayField name="checkedOn" legend="When did you check it?" values={values} errors={errors} />
    </>
  )
}

function QualificationFields({ values, errors }: FieldsProps) {
  return (
    <>
      <Radios
        name="level"
        legend="Highest level"
        value={valueOf(values, 'level')}
        error={errorOf(errors, 'level')}
        items={([0, 1, 2, 3] as const).map((level) => ({
          value: String(level),
          text: level === 0 ? 'None yet' : QUALIFICATION[level],
        }))}
      />
      <TextInput
        name="source"
        label="What you saw"
        hint="Optional"
        value={valueOf(values, 'source')}
        error={errorOf(errors, 'source')}
      />
    </>
  )
}

function DbsFields({ values, errors }: FieldsProps) {
  return (
    <>
      <p>Record the level and the day only. Never keep the certificate.</p>
      <Radios
        name="level"
        legend="Level"
        value={valueOf(values, 'level')}
        error={errorOf(errors, 'level')}
        items={DBS_LEVELS.map((value) => ({ value, text: value === 'none' ? 'None' : DBS[value] }))}
      />
      <DayField name="issuedOn" legend="Issued on" values={values} errors={errors} />
    </>
  )
}

function AvailabilityFields({ values, errors }: FieldsProps) {
  return (
    <DayField
      name="from"
      legend="Available from"
      hint="Leave empty for now"
      values={values}
      errors={errors}
    />
  )
}

/** What is recorded, as the values of the form. */
export function fromFact(fact: FactName, facts: EligibilityFacts): Values {
  const parts = (name: string, day: string | null | undefined) => {
    const [year = '', month = '', date = ''] = day?.split('-') ?? []
    return { [`${name}-year`]: year, [`${name}-month`]: month, [`${name}-day`]: date }
  }
  switch (fact) {
    case 'right-to-work':
      return {
        status: facts.rightToWork?.status ?? '',
        source: facts.rightToWork?.source ?? '',
        ...parts('until', facts.rightToWork?.until),
        ...parts('checkedOn', facts.rightToWork?.checkedOn),
      }
    case 'qualification':
      return { level: facts.qualificationLevel === null ? '' : String(facts.qualificationLevel) }
    case 'dbs':
      return { level: facts.dbsLevel ?? '', ...parts('issuedOn', facts.dbsIssuedOn) }
    case 'availability':
      return parts('from', facts.availableFrom)
  }
}
