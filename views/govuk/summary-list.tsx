import type { Child } from 'hono/jsx'
import { classNames } from './class-names'

/** `hidden` finishes the sentence for a screen reader: "Change" + "your name". */
export type SummaryAction = { href: string; text: string; hidden?: string | undefined }

export type SummaryRow = { key: Child; value: Child; actions?: readonly SummaryAction[] | undefined }

export type SummaryListProps = { rows: readonly SummaryRow[] }

/** Facts as pairs of a name and a value, each with what can be done about it. */
export function SummaryList({ rows }: SummaryListProps) {
  return <Rows rows={rows} />
}

export type SummaryCardProps = {
  title: string
  rows: readonly SummaryRow[]
  actions?: readonly SummaryAction[] | undefined
  headingLevel?: 2 | 3 | 4 | undefined
}

/** A summary list about one thing among several. */
export function SummaryCard({ title, rows, actions = [], headingLevel = 2 }: SummaryCardProps) {
  const Heading = `h${headingLevel}` as const
  return (
    <div class="govuk-summary-card">
      <div class="govuk-summary-card__title-wrapper">
        <Heading class="govuk-summary-card__title">{title}</Heading>
        <CardActions actions={actions} title={title} />
      </div>
      <div class="govuk-summary-card__content">
        <Rows rows={rows} cardTitle={title} />
      </div>
    </div>
  )
}

function Rows({ rows, cardTitle }: SummaryListProps & { cardTitle?: string }) {
  const hasActions = rows.some((row) => row.actions?.length)
  return (
    <dl class="govuk-summary-list">
      {rows.map((row) => (
        <div
          class={classNames(
            'govuk-summary-list__row',
            hasActions && !row.actions?.length && 'govuk-summary-list__row--no-actions',
          )}
        >
          <dt class="govuk-summary-list__key">{row.key}</dt>
          <dd class="govuk-summary-list__value">{row.value}</dd>
          {row.actions?.length ? <RowActions actions={row.actions} cardTitle={cardTitle} /> : null}
        </div>
      ))}
    </dl>
  )
}

type ActionsProps = { actions: readonly SummaryAction[]; cardTitle: string | undefined }

function RowActions({ actions, cardTitle }: ActionsProps) {
  const links = actions.map((action) => <ActionLink {...action} cardTitle={cardTitle} />)
  return (
    <dd class="govuk-summary-list__actions">
      {links.length === 1 ? (
        links
      ) : (
        <ul class="govuk-summary-list__actions-list">
          {links.map((link) => (
            <li class="govuk-summary-list__actions-list-item">{link}</li>
          ))}
        </ul>
      )}
    </dd>
  )
}

function CardActions({ actions, title }: { actions: readonly SummaryAction[]; title: string }) {
  const links = actions.map((action) => <ActionLink {...action} cardTitle={title} />)
  if (links.length === 0) return null
  if (links.length === 1) return <div class="govuk-summary-card__actions">{links}</div>
  return (
    <ul class="govuk-summary-card__actions">
      {links.map((link) => (
        <li class="govuk-summary-card__action">{link}</li>
      ))}
    </ul>
  )
}

function ActionLink({ href, text, hidden, cardTitle }: SummaryAction & { cardTitle: string | undefined }) {
  const rest = [hidden, cardTitle && `(${cardTitle})`].filter(Boolean).join(' ')
  return (
    <a class="govuk-link" href={href}>
      {text}
      {rest ? <span class="govuk-visually-hidden"> {rest}</span> : null}
    </a>
  )
}
