import type { Mentor } from '../../src/domain/mentor'
import { paths } from '../../src/paths'
import { ErrorSummary } from '../govuk'
import { Page } from '../layout/page'
import { errorLinks, type FieldErrors, type Values } from '../shared/errors'
import { dayText } from '../words/times'
import { StepForm } from './step-forms'
import { MENTOR_KIND } from './words'

export type RenewalPageProps = { mentor: Mentor; values: Values; errors: FieldErrors }

/** A new check in the place of one that still counts: they stay where they stand. */
export function RenewalPage({ mentor, values, errors }: RenewalPageProps) {
  return (
    <Page
      title="Renewed DBS check"
      hasErrors={errors.length > 0}
      back={{ href: paths.mentoring.mentor(mentor.id), text: 'Their record' }}
    >
      <ErrorSummary errors={errorLinks(errors, ['onDay', 'issuedOn', 'renewOn'])} />
      <span class="govuk-caption-l">{MENTOR_KIND[mentor.kind]}</span>
      <h1 class="govuk-heading-l">
        <bdi>
          {mentor.firstName} {mentor.familyName}
        </bdi>
      </h1>
      <p>
        {mentor.dbsRenewOn ? `Their check counts until ${dayText(mentor.dbsRenewOn)}. ` : ''}
        With a new one they go on without a break: nobody they are with is told anything.
      </p>
      <StepForm mentor={mentor} step="renew-dbs" values={values} errors={errors} />
    </Page>
  )
}
