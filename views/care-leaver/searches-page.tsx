import type { SavedSearch } from '../../db/queries/saved-searches'
import { type Alerts, searchOf } from '../../src/domain/search'
import { paths } from '../../src/paths'
import { Button, Details, Radios } from '../govuk'
import { Form } from '../layout/form'
import { Page } from '../layout/page'
import { searchWords } from '../shared/search-words'

export const ALERTS_ITEMS: readonly { value: Alerts; text: string }[] = [
  { value: 'none', text: 'Do not send me mail' },
  { value: 'daily', text: 'When there is something new, once a day at most' },
  { value: 'weekly', text: 'When there is something new, once a week at most' },
]

/** What somebody keeps looking for. Each can be opened, told of more or less often, or taken off. */
export function SearchesPage({ searches }: { searches: readonly SavedSearch[] }) {
  return (
    <Page title="My searches" back={{ href: paths.my.home }}>
      <h1 class="govuk-heading-l">My searches</h1>
      {searches.length === 0 ? (
        <p class="wm-empty">
          You have not saved a search. <a href={paths.browse}>Look for something</a> and press “Save this
          search”.
        </p>
      ) : (
        <p>The mail only says “You have an update”. It never says what you look for.</p>
      )}
      <ul class="govuk-list">
        {searches.map((search) => (
          <li>
            <OneSearch search={search} />
          </li>
        ))}
      </ul>
    </Page>
  )
}

function OneSearch({ search: { id, query, alerts } }: { search: SavedSearch }) {
  const words = searchWords(searchOf(query))
  return (
    <section class="wm-box">
      <h2 class="govuk-heading-m">
        <a href={query ? `${paths.browse}?${query}` : paths.browse}>{words}</a>
      </h2>
      {alerts === 'none' ? null : (
        <Form action={paths.my.searchAlerts(id)}>
          <input type="hidden" name="alerts" value="none" />
          <Button variant="secondary">
            Stop the mail<span class="govuk-visually-hidden"> about {words}</span>
          </Button>
        </Form>
      )}
      <details class="govuk-details">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">
            Change how often we tell you<span class="govuk-visually-hidden"> about {words}</span>
          </span>
        </summary>
        <div class="govuk-details__text">
          <Form action={paths.my.searchAlerts(id)}>
            <Radios
              name="alerts"
              idPrefix={`alerts-${id}`}
              legend="Mail"
              value={alerts}
              items={[...ALERTS_ITEMS]}
            />
            <Button variant="secondary">Change</Button>
          </Form>
        </div>
      </details>
      <Form action={paths.my.removeSearch(id)}>
        <button type="submit" class="wm-link-button">
          Take off my list<span class="govuk-visually-hidden">: {words}</span>
        </button>
      </Form>
    </section>
  )
}
