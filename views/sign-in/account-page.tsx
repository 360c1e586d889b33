import type { SessionView } from '../../src/auth/session'
import type { Role } from '../../src/domain/account'
import { paths } from '../../src/paths'
import { Button, SummaryList, Table } from '../govuk'
import { Form } from '../layout/form'
import { Page } from '../layout/page'
import { ROLE } from '../words/labels'
import { momentText } from '../words/times'

export type AccountPageProps = {
  name: string
  role: Role
  sessions: readonly SessionView[]
  currentId: string
}

export function AccountPage({ name, role, sessions, currentId }: AccountPageProps) {
  return (
    <Page title="Your account">
      <h1 class="govuk-heading-l">Your account</h1>
      <SummaryList
        rows={[
          { key: 'Name', value: <bdi>{name}</bdi> },
          ...(role === 'care-leaver' ? [] : [{ key: 'Role', value: ROLE[role] }]),
        ]}
      />
      <h2 class="govuk-heading-m">Where you are signed in</h2>
      <Table
        label="Where you are signed in"
        head={[{ text: 'Device' }, { text: 'Since' }, { text: 'Last used' }, { text: 'End it' }]}
        rows={sessions.map((session) => [
          session.id === currentId ? <strong>{session.device} (this one)</strong> : session.device,
          momentText(session.createdAt),
          momentText(session.lastSeenAt),
          session.id === currentId ? 'Use “Sign out”' : <EndSession id={session.id} />,
        ])}
      />
      <Form action={paths.endAllSessions}>
        <Button variant="secondary">Sign out everywhere</Button>
      </Form>
    </Page>
  )
}

function EndSession({ id }: { id: string }) {
  return (
    <Form action={paths.endSession(id)}>
      <button class="wm-link-button" type="submit">
        End this session
      </button>
    </Form>
  )
}
