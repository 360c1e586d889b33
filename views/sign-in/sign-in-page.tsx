import { paths } from '../../src/paths'
import { Button, ErrorSummary, InsetText, Radios, TextInput } from '../govuk'
import { Form } from '../layout/form'
import { Page } from '../layout/page'
import { errorLinks, errorOf, type FieldErrors, valueOf, type Values } from '../shared/errors'

export type SignInPageProps = {
  values: Values
  errors: FieldErrors
  /** Somebody who is signed in already and needs a fresh code for the next step. */
  isAgain: boolean
}

export function SignInPage({ values, errors, isAgain }: SignInPageProps) {
  return (
    <Page title="Sign in" hasErrors={errors.length > 0}>
      <ErrorSummary errors={errorLinks(errors)} />
      <h1 class="govuk-heading-l">{isAgain ? 'Confirm it is you' : 'Sign in'}</h1>
      {isAgain && (
        <InsetText>
          The next step shows or shares personal information, so we send a new code first.
        </InsetText>
      )}
      <Form action={paths.signIn}>
        <input type="hidden" name="next" value={valueOf(values, 'next')} />
        <TextInput
          name="email"
          label="Email address"
          hint="We will email you a code. There is no password."
          type="email"
          autocomplete="email"
          spellcheck={false}
          value={valueOf(values, 'email')}
          error={errorOf(errors, 'email')}
        />
        <Radios
          name="device"
          legend="Whose phone or computer is this?"
          value={valueOf(values, 'device') || 'shared'}
          items={[
            {
              value: 'shared',
              text: 'Shared, or not mine',
              hint: 'You are signed out after 30 minutes, or when you close the browser',
            },
            {
              value: 'own',
              text: 'Mine, and nobody else uses it',
              hint: 'Young people stay signed in for up to 7 days, and see what they looked for last',
            },
          ]}
        />
        <Button isFullWidth>Send me a code</Button>
      </Form>
    </Page>
  )
}
