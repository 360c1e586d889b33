import { classNames } from './class-names'

export type BreadcrumbsProps = {
  items: readonly { text: string; href?: string | undefined }[]
  isCollapsedOnMobile?: boolean | undefined
}

/** Where this page lies below the home page. */
export function Breadcrumbs({ items, isCollapsedOnMobile }: BreadcrumbsProps) {
  const look = classNames('govuk-breadcrumbs', isCollapsedOnMobile && 'govuk-breadcrumbs--collapse-on-mobile')
  return (
    <nav class={look} aria-label="Breadcrumb">
      <ol class="govuk-breadcrumbs__list">
        {items.map(({ text, href }) =>
          href ? (
            <li class="govuk-breadcrumbs__list-item">
              <a class="govuk-breadcrumbs__link" href={href}>
                {text}
              </a>
            </li>
          ) : (
            <li class="govuk-breadcrumbs__list-item" aria-current="page">
              {text}
            </li>
          ),
        )}
      </ol>
    </nav>
  )
}
