import { searchOf } from '../../src/domain/search'
import { paths } from '../../src/paths'
import { Form } from '../layout/form'
import { searchWords } from '../shared/search-words'

/** What somebody looked for last, where they start to look. It says how long it stays. */
export function RecentSearches({ queries }: { queries: readonly string[] }) {
  return (
    <section class="wm-recent" aria-labelledby="recent">
      <h2 class="govuk-heading-s" id="recent">
        You looked for
      </h2>
      <ul class="govuk-list">
        {queries.map((query) => (
          <li>
            <a href={`${paths.browse}?${query}`}>{searchWords(searchOf(query))}</a>
          </li>
        ))}
      </ul>
      <p class="wm-secondary">Only you see this, on this device, until you sign out.</p>
      <Form action={paths.my.forgetSearches}>
        <button type="submit" class="wm-link-button">
          Forget these<span class="govuk-visually-hidden"> searches</span>
        </button>
      </Form>
    </section>
  )
}
