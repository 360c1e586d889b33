import type { Child } from 'hono/jsx'
import { classNames } from './class-names'

export type NavigationLink = { href: string; text: string; isCurrent?: boolean | undefined }

export type ServiceNavigationProps = {
  items: readonly NavigationLink[]
  serviceName?: string | undefined
  serviceHref?: string | undefined
}

/** GOV.UK's bar of links. It folds away on a phone when JavaScript runs and there is more than one. */
export function ServiceNavigation({ items, serviceName, serviceHref }: ServiceNavigationProps) {
  const inside = (
    <div class="govuk-width-container">
      <div class="govuk-service-navigation__container">
        {serviceName ? <ServiceName name={serviceName} href={serviceHref} /> : null}
        {items.length ? <Navigation items={items} /> : null}
      </div>
    </div>
  )
  return serviceName ? <NamedBar>{inside}</NamedBar> : <Bar>{inside}</Bar>
}

/** With a name in it, the bar is a landmark of its own. */
function NamedBar({ children }: { children: Child }) {
  return (
    <section
      aria-label="Service information"
      class="govuk-service-navigation"
      data-module="govuk-service-navigation"
    >
      {children}
    </section>
  )
}

function Bar({ children }: { children: Child }) {
  return (
    <div class="govuk-service-navigation" data-module="govuk-service-navigation">
      {children}
    </div>
  )
}

function ServiceName({ name, href }: { name: string; href: string | undefined }) {
  return (
    <span class="govuk-service-navigation__service-name">
      {href ? (
        <a href={href} class="govuk-service-navigation__link">
          {name}
        </a>
      ) : (
        <span class="govuk-service-navigation__text">{name}</span>
      )}
    </span>
  )
}

function Navigation({ items }: { items: readonly NavigationLink[] }) {
  return (
    <nav aria-label="Menu" class="govuk-service-navigation__wrapper">
      {items.length > 1 ? <Toggle /> : null}
      <ul class="govuk-service-navigation__list" id="navigation">
        {items.map((item) => (
          <NavigationItem {...item} />
        ))}
      </ul>
    </nav>
  )
}

function Toggle() {
  return (
    <button
      type="button"
      class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
      aria-controls="navigation"
      hidden
      aria-hidden="true"
    >
      Menu
    </button>
  )
}

function NavigationItem({ href, text, isCurrent = false }: NavigationLink) {
  return (
    <li
      class={classNames(
        'govuk-service-navigation__item',
        isCurrent && 'govuk-service-navigation__item--active',
      )}
    >
      <a class="govuk-service-navigation__link" href={href} aria-current={isCurrent ? 'page' : undefined}>
        {isCurrent ? <strong class="govuk-service-navigation__active-fallback">{text}</strong> : text}
      </a>
    </li>
  )
}
