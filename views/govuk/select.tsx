import type { Child } from 'hono/jsx'
import { classNames } from './class-names'
import { describedBy, type FieldNotes, FormGroup, Notes } from './field'
import { Label, type TextSize } from './label'

export type SelectProps = FieldNotes & {
  name: string
  label: Child
  items: readonly { value: string; text: string }[]
  id?: string | undefined
  value?: string | undefined
  labelSize?: TextSize | undefined
  isPageHeading?: boolean | undefined
}

/** One answer from a list too long for radios. */
export function Select(props: SelectProps) {
  const { name, label, items, id = name, value, hint, error } = props
  return (
    <FormGroup error={error}>
      <Label for={id} size={props.labelSize} isPageHeading={props.isPageHeading}>
        {label}
      </Label>
      <Notes id={id} hint={hint} error={error} />
      <select
        class={classNames('govuk-select', Boolean(error) && 'govuk-select--error')}
        id={id}
        name={name}
        aria-describedby={describedBy(id, props)}
      >
        {items.map((item) => (
          <option value={item.value} selected={item.value === value}>
            {item.text}
          </option>
        ))}
      </select>
    </FormGroup>
  )
}
