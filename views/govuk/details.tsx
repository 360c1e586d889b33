import type { Child } from 'hono/jsx'

export type DetailsProps = { summary: Child; children: Child; isOpen?: boolean | undefined }

/** More, for the few who need it. */
export function Details({ summary, children, isOpen }: DetailsProps) {
  return (
    <details class="govuk-details" open={isOpen ?? false}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{summary}</span>
      </summary>
      <div class="govuk-details__text">{children}</div>
    </details>
  )
}
