import { classNames } from './class-names'

export type PaginationProps = { page: number; pageCount: number; hrefOf: (page: number) => string }

/** The pages of a long list: the first, the last, and those around this one. Nothing for one page. */
export function Pagination({ page, pageCount, hrefOf }: PaginationProps) {
  if (pageCount < 2) return null
  return (
    <nav class="govuk-pagination" aria-label="Pagination">
      {page > 1 ? <Previous href={hrefOf(page - 1)} /> : null}
      <ul class="govuk-pagination__list">
        {shownPages(page, pageCount).map((item) =>
          item === 'gap' ? <Gap /> : <PageItem number={item} href={hrefOf(item)} isCurrent={item === page} />,
        )}
      </ul>
      {page < pageCount ? <Next href={hrefOf(page + 1)} /> : null}
    </nav>
  )
}

/** A gap stands for two pages or more: one missing page takes the room of its own dots. */
function shownPages(page: number, pageCount: number): readonly (number | 'gap')[] {
  const near = new Set([1, page - 1, page, page + 1, pageCount])
  if (page === 4) near.add(2)
  if (page === pageCount - 3) near.add(pageCount - 1)
  const shown = [...near].filter((item) => item >= 1 && item <= pageCount).toSorted((a, b) => a - b)
  return shown.flatMap((item, position) => {
    const before = shown[position - 1]
    return before !== undefined && item - before > 1 ? ['gap' as const, item] : [item]
  })
}

function Gap() {
  return <li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>
}

function PageItem({ number, href, isCurrent }: { number: number; href: string; isCurrent: boolean }) {
  return (
    <li class={classNames('govuk-pagination__item', isCurrent && 'govuk-pagination__item--current')}>
      <a
        class="govuk-link govuk-pagination__link"
        href={href}
        aria-label={`Page ${number}`}
        aria-current={isCurrent ? 'page' : undefined}
      >
        {number}
      </a>
    </li>
  )
}

function Previous({ href }: { href: string }) {
  return (
    <div class="govuk-pagination__prev">
      <a class="govuk-link govuk-pagination__link" href={href} rel="prev">
        <Arrow
          way="prev"
          path="m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z"
        />
        <span class="govuk-pagination__link-title">
          Previous<span class="govuk-visually-hidden"> page</span>
        </span>
      </a>
    </div>
  )
}

function Next({ href }: { href: string }) {
  return (
    <div class="govuk-pagination__next">
      <a class="govuk-link govuk-pagination__link" href={href} rel="next">
        <span class="govuk-pagination__link-title">
          Next<span class="govuk-visually-hidden"> page</span>
        </span>
        <Arrow
          way="next"
          path="m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z"
        />
      </a>
    </div>
  )
}

function Arrow({ way, path }: { way: 'prev' | 'next'; path: string }) {
  return (
    <svg
      class={`govuk-pagination__icon govuk-pagination__icon--${way}`}
      xmlns="http://www.w3.org/2000/svg"
      height="13"
      width="15"
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 15 13"
    >
      <path d={path} />
    </svg>
  )
}
