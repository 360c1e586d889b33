import { paths } from '../../src/paths'
import { Button, Details, ErrorSummary, TextInput } from '../govuk'
import { Form } from '../layout/form'
import { Page } from '../layout/page'
import { errorLinks, errorOf, type FieldErrors } from '../shared/errors'

export function SignInCodePage({ errors }: { errors: FieldErrors }) {
  return (
    <Page title="Enter your code" hasErrors={errors.length > 0} back={{ href: paths.signIn }}>
      <ErrorSummary errors={errorLinks(errors)} />
      <h1 class="govuk-heading-l">Enter your code</h1>
      <p>
        If that email address can sign in, we have sent it a code. It works for 10 minutes, in this browser
        only.
      </p>
      <Form action={paths.signInCode}>
        <TextInput
          name="code"
          label="Code"
          hint="6 numbers. You can paste it."
          inputmode="numeric"
          autocomplete="one-time-code"
          width={10}
          error={errorOf(errors, 'code')}
        />
        <Button isFullWidth>Continue</Button>
      </Form>
      <Details summary="The code has not come">
        <p>It can take a minute. Look in your junk or spam folder.</p>
        <p>
          <a href={paths.signIn}>Ask for a new code</a>. Only the newest code works.
        </p>
        <p>
          Still nothing? <a href={paths.help}>Get help</a> from the team.
        </p>
      </Details>
    </Page>
  )
}
