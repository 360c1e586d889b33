import { type Alerts, type SearchForm, searchQuery } from '../../src/domain/search'
import { paths } from '../../src/paths'
import { Button, Details } from '../govuk'
import { Form } from '../layout/form'

/** Keeping a search, for whoever is signed in. Mail is asked for, never assumed. */
export function SaveSearch({ form, isSaved }: { form: SearchForm; isSaved: boolean }) {
  if (isSaved)
    return (
      <p>
        You have saved this search. It is under <a href={paths.my.searches}>My searches</a>.
      </p>
    )
  return (
    <Details summary="Save this search">
      <p>We can send you mail when there is something new. It only says “You have an update”.</p>
      <Save form={form} alerts="weekly" text="Save, and tell me once a week" />
      <Save form={form} alerts="daily" text="Save, and tell me once a day" />
      <Save form={form} alerts="none" text="Save without mail" />
    </Details>
  )
}

function Save({ form, alerts, text }: { form: SearchForm; alerts: Alerts; text: string }) {
  return (
    <Form action={paths.my.searches}>
      <input type="hidden" name="query" value={searchQuery({ ...form, page: 1 }).slice(1)} />
      <input type="hidden" name="alerts" value={alerts} />
      <Button variant="secondary">{text}</Button>
    </Form>
  )
}
