import type { SavedSearch } from '../../db/queries/saved-searches'
import { ALERTS, type Alerts, searchOf } from '../../src/domain/search'
import { paths } from '../../src/paths'
import { Button } from '../govuk'
import { Form } from '../layout/form'
import { Page } from '../layout/page'
import { searchWords } from '../shared/search-words'

/** How each is asked for, on its button. */
const ASK: Record<Alerts, string> = {
  none: 'Stop the mail',
  daily: 'Tell me once a day at most',
  weekly: 'Tell me once a week at most',
}

const NOW: Record<Alerts, string> = {
  none: 'We do not send you mail about it.',
  daily: 'We send you mail when there is something new, once a day at most.',
  weekly: 'We send you mail when there is something new, once a week at most.',
}

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
        <>
          <p>The mail only says “You have an update”. It never says what you look for.</p>
          <ul class="govuk-list">
            {searches.map((search) => (
              <li>
                <OneSearch search={search} />
              </li>
            ))}
          </ul>
        </>
      )}
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
      <p>{NOW[alerts]}</p>
      {ALERTS.filter((one) => one !== alerts).map((one) => (
        <Form action={paths.my.searchAlerts(id)}>
          <input type="hidden" name="alerts" value={one} />
          <Button variant="secondary">
            {ASK[one]}
            <span class="govuk-visually-hidden">: {words}</span>
          </Button>
        </Form>
      ))}
      <Form action={paths.my.removeSearch(id)}>
        <button type="submit" class="wm-link-button">
          Take off my list<span class="govuk-visually-hidden">: {words}</span>
        </button>
      </Form>
    </section>
  )
}
