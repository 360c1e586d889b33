import type { Child } from 'hono/jsx'
import { classNames } from './class-names'

export type NotificationBannerProps = {
  children: Child
  variant?: 'success' | undefined
  title?: string | undefined
  /** Needed when a page holds more than one banner. */
  titleId?: string | undefined
}

/** News about something other than this page's form. */
export function NotificationBanner(props: NotificationBannerProps) {
  const { children, variant, titleId = 'govuk-notification-banner-title' } = props
  const title = props.title ?? (variant === 'success' ? 'Success' : 'Important')
  return (
    <div
      class={classNames('govuk-notification-banner', variant && `govuk-notification-banner--${variant}`)}
      role={variant === 'success' ? 'alert' : 'region'}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
    >
      <div class="govuk-notification-banner__header">
        <h2 class="govuk-notification-banner__title" id={titleId}>
          {title}
        </h2>
      </div>
      <div class="govuk-notification-banner__content">
        {typeof children === 'string' ? (
          <p class="govuk-notification-banner__heading">{children}</p>
        ) : (
          children
        )}
      </div>
    </div>
  )
}
