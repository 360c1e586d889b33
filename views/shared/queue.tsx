import type { Child } from 'hono/jsx'
import { classNames } from '../govuk/class-names'

export type QueueItem = {
  href: string
  what: Child
  /** What tells it from others of that name: where it is, when it starts. */
  beside?: string | undefined
  /** Whose turn it is, or whom it is about. */
  who: string
  /** How long, in words: "waiting 6 working days". */
  waiting: Child
  isLate: boolean
  /** The one next step, as a verb: "Answer". */
  action: string
}

export type QueueProps = { items: readonly QueueItem[]; empty: Child }

/** Work to do, one line each, in the order it is given: the latest first. */
export function Queue({ items, empty }: QueueProps) {
  if (items.length === 0) return <div class="wm-empty">{empty}</div>
  return (
    <ol class="wm-queue">
      {items.map((item) => (
        <Item {...item} />
      ))}
    </ol>
  )
}

function Item({ href, what, beside, who, waiting, isLate, action }: QueueItem) {
  return (
    <li class={classNames('wm-queue__item', isLate && 'wm-queue__item--late')}>
      <span>
        <span class="wm-queue__what">{what}</span>
        {beside ? <span class="wm-queue__beside">{beside}</span> : null}
      </span>
      <span class="wm-queue__who">
        <bdi>{who}</bdi>
      </span>
      <span class="wm-queue__waiting">
        {isLate ? <strong class="wm-late">Late</strong> : null} {waiting}
      </span>
      <a class="wm-queue__action" href={href}>
        {action}
        <span class="govuk-visually-hidden">
          : {what}, {beside ? `${beside}, ` : ''}
          <bdi>{who}</bdi>
        </span>
      </a>
    </li>
  )
}
