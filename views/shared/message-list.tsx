import type { listMessages } from '../../db/queries/shares'
import type { Role } from '../../src/domain/account'
import { classNames } from '../govuk/class-names'
import { momentText } from '../words/times'
import { Paragraphs } from './offer-detail'

export type MessageListProps = {
  messages: Awaited<ReturnType<typeof listMessages>>
  /** The roles on the reader's own side. */
  mine: readonly Role[]
  /** What the other side is called. */
  others: string
}

/** Messages as they were written, the oldest first. */
export function MessageList({ messages, mine, others }: MessageListProps) {
  if (messages.length === 0) return <p class="wm-empty">Nobody has written yet.</p>
  return (
    <ol class="govuk-list wm-messages">
      {messages.map((message) => (
        <li class={classNames('wm-message', mine.includes(message.senderRole) && 'wm-message--mine')}>
          <p class="wm-message__from">
            <strong>{mine.includes(message.senderRole) ? 'You' : <bdi>{others}</bdi>}</strong>,{' '}
            {momentText(message.sentAt)}
          </p>
          <Paragraphs text={message.body} />
        </li>
      ))}
    </ol>
  )
}
