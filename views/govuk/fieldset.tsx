import type { Child } from 'hono/jsx'
import { classNames } from './class-names'
import type { TextSize } from './label'

export type FieldsetProps = {
  legend: Child
  children?: Child
  legendSize?: TextSize | undefined
  isPageHeading?: boolean | undefined
  describedBy?: string | undefined
  role?: 'group' | undefined
}

/** A group of fields under one question. */
export function Fieldset({ legend, children, legendSize, isPageHeading, describedBy, role }: FieldsetProps) {
  const size = legendSize && `govuk-fieldset__legend--${legendSize}`
  return (
    <fieldset class="govuk-fieldset" role={role} aria-describedby={describedBy}>
      <legend class={classNames('govuk-fieldset__legend', size)}>
        {isPageHeading ? <h1 class="govuk-fieldset__heading">{legend}</h1> : legend}
      </legend>
      {children}
    </fieldset>
  )
}
