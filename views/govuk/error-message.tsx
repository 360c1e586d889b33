import type { Child } from 'hono/jsx'

export type ErrorMessageProps = { children: Child; id?: string | undefined }

/** What is wrong with one field, said beside it. */
export function ErrorMessage({ children, id }: ErrorMessageProps) {
  return (
    <p id={id} class="govuk-error-message">
      <span class="govuk-visually-hidden">Error:</span> {children}
    </p>
  )
}
