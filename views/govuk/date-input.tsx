import type { Child } from 'hono/jsx'
import { classNames } from './class-names'
import { describedBy, type FieldNotes, FormGroup, Notes } from './field'
import { Fieldset } from './fieldset'
import { Label, type TextSize } from './label'

export type DatePart = 'day' | 'month' | 'year'

export type DateInputProps = FieldNotes & {
  name: string
  legend: Child
  values?: { readonly [part in DatePart]?: string | undefined } | undefined
  /** The parts that are wrong; all three when an error names none. */
  errorParts?: readonly DatePart[] | undefined
  legendSize?: TextSize | undefined
  isPageHeading?: boolean | undefined
  /** For a date of birth: `bday-day`, `bday-month`, `bday-year`. */
  isBirthday?: boolean | undefined
}

const PARTS = [
  { part: 'day', label: 'Day', width: 2 },
  { part: 'month', label: 'Month', width: 2 },
  { part: 'year', label: 'Year', width: 4 },
] as const

/** A day somebody knows by heart, as three numbers named `name-day`, `name-month`, `name-year`. */
export function DateInput(props: DateInputProps) {
  const { name, legend, hint, error, values = {}, errorParts = ['day', 'month', 'year'] } = props
  return (
    <FormGroup error={error}>
      <Fieldset
        legend={legend}
        legendSize={props.legendSize}
        isPageHeading={props.isPageHeading}
        describedBy={describedBy(name, { hint, error })}
        role="group"
      >
        <Notes id={name} hint={hint} error={error} />
        <div class="govuk-date-input" id={name}>
          {PARTS.map(({ part, label, width }) => (
            <Part
              id={`${name}-${part}`}
              label={label}
              width={width}
              value={values[part]}
              isWrong={Boolean(error) && errorParts.includes(part)}
              autocomplete={props.isBirthday ? `bday-${part}` : undefined}
            />
          ))}
        </div>
      </Fieldset>
    </FormGroup>
  )
}

type PartProps = {
  id: string
  label: string
  width: 2 | 4
  value: string | undefined
  isWrong: boolean
  autocomplete: string | undefined
}

function Part({ id, label, width, value, isWrong, autocomplete }: PartProps) {
  return (
    <div class="govuk-date-input__item">
      <FormGroup>
        <Label for={id} class="govuk-date-input__label">
          {label}
        </Label>
        <input
          class={classNames(
            'govuk-input govuk-date-input__input',
            isWrong && 'govuk-input--error',
            `govuk-input--width-${width}`,
          )}
          id={id}
          name={id}
          type="text"
          value={value}
          autocomplete={autocomplete}
          inputmode="numeric"
        />
      </FormGroup>
    </div>
  )
}
