import type { Child } from 'hono/jsx'

/** A passage set apart from the text around it. */
export function InsetText({ children }: { children: Child }) {
  return <div class="govuk-inset-text">{children}</div>
}
