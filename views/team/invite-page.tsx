import type { OrganisationRow } from '../../db/queries/organisations'
import { paths } from '../../src/paths'
import { Button, ErrorSummary, Select } from '../govuk'
import { Form } from '../layout/form'
import { Page } from '../layout/page'
import { errorLinks, errorOf, type FieldErrors, valueOf, type Values } from '../shared/errors'
import { InvitedPersonInputs } from '../shared/invited-person-inputs'

export function InvitePosterPage({
  organisations,
  values,
  errors,
}: {
  organisations: readonly OrganisationRow[]
  values: Values
  errors: FieldErrors
}) {
  return (
    <Page
      title="Invite a champion or partner"
      hasErrors={errors.length > 0}
      back={{ href: paths.team.home, text: 'Waiting' }}
    >
      <ErrorSummary errors={errorLinks(errors)} />
      <h1 class="govuk-heading-l">Invite a champion or partner</h1>
      <p>
        They get a mail with a link that works once, for 48 hours. To accept it they type in a code sent to
        the same address.
      </p>
      <Form action={paths.team.invitePoster}>
        <InvitedPersonInputs values={values} errors={errors} />
        <Select
          name="organisationId"
          label="Organisation"
          value={valueOf(values, 'organisationId')}
          error={errorOf(errors, 'organisationId')}
          items={[
            { value: '', text: 'Choose one' },
            ...organisations.map(({ id, name }) => ({ value: id, text: name })),
          ]}
        />
        <Button>Send the invitation</Button>
      </Form>
    </Page>
  )
}
