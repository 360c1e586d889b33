import type { Child } from 'hono/jsx'
import { classNames } from './class-names'
import { Tag, type TagColour } from './tag'

export type TaskStatus = { text: string } | { tag: string; colour?: TagColour | undefined }

export type Task = { title: Child; status: TaskStatus; href?: string | undefined; hint?: Child }

export type TaskListProps = {
  items: readonly Task[]
  /** Needed when a page holds more than one list. */
  idPrefix?: string | undefined
}

/** What is done and what is left, each a link to its page. */
export function TaskList({ items, idPrefix = 'task-list' }: TaskListProps) {
  return (
    <ul class="govuk-task-list">
      {items.map((item, position) => (
        <TaskItem {...item} id={`${idPrefix}-${position + 1}`} />
      ))}
    </ul>
  )
}

function TaskItem({ id, title, href, hint, status }: Task & { id: string }) {
  const hintId = hint ? `${id}-hint` : undefined
  const statusId = `${id}-status`
  const describedBy = classNames(hintId, statusId)
  return (
    <li class={classNames('govuk-task-list__item', href !== undefined && 'govuk-task-list__item--with-link')}>
      <div class="govuk-task-list__name-and-hint">
        {href === undefined ? (
          <div>{title}</div>
        ) : (
          <a class="govuk-link govuk-task-list__link" href={href} aria-describedby={describedBy}>
            {title}
          </a>
        )}
        {hint ? (
          <div id={hintId} class="govuk-task-list__hint">
            {hint}
          </div>
        ) : null}
      </div>
      <div class="govuk-task-list__status" id={statusId}>
        {'tag' in status ? <Tag colour={status.colour}>{status.tag}</Tag> : status.text}
      </div>
    </li>
  )
}
