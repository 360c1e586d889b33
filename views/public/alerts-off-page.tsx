import { paths } from '../../src/paths'
import { Button } from '../govuk'
import { Form } from '../layout/form'
import { Page } from '../layout/page'

/** It says nothing about what the updates are of: a mail may be read by others. */
export function AlertsOffPage({ token }: { token: string }) {
  return (
    <Page title="Stop these updates">
      <h1 class="govuk-heading-l">Stop these updates</h1>
      <p>You will get no more mail of this kind. You can start it again when you have signed in.</p>
      <Form action={paths.turnAlertsOff}>
        <input type="hidden" name="token" value={token} />
        <Button isFullWidth>Stop these updates</Button>
      </Form>
    </Page>
  )
}

export function AlertsAreOffPage() {
  return (
    <Page title="The updates have stopped">
      <h1 class="govuk-heading-l">The updates have stopped</h1>
      <p>
        If you want them again, <a href={paths.signIn}>sign in</a> and look under “My searches”.
      </p>
    </Page>
  )
}
