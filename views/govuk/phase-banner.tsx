import type { Child } from 'hono/jsx'

export type PhaseBannerProps = { tag: string; children: Child }

/** Says that this is not the finished service. */
export function PhaseBanner({ tag, children }: PhaseBannerProps) {
  return (
    <div class="govuk-phase-banner govuk-width-container">
      <p class="govuk-phase-banner__content">
        <strong class="govuk-tag govuk-phase-banner__content__tag">{tag}</strong>
        <span class="govuk-phase-banner__text">{children}</span>
      </p>
    </div>
  )
}
