import type { OrganisationRow } from '../../db/queries/organisations'
import { ORGANISATION_KINDS } from '../../src/domain/organisation'
import { paths } from '../../src/paths'
import { Button, DateInput, ErrorSummary, Select, Table, Tag, TextInput } from '../govuk'
import { Form } from '../layout/form'
import { Page } from '../layout/page'
import { errorLinks, errorOf, type FieldErrors, valueOf, type Values } from '../shared/errors'
import { ORGANISATION_KIND } from '../words/labels'
import { countText, dayText } from '../words/times'

export type ManageHomePageProps = {
  departments: readonly { id: string; name: string }[]
  /** Rules that somebody should have looked at again. */
  reviewsOverdue: number
}

export function ManageHomePage({ departments, reviewsOverdue }: ManageHomePageProps) {
  return (
    <Page title="Manage">
      <h1 class="govuk-heading-l">Manage</h1>
      <ul class="govuk-list govuk-list--spaced">
        <li>
          <a href={paths.manage.organisations}>Organisations</a>
        </li>
        <li>
          <a href={paths.manage.accounts}>Accounts and invitations</a>
        </li>
        <li>
          <a href={paths.manage.import}>People from the case system</a>
        </li>
        <li>
          <a href={paths.manage.settings}>How people reach the team</a>
        </li>
        <li>
          <a href={paths.team.rules}>Rules and weights</a>
          {reviewsOverdue === 0 ? null : (
            <>
              {' '}
              <Tag colour="red">{countText(reviewsOverdue, 'review', 'reviews')} overdue</Tag>
            </>
          )}
        </li>
        <li>
          <a href={paths.manage.search}>How search is</a>
        </li>
      </ul>
      <h2 class="govuk-heading-m">Departments without a champion</h2>
      {departments.length === 0 ? (
        <p class="wm-empty">Every department has a champion.</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {departments.map(({ id, name }) => (
            <li>
              <a href={paths.manage.organisation(id)}>{name}</a>
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}

export type OrganisationsPageProps = {
  organisations: readonly OrganisationRow[]
  values: Values
  errors: FieldErrors
}

export function OrganisationsPage({ organisations, values, errors }: OrganisationsPageProps) {
  return (
    <Page
      title="Organisations"
      hasErrors={errors.length > 0}
      back={{ href: paths.manage.home, text: 'Manage' }}
      isWide
    >
      <ErrorSummary errors={errorLinks(errors, ['signedOn'])} />
      <div class="wm-dense">
        <h1 class="govuk-heading-l">{countText(organisations.length, 'organisation', 'organisations')}</h1>
        <div class="wm-columns">
          <Table
            label="Organisations"
            head={[{ text: 'Name' }, { text: 'Kind' }, { text: 'Signed the Covenant' }]}
            rows={organisations.map((organisation) => [
              <a href={paths.manage.organisation(organisation.id)}>{organisation.name}</a>,
              ORGANISATION_KIND[organisation.kind],
              organisation.covenantSignedOn ? dayText(organisation.covenantSignedOn) : 'Not yet',
            ])}
          />
          <Form action={paths.manage.organisations}>
            <h2 class="govuk-heading-m">Add one</h2>
            <Fields values={values} errors={errors} />
            <Button>Add</Button>
          </Form>
        </div>
      </div>
    </Page>
  )
}

export type OrganisationPageProps = {
  organisation: OrganisationRow
  /** What was typed, when it has to be corrected. */
  values: Values | null
  errors: FieldErrors
}

export function OrganisationPage({ organisation, values, errors }: OrganisationPageProps) {
  const [year = '', month = '', day = ''] = organisation.covenantSignedOn?.split('-') ?? []
  const standing = {
    name: organisation.name,
    kind: organisation.kind,
    'signedOn-day': day,
    'signedOn-month': month,
    'signedOn-year': year,
  }
  return (
    <Page
      title={organisation.name}
      hasErrors={errors.length > 0}
      back={{ href: paths.manage.organisations, text: 'Organisations' }}
    >
      <ErrorSummary errors={errorLinks(errors, ['signedOn'])} />
      <h1 class="govuk-heading-l">{organisation.name}</h1>
      <Form action={paths.manage.organisation(organisation.id)}>
        <input type="hidden" name="version" value={String(organisation.version)} />
        <Fields values={values ?? standing} errors={errors} />
        <Button>Save</Button>
      </Form>
    </Page>
  )
}

function Fields({ values, errors }: { values: Values; errors: FieldErrors }) {
  const kinds = [
    { value: '', text: 'Choose one' },
    ...ORGANISATION_KINDS.map((value) => ({ value, text: ORGANISATION_KIND[value] })),
  ]
  return (
    <>
      <TextInput name="name" label="Name" value={valueOf(values, 'name')} error={errorOf(errors, 'name')} />
      <Select
        name="kind"
        label="Kind"
        items={kinds}
        value={valueOf(values, 'kind')}
        error={errorOf(errors, 'kind')}
      />
      <DateInput
        name="signedOn"
        legend="Signed the Covenant on"
        hint="Leave empty if they have not"
        values={{
          day: valueOf(values, 'signedOn-day'),
          month: valueOf(values, 'signedOn-month'),
          year: valueOf(values, 'signedOn-year'),
        }}
        error={errorOf(errors, 'signedOn')}
      />
    </>
  )
}
