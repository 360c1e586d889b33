import type { OrganisationRow } from '../../db/queries/organisations'
import { paths } from '../../src/paths'
import { Button, ErrorSummary, Radios, Select } from '../govuk'
import { Form } from '../layout/form'
import { Page } from '../layout/page'
import { errorLinks, errorOf, type FieldErrors, valueOf, type Values } from '../shared/errors'
import { InvitedPersonInputs } from '../shared/invited-person-inputs'

export type InviteAccountPageProps = {
  organisations: readonly OrganisationRow[]
  values: Values
  errors: FieldErrors
}

export function InviteAccountPage({ organisations, values, errors }: InviteAccountPageProps) {
  const choices = [
    { value: '', text: 'Choose one' },
    ...organisations.map(({ id, name }) => ({ value: id, text: name })),
  ]
  return (
    <Page
      title="Invite someone"
      hasErrors={errors.length > 0}
      back={{ href: paths.manage.accounts, text: 'Accounts' }}
    >
      <ErrorSummary errors={errorLinks(errors)} />
      <h1 class="govuk-heading-l">Invite someone</h1>
      <Form action={paths.manage.invite}>
        <Radios
          name="role"
          legend="What will they do?"
          value={valueOf(values, 'role')}
          error={errorOf(errors, 'role')}
          items={[
            { value: 'champion', text: 'Post opportunities, for a department or a partner' },
            { value: 'adviser', text: 'Personal adviser' },
            { value: 'broker', text: 'Broker of the 18+ team' },
            { value: 'manager', text: 'Manager of the 18+ team' },
            { value: 'coordinator', text: 'Coordinator of the Social Connections team' },
          ]}
        />
        <Select
          name="organisationId"
          label="If they post opportunities: for which organisation"
          items={choices}
          value={valueOf(values, 'organisationId')}
          error={errorOf(errors, 'organisationId')}
        />
        <InvitedPersonInputs values={values} errors={errors} />
        <Button>Send the invitation</Button>
      </Form>
    </Page>
  )
}
