import type { listSharesWith } from '../../db/queries/blocked'
import { Button } from '../govuk'
import { Form } from '../layout/form'
import { Page } from '../layout/page'

export type EndsSharingPageProps = {
  shares: Awaited<ReturnType<typeof listSharesWith>>
  values: { kind: string; person: string; email: string; organisationId: string }
  /** Where the list is: it is added there, and one can go back there without adding. */
  action: string
  /** Whose list it is, where an adviser keeps it for them; null on the person's own. */
  keptFor: string | null
}

/** What ends by an entry on the private list, said before it happens. The title stays neutral. */
export function EndsSharingPage({ shares, values, action, keptFor }: EndsSharingPageProps) {
  return (
    <Page title="Private list" back={{ href: action }}>
      <h1 class="govuk-heading-l">
        {keptFor === null ? (
          'This stops what is shared now'
        ) : (
          <>
            This stops what <bdi>{keptFor}</bdi> shares now
          </>
        )}
      </h1>
      <ul class="govuk-list govuk-list--bullet">
        {shares.map(({ receiverName, organisationName, title }) => (
          <li>
            <bdi>{receiverName}</bdi>, {organisationName}, about “{title}”
          </li>
        ))}
      </ul>
      <p>
        If you add this to the list, it stops at once. They can see nothing from then on, and the messages
        close. We do not tell them why.
      </p>
      <Form action={action}>
        {Object.entries({ ...pickEntry(values), sure: 'yes' }).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <div class="wm-action">
          <Button variant="warning" isFullWidth>
            Add to the list, and stop sharing
          </Button>
        </div>
      </Form>
      <p>
        <a href={action}>Go back without adding</a>
      </p>
    </Page>
  )
}

const pickEntry = ({ kind, person, email, organisationId }: EndsSharingPageProps['values']) => ({
  kind,
  person,
  email,
  organisationId,
})
