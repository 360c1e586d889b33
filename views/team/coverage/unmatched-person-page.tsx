import type { NoMatchRecord } from '../../../db/queries/no-match'
import type { Day } from '../../../src/domain/dates'
import { NO_MATCH_CODES } from '../../../src/domain/no-match'
import type { WhyUnmatched } from '../../../src/matching/coverage/unmatched'
import { paths } from '../../../src/paths'
import { Button, CharacterCount, DateInput, Details, ErrorSummary, Radios } from '../../govuk'
import { Form } from '../../layout/form'
import { Page } from '../../layout/page'
import { errorLinks, errorOf, type FieldErrors, valueOf, type Values } from '../../shared/errors'
import { dayText, waitingText } from '../../words/times'
import { WhyAndChange } from './why-and-change'
import { NO_MATCH, nothingFitsText, obstacleLines, offersText } from './words'

export type UnmatchedPersonPageProps = {
  person: { id: string; preferredName: string; waitingSince: Day | null }
  /** Null when something fits them by now, or they do not wait. */
  why: WhyUnmatched | null
  best: { model: number; people: number } | null
  before: NoMatchRecord | null
  mayRecord: boolean
  today: Day
  values: Values
  errors: FieldErrors
}

/** Somebody whom nothing fits, for a human who looks. */
export function UnmatchedPersonPage(props: UnmatchedPersonPageProps) {
  const { person, why, best, before, mayRecord, today, errors } = props
  return (
    <Page
      title="Nothing fits"
      hasErrors={errors.length > 0}
      back={{ href: paths.team.unmatched, text: 'People whom nothing fits' }}
    >
      <ErrorSummary errors={errorLinks(errors)} />
      <h1 class="govuk-heading-l">
        <bdi>{person.preferredName}</bdi>
      </h1>
      {why ? (
        <>
          <p>
            {nothingFitsText(why)}{' '}
            {person.waitingSince ? `Waiting ${waitingText(person.waitingSince, today)}.` : ''}
          </p>
          <div class="govuk-body">
            <WhyAndChange why={why} best={best} />
          </div>
          <InTheWay why={why} />
        </>
      ) : (
        <p>There is nothing to record: an offer fits them by now, or they are not waiting to be suggested.</p>
      )}
      <p>
        <a href={paths.team.person(person.id)}>Offers for this person</a>
        {why ? ', with those that need a check first' : ''}
        {why?.ofKinds === 'wanted' ? ' and those of other kinds' : ''}
      </p>
      {before ? <Before before={before} personId={person.id} /> : null}
      {why && mayRecord ? <NoMatchFields {...props} /> : null}
    </Page>
  )
}

/** One rule alone has been said already. */
function InTheWay({ why }: { why: WhyUnmatched }) {
  const lines = obstacleLines(why)
  if (lines.length < 2) return null
  return (
    <Details summary={`Everything that stands in the way of ${offersText(why)}`}>
      <ul class="govuk-list govuk-list--bullet">
        {lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </Details>
  )
}

function Before({ before, personId }: { before: NoMatchRecord; personId: string }) {
  return (
    <section class="wm-box">
      <h2 class="govuk-heading-s">Looked at on {dayText(before.recordedOn)}</h2>
      <p>
        {NO_MATCH[before.code]}: <bdi>{before.words}</bdi>
      </p>
      <p>
        Look again on {dayText(before.lookAgainOn)}.{' '}
        <a href={paths.team.history('no-match', personId)}>History</a>
      </p>
    </section>
  )
}

function NoMatchFields({ person, before, values, errors }: UnmatchedPersonPageProps) {
  return (
    <Form action={paths.team.unmatchedPerson(person.id)}>
      <input type="hidden" name="seen" value={String(before?.version ?? 0)} />
      <h2 class="govuk-heading-m">You looked, and found nothing</h2>
      <Radios
        name="code"
        legend="Why nothing fits"
        legendSize="s"
        value={valueOf(values, 'code')}
        error={errorOf(errors, 'code')}
        items={NO_MATCH_CODES.map((value) => ({ value, text: NO_MATCH[value] }))}
      />
      <CharacterCount
        name="words"
        label="In your words"
        hint="They can read this when they ask for their record. Write it for them."
        maxLength={500}
        rows={3}
        value={valueOf(values, 'words')}
        error={errorOf(errors, 'words')}
      />
      <DateInput
        name="lookAgainOn"
        legend="Day to look again"
        legendSize="s"
        hint="Within 26 weeks. They are back on the list on that day, or gone from it as soon as an offer fits."
        values={{
          day: valueOf(values, 'lookAgainOn-day'),
          month: valueOf(values, 'lookAgainOn-month'),
          year: valueOf(values, 'lookAgainOn-year'),
        }}
        error={errorOf(errors, 'lookAgainOn')}
      />
      <Button>Record that nothing was found</Button>
    </Form>
  )
}
