import type { Child } from 'hono/jsx'
import { classNames } from './class-names'

export type ButtonProps = {
  children: Child
  href?: string | undefined
  variant?: 'secondary' | 'warning' | 'start' | undefined
  name?: string | undefined
  value?: string | undefined
  /** As wide as its column on a phone, within a thumb's reach. */
  isFullWidth?: boolean | undefined
}

/** The action of a page: submits its form, or is a link when it has an `href`. */
export function Button({ children, href, variant, name, value, isFullWidth }: ButtonProps) {
  const look = classNames(
    'govuk-button',
    variant && `govuk-button--${variant}`,
    isFullWidth && 'wm-button--full',
  )
  const icon = variant === 'start' ? <StartIcon /> : null
  if (href !== undefined)
    return (
      <a href={href} role="button" draggable="false" class={look} data-module="govuk-button">
        {children}
        {icon}
      </a>
    )
  return (
    <button
      type="submit"
      value={value}
      name={name}
      data-prevent-double-click="true"
      class={look}
      data-module="govuk-button"
    >
      {children}
      {icon}
    </button>
  )
}

/** Several actions side by side, below one another on a phone. */
export function ButtonGroup({ children }: { children: Child }) {
  return <div class="govuk-button-group">{children}</div>
}

function StartIcon() {
  return (
    <svg
      class="govuk-button__start-icon"
      xmlns="http://www.w3.org/2000/svg"
      width="17.5"
      height="19"
      viewBox="0 0 33 40"
      aria-hidden="true"
      focusable="false"
    >
      <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
    </svg>
  )
}
