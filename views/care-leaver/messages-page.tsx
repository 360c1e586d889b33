import type { MatchRecord } from '../../db/queries/matches'
import type { listMessages } from '../../db/queries/shares'
import { paths } from '../../src/paths'
import { Button, CharacterCount, ErrorSummary } from '../govuk'
import { Form } from '../layout/form'
import { Page } from '../layout/page'
import { MessageList } from '../shared/message-list'

export type MessagesPageProps = {
  match: MatchRecord
  receiver: string
  messages: Awaited<ReturnType<typeof listMessages>>
  problem?: { body: string; message: string }
}

export function MessagesPage({ match, receiver, messages, problem }: MessagesPageProps) {
  return (
    <Page title="Messages" hasErrors={problem !== undefined} back={{ href: paths.my.offer(match.id) }}>
      <ErrorSummary errors={problem ? [{ text: problem.message, href: '#body' }] : []} />
      <h1 class="govuk-heading-l">
        Messages with <bdi>{receiver}</bdi>
      </h1>
      <p>{match.title}</p>
      <MessageList messages={messages} mine={['care-leaver']} others={receiver} />
      <Form action={paths.my.message(match.id)}>
        <CharacterCount
          name="body"
          label="Write a message"
          hint="They do not see your email address or phone number unless you write it."
          maxLength={2000}
          rows={4}
          value={problem?.body ?? ''}
          error={problem?.message}
        />
        <div class="wm-action">
          <Button isFullWidth>Send</Button>
        </div>
      </Form>
    </Page>
  )
}
