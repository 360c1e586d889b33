import { paths } from '../../src/paths'
import { Button, ErrorSummary, TextInput } from '../govuk'
import { Form } from '../layout/form'
import { Page } from '../layout/page'
import { errorLinks, errorOf, type FieldErrors, valueOf, type Values } from '../shared/errors'

export function SettingsPage({ values, errors }: { values: Values; errors: FieldErrors }) {
  const field = (name: string) => ({ name, value: valueOf(values, name), error: errorOf(errors, name) })
  return (
    <Page
      title="How people reach the team"
      hasErrors={errors.length > 0}
      back={{ href: paths.manage.home, text: 'Manage' }}
    >
      <ErrorSummary errors={errorLinks(errors)} />
      <h1 class="govuk-heading-l">How people reach the team</h1>
      <p>
        Shown to everybody behind <a href={paths.help}>Get help now</a>, at the foot of every page.
      </p>
      <Form action={paths.manage.settings}>
        <TextInput {...field('team-name')} label="What the team is called" />
        <TextInput {...field('team-phone')} label="Phone number" type="tel" width={20} />
        <TextInput {...field('team-email')} label="Email address" type="email" />
        <TextInput {...field('team-hours')} label="When it is open" />
        <Button>Save</Button>
      </Form>
    </Page>
  )
}
