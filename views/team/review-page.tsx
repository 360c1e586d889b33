import type { OpportunityWork } from '../../db/queries/opportunities'
import { CHANGE_CODES } from '../../src/domain/opportunity'
import type { DraftWarning } from '../../src/domain/opportunity-draft'
import { paths } from '../../src/paths'
import type { OfferView } from '../../src/policy/views'
import { Button, CharacterCount, Checkboxes, Details, ErrorSummary, InsetText, SummaryList } from '../govuk'
import { Form } from '../layout/form'
import { Page } from '../layout/page'
import { errorLinks, errorOf, type FieldErrors, valueOf, type Values, valuesOf } from '../shared/errors'
import { OfferDetail } from '../shared/offer-detail'
import {
  CHANGE_CODE,
  DBS,
  DEFINITION,
  HEADING,
  KIND,
  OUTCOME,
  PRIORITY,
  QUALIFICATION,
  VISIBILITY,
} from '../words/labels'
import { countText, momentText } from '../words/times'
import { warningText } from '../words/warnings'

export type ReviewPageProps = {
  work: OpportunityWork
  offer: OfferView
  /** What is live now, when this is a new version of it. */
  published: OfferView | null
  warnings: readonly DraftWarning[]
  values: Values
  errors: FieldErrors
}

export function ReviewPage(props: ReviewPageProps) {
  const { work, offer, published, warnings, errors } = props
  return (
    <Page
      title={`Review: ${offer.title}`}
      hasErrors={errors.length > 0}
      back={{ href: paths.team.home, text: 'Waiting' }}
      isWide
    >
      <ErrorSummary errors={errorLinks(errors)} />
      <h1 class="govuk-heading-l">{offer.title}</h1>
      <p class="wm-secondary">
        From {work.organisationName}, sent{' '}
        {work.revision?.submittedAt ? momentText(work.revision.submittedAt) : ''}
      </p>
      {published ? (
        <InsetText>This is a new version. The one that is live stays until you publish this one.</InsetText>
      ) : null}
      <div class="wm-columns">
        <div>
          <Warnings warnings={warnings} />
          <div class="wm-preview">
            <p class="wm-preview__label">As young people will see it</p>
            <OfferDetail offer={offer} />
          </div>
          {published ? (
            <Details summary="What is live now">
              <OfferDetail offer={published} />
            </Details>
          ) : null}
        </div>
        <aside>
          <h2 class="govuk-heading-m">Its terms</h2>
          <SummaryList rows={termsOf(offer)} />
          <Decide {...props} />
          <p>
            <a href={paths.team.history('opportunity', work.id)}>History</a>
          </p>
        </aside>
      </div>
    </Page>
  )
}

function Warnings({ warnings }: { warnings: readonly DraftWarning[] }) {
  if (warnings.length === 0) return null
  return (
    <div class="wm-box">
      <h2 class="govuk-heading-s">Worth a look</h2>
      <ul class="govuk-list govuk-list--bullet">
        {warnings.map((warning) => (
          <li>{warningText(warning)}</li>
        ))}
      </ul>
    </div>
  )
}

function termsOf(offer: OfferView) {
  return [
    { key: 'Kind', value: KIND[offer.kind] },
    { key: 'Places', value: countText(offer.places, 'place', 'places') },
    { key: 'Ages', value: `${offer.minAge} to ${offer.maxAge} on the first day` },
    { key: 'For', value: DEFINITION[offer.definition] },
    { key: 'Right to work', value: offer.needsRightToWork ? 'Needed' : 'Not needed' },
    { key: 'Background check', value: DBS[offer.dbsLevel] },
    { key: 'Qualification', value: QUALIFICATION[offer.qualificationLevel] },
    { key: 'Who sees it', value: VISIBILITY[offer.visibility] },
    { key: 'Priority', value: PRIORITY[offer.priority] },
    { key: 'Covenant outcomes', value: offer.outcomes.map((outcome) => OUTCOME[outcome]).join(', ') },
    { key: 'Local Offer heading', value: HEADING[offer.heading] },
  ]
}

function Decide({ work, values, errors }: ReviewPageProps) {
  return (
    <>
      <Form action={paths.team.publish(work.id)}>
        <input type="hidden" name="version" value={String(work.version)} />
        <Button isFullWidth>Publish</Button>
      </Form>
      <Details summary="Ask for changes" isOpen={errors.length > 0}>
        <Form action={paths.team.requestChanges(work.id)}>
          <input type="hidden" name="version" value={String(work.version)} />
          <Checkboxes
            name="codes"
            legend="What has to change?"
            isSmall
            values={valuesOf(values, 'codes')}
            error={errorOf(errors, 'codes')}
            items={CHANGE_CODES.map((value) => ({ value, text: CHANGE_CODE[value] }))}
          />
          <CharacterCount
            name="words"
            label="What should the champion do?"
            maxLength={1000}
            value={valueOf(values, 'words')}
            error={errorOf(errors, 'words')}
          />
          <Button variant="secondary">Ask for changes</Button>
        </Form>
      </Details>
    </>
  )
}
