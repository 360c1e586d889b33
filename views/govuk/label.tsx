import type { Child } from 'hono/jsx'
import { classNames } from './class-names'

export type TextSize = 's' | 'm' | 'l' | 'xl'

export type LabelProps = {
  children: Child
  for?: string | undefined
  size?: TextSize | undefined
  isPageHeading?: boolean | undefined
  class?: string | undefined
}

/** The label of one field; as the page's heading when the page asks one thing. */
export function Label({ children, for: field, size, isPageHeading, class: extra }: LabelProps) {
  const label = (
    <label class={classNames('govuk-label', size && `govuk-label--${size}`, extra)} for={field}>
      {children}
    </label>
  )
  return isPageHeading ? <h1 class="govuk-label-wrapper">{label}</h1> : label
}
