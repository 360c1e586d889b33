import type { OrganisationRow } from '../../db/queries/organisations'
import { Button, ErrorSummary, Radios, Select, TextInput } from '../govuk'
import { Form } from '../layout/form'
import { Page } from '../layout/page'
import { errorLinks, errorOf, type FieldErrors, valueOf, type Values } from '../shared/errors'

export type NotToldPageProps = {
  entries: readonly { id: string; kind: 'person' | 'email' | 'organisation'; words: string }[]
  organisations: readonly OrganisationRow[]
  action: string
  removeAction: (id: string) => string
  back: { href: string; text?: string }
  /** Whose list it is, where an adviser keeps it for them; null on the person's own. */
  keptFor: string | null
  values: Values
  errors: FieldErrors
}

const KIND_WORDS = { person: 'Person', email: 'Email address', organisation: 'Organisation' } as const

/** Used by the young person, and by their adviser for them. The title stays neutral. */
export function NotToldPage(props: NotToldPageProps) {
  const { entries, errors, back, keptFor } = props
  return (
    <Page title="Private list" hasErrors={errors.length > 0} back={back}>
      <ErrorSummary errors={errorLinks(errors)} />
      {keptFor === null ? <OwnIntroduction /> : <AdviserIntroduction name={keptFor} />}
      {entries.length === 0 ? <p class="wm-empty">Nobody is on the list.</p> : <Entries {...props} />}
      <AddForm {...props} />
    </Page>
  )
}

function OwnIntroduction() {
  return (
    <>
      <h1 class="govuk-heading-l">People and places I do not want told</h1>
      <p>
        We check this list every time, before anything is shared or suggested. To anyone on it, it looks as if
        you were not here.
      </p>
    </>
  )
}

/** Names whom it is for: an entry on the wrong person's list would leave the right one unprotected. */
function AdviserIntroduction({ name }: { name: string }) {
  return (
    <>
      <h1 class="govuk-heading-l">
        People and places <bdi>{name}</bdi> does not want told
      </h1>
      <p>
        You write this down for <bdi>{name}</bdi>. We check their list every time, before anything about them
        is shared or suggested. To anyone on it, it looks as if they were not here.
      </p>
    </>
  )
}

function Entries({ entries, removeAction }: NotToldPageProps) {
  return (
    <ul class="govuk-list wm-entries">
      {entries.map(({ id, kind, words }) => (
        <li class="wm-box">
          <p>
            <strong>
              <bdi>{words}</bdi>
            </strong>{' '}
            <span class="wm-secondary">{KIND_WORDS[kind]}</span>
          </p>
          <Form action={removeAction(id)}>
            <button class="wm-link-button" type="submit">
              Take off the list
              <span class="govuk-visually-hidden">
                : <bdi>{words}</bdi>
              </span>
            </button>
          </Form>
        </li>
      ))}
    </ul>
  )
}

function AddForm({ organisations, action, values, errors }: NotToldPageProps) {
  const field = (name: string) => ({ name, value: valueOf(values, name), error: errorOf(errors, name) })
  const choices = [
    { value: '', text: 'Choose one' },
    ...organisations.map(({ id, name }) => ({ value: id, text: name })),
  ]
  return (
    <Form action={action}>
      <Radios
        name="kind"
        legend="Add someone"
        legendSize="m"
        value={valueOf(values, 'kind')}
        error={errorOf(errors, 'kind')}
        items={[
          {
            value: 'person',
            text: 'A person',
            conditional: (
              <TextInput
                {...field('person')}
                label="Their name"
                hint="First name and last name, as other people write it"
                autocomplete="off"
              />
            ),
          },
          {
            value: 'email',
            text: 'An email address',
            conditional: (
              <TextInput {...field('email')} label="Which email address" type="email" autocomplete="off" />
            ),
          },
          {
            value: 'organisation',
            text: 'An organisation or department',
            conditional: <Select {...field('organisationId')} label="Which one" items={choices} />,
          },
        ]}
      />
      <Button>Add to the list</Button>
    </Form>
  )
}
