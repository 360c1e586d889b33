import { Page } from '../layout/page'

/** The mentors and befrienders. */
export function MentorsPage() {
  return (
    <Page title="Mentors and befrienders" isWide>
      <h1 class="govuk-heading-l">Mentors and befrienders</h1>
      <p>Nobody has been added yet.</p>
    </Page>
  )
}
