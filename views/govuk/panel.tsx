import type { Child } from 'hono/jsx'

export type PanelProps = { title: Child; children?: Child }

/** "It is done": the heading of a confirmation page. */
export function Panel({ title, children }: PanelProps) {
  return (
    <div class="govuk-panel govuk-panel--confirmation">
      <h1 class="govuk-panel__title">{title}</h1>
      {children ? <div class="govuk-panel__body">{children}</div> : null}
    </div>
  )
}
