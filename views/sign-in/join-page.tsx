import { paths } from '../../src/paths'
import { Button, Radios } from '../govuk'
import { Form } from '../layout/form'
import { useFrame } from '../layout/frame'
import { Page } from '../layout/page'

/** An invitation. It says nothing about whom it is for: the link may have been forwarded. */
export function JoinPage({ token, hasEnded = false }: { token: string; hasEnded?: boolean }) {
  return hasEnded ? <Ended /> : <Open token={token} />
}

function Open({ token }: { token: string }) {
  const { serviceName } = useFrame()
  return (
    <Page title="Accept your invitation">
      <h1 class="govuk-heading-l">You have been invited to {serviceName}</h1>
      <p>
        To accept, we send a code to the email address your invitation came to. You type it in on the next
        page.
      </p>
      <Form action={paths.joinAccept}>
        <input type="hidden" name="token" value={token} />
        <Radios
          name="device"
          legend="Whose phone or computer is this?"
          value="shared"
          items={[
            { value: 'shared', text: 'Shared, or not mine' },
            { value: 'own', text: 'Mine, and nobody else uses it' },
          ]}
        />
        <Button isFullWidth>Send me a code</Button>
      </Form>
    </Page>
  )
}

function Ended() {
  return (
    <Page title="This link does not work">
      <h1 class="govuk-heading-l">This link does not work</h1>
      <p>An invitation works once, for 48 hours. Ask whoever invited you to send a new one.</p>
      <p>
        If you have accepted it already, you can <a href={paths.signIn}>sign in</a>.
      </p>
    </Page>
  )
}
