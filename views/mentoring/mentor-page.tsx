import {
  isFreeAgain,
  type Mentor,
  type MentorStep,
  nextMentorStage,
  shownStage,
  type StepAction,
} from '../../src/domain/mentor'
import { dayOf } from '../../src/domain/dates'
import { DISTRICTS, LANGUAGES } from '../../src/domain/taxonomy'
import { paths } from '../../src/paths'
import { Button, ErrorSummary, InsetText, SummaryList, Tag } from '../govuk'
import { Form } from '../layout/form'
import { Page } from '../layout/page'
import { errorLinks, type FieldErrors, type Values } from '../shared/errors'
import { TOPIC, WEEK_TIME } from '../words/labels'
import { dayText } from '../words/times'
import { StepForm, StopForm } from './step-forms'
import { Steps } from './steps'
import { HOW_FAR, MENTOR_KIND, MENTOR_STAGE } from './words'

export type MentorPageProps = {
  mentor: Mentor
  mayRenew: boolean
  steps: readonly MentorStep[]
  /** The step that can be recorded now. */
  step: StepAction | null
  values: Values
  errors: FieldErrors
}

/** The record of a mentor or befriender. */
export function MentorPage({ mentor, mayRenew, steps, step, values, errors }: MentorPageProps) {
  const name = `${mentor.firstName} ${mentor.familyName}`
  const mayStop = mentor.stage !== 'ended'
  return (
    <Page
      title="Record of a mentor or befriender"
      hasErrors={errors.length > 0}
      back={{ href: paths.mentoring.mentors, text: 'Mentors' }}
      isWide
    >
      <ErrorSummary errors={errorLinks(errors, ['onDay', 'issuedOn', 'renewOn'])} />
      <span class="govuk-caption-l">{MENTOR_KIND[mentor.kind]}</span>
      <h1 class="govuk-heading-l">
        <bdi>{name}</bdi>
      </h1>
      <p>
        <Tag>{MENTOR_STAGE[shownStage(mentor)]}</Tag>
      </p>
      {isFreeAgain(mentor) ? (
        <InsetText>
          Their time with a young person
          {mentor.timeEndedAt ? ` ended on ${dayText(dayOf(new Date(mentor.timeEndedAt)))}` : ' is over'}.
          They can be put to somebody again.
        </InsetText>
      ) : null}
      {mentor.stage === 'paused' ? (
        <>
          <InsetText>Nobody new is put to them while they are paused.</InsetText>
          <Form action={paths.mentoring.resume(mentor.id)}>
            <Button>End the pause</Button>
          </Form>
        </>
      ) : null}
      {mentor.stage === 'lapsed' ? (
        <InsetText>Their check is no longer in date. They can be matched again after a new one.</InsetText>
      ) : null}
      {step ? <StepForm mentor={mentor} step={step} values={values} errors={errors} /> : null}
      {mayRenew ? (
        <p>
          {mentor.dbsRenewOn ? `Their DBS check counts until ${dayText(mentor.dbsRenewOn)}. ` : ''}
          <a href={paths.mentoring.renewal(mentor.id)}>Record a renewed DBS check</a>
        </p>
      ) : null}
      <h2 class="govuk-heading-m">Steps</h2>
      <Steps steps={steps} />
      <h2 class="govuk-heading-m">What they tell about themselves</h2>
      <Details mentor={mentor} />
      {mayStop ? (
        <>
          <Button href={paths.mentoring.details(mentor.id)} variant="secondary">
            Change
          </Button>
          <StopForm
            mentor={mentor}
            mayPause={nextMentorStage(mentor, 'pause') !== undefined}
            values={values}
            errors={errors}
          />
        </>
      ) : null}
    </Page>
  )
}

const listed = (words: readonly string[]) => (words.length > 0 ? words.join(', ') : 'They did not say')

function Details({ mentor }: { mentor: Mentor }) {
  return (
    <SummaryList
      rows={[
        { key: 'Young people', value: `${mentor.peopleMatched} of ${mentor.capacity} at once` },
        { key: 'District', value: DISTRICTS[mentor.district] },
        {
          key: 'How far they go',
          value: mentor.travelKmMax === null ? 'They did not say' : (HOW_FAR[mentor.travelKmMax] ?? ''),
        },
        { key: 'Languages', value: listed(mentor.languages.map((one) => LANGUAGES[one])) },
        { key: 'Likes or knows about', value: listed(mentor.topics.map((one) => TOPIC[one])) },
        { key: 'Free', value: listed(mentor.weekTimes.map((one) => WEEK_TIME[one])) },
        { key: 'About themselves', value: mentor.about ? <bdi>{mentor.about}</bdi> : 'Nothing yet' },
        ...(mentor.dbsRenewOn ? [{ key: 'DBS renewal', value: dayText(mentor.dbsRenewOn) }] : []),
      ]}
    />
  )
}
