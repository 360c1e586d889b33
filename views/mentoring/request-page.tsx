import type { OfferedMentor } from '../../db/queries/mentor-requests'
import type { Day } from '../../src/domain/dates'
import type { Mentor } from '../../src/domain/mentor'
import { type ChoiceState, MENTOR_END_CODES } from '../../src/domain/mentor-request'
import { LANGUAGES } from '../../src/domain/taxonomy'
import type { BrokerRow } from '../../src/matching/broker-row'
import { paths } from '../../src/paths'
import type { MentorRequestView } from '../../src/policy/views'
import { Button, CharacterCount, ErrorSummary, Radios, SummaryList, Table } from '../govuk'
import { Form } from '../layout/form'
import { Page } from '../layout/page'
import { choices as choicesOf } from '../shared/choices'
import { errorLinks, errorOf, type FieldErrors, valueOf, type Values, valuesOf } from '../shared/errors'
import { RULE } from '../team/eligibility'
import { FitRow } from '../team/fit-row'
import { districtName, GOAL, TOPIC } from '../words/labels'
import { countText, dayText, waitingText } from '../words/times'
import { HOW_FAR, MENTOR_END, MENTOR_HELP_WORDS, MENTOR_KIND } from './words'

export type RequestPageProps = {
  id: string
  request: MentorRequestView
  choices: readonly OfferedMentor[]
  rows: readonly ({ mentor: Mentor } & Pick<BrokerRow, 'eligibility' | 'score'>)[]
  /** Mentors who do not come into question, by the rule that leaves them out. */
  leftOut: readonly { ruleId: string; count: number }[]
  today: Day
  values: Values
  errors: FieldErrors
}

const howFar = ({ travelKmMax }: Mentor) =>
  travelKmMax === null ? 'did not say how far they go' : `goes ${(HOW_FAR[travelKmMax] ?? '').toLowerCase()}`

const CHOICE: Record<ChoiceState, string> = {
  offered: 'On offer',
  chosen: 'Picked',
  'not-chosen': 'Not picked',
  released: 'Given back',
  ended: 'Ended',
}

/** What is said of a mentor in other words than of an offer. */
const MENTOR_RULE: Readonly<Record<string, string>> = {
  languages: 'Do not speak a language they asked for',
  travel: 'Too far apart',
  availability: 'Not free at the same times',
  'already-answered': 'With them before, or picked by them already',
}

const listed = (words: readonly string[], none: string) => (words.length > 0 ? words.join(', ') : none)

/** A young person who asked for somebody, and the mentors that could be put to them. */
export function RequestPage(props: RequestPageProps) {
  const { id, request, choices, today, values, errors } = props
  return (
    <Page
      title="Somebody asked for a person"
      hasErrors={errors.length > 0}
      back={{ href: paths.mentoring.home, text: 'Waiting' }}
      isWide
    >
      <ErrorSummary errors={errorLinks(errors)} />
      <span class="govuk-caption-l">Asked for a {MENTOR_KIND[request.kind].toLowerCase()}</span>
      <h1 class="govuk-heading-l">
        <bdi>{request.preferredName}</bdi>
      </h1>
      <SummaryList
        rows={[
          { key: 'Waiting', value: waitingText(request.stateSince, today) },
          { key: 'District', value: districtName(request.district) },
          {
            key: 'Languages asked for',
            value: listed(
              request.languages.map((one) => LANGUAGES[one]),
              'None in particular',
            ),
          },
          {
            key: 'Help with',
            value: listed(
              request.help.map((one) => MENTOR_HELP_WORDS[one]),
              'They did not say',
            ),
          },
          {
            key: 'Likes',
            value: listed(
              request.interests.map((one) => TOPIC[one]),
              'They did not say',
            ),
          },
          {
            key: 'Wants to',
            value: listed(
              request.goals.map((one) => GOAL[one]),
              'They did not say',
            ),
          },
        ]}
      />
      {choices.length > 0 ? (
        <>
          <h2 class="govuk-heading-m">Who was offered</h2>
          <Table
            label="Who was offered"
            head={[{ text: 'Who' }, { text: 'How it stands' }, { text: 'Held until', isShort: true }]}
            rows={choices.map((choice) => [
              <a href={paths.mentoring.mentor(choice.mentorId)}>
                <bdi>
                  {choice.firstName} {choice.familyName}
                </bdi>
              </a>,
              CHOICE[choice.state],
              choice.state === 'offered' ? dayText(choice.holdUntil) : '',
            ])}
          />
        </>
      ) : null}
      {request.state === 'open' ? <Offer {...props} /> : null}
      {request.state === 'matched' ? (
        <Form action={paths.mentoring.endRequest(id)}>
          <Radios
            name="endCode"
            legend="End it: why?"
            hint="Agree a good ending with both of them first"
            value={valueOf(values, 'endCode')}
            error={errorOf(errors, 'endCode')}
            items={choicesOf(MENTOR_END_CODES, MENTOR_END)}
          />
          <Button variant="warning">Record the end</Button>
        </Form>
      ) : null}
    </Page>
  )
}

function Offer({ id, rows, leftOut, values, errors }: RequestPageProps) {
  if (rows.length === 0)
    return (
      <>
        <p class="wm-empty">
          Nobody who may be matched fits and has a place.{' '}
          <a href={paths.mentoring.home}>See whose next step waits</a>
        </p>
        {leftOut.length > 0 ? (
          <>
            <h2 class="govuk-heading-m">Why not the others</h2>
            <ul class="govuk-list govuk-list--bullet">
              {leftOut.map(({ ruleId, count }) => (
                <li>
                  {MENTOR_RULE[ruleId] ?? RULE[ruleId] ?? ruleId}: {count}
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </>
    )
  const ticked = valuesOf(values, 'mentors')
  return (
    <Form action={paths.mentoring.offer(id)}>
      <h2 class="govuk-heading-m" id="mentors">
        Offer a choice of up to three
      </h2>
      {errorOf(errors, 'mentors') ? (
        <p class="govuk-error-message">
          <span class="govuk-visually-hidden">Error:</span> {errorOf(errors, 'mentors')}
        </p>
      ) : null}
      <ul class="wm-rows">
        {rows.map(({ mentor, ...row }) => (
          <FitRow
            row={row}
            name={`${mentor.firstName} ${mentor.familyName}`}
            beside={`${districtName(mentor.district)}, ${howFar(mentor)}`}
            waiting={`${mentor.peopleMatched} of ${countText(mentor.capacity, 'young person', 'young people')}`}
            action={
              <label>
                <input
                  type="checkbox"
                  name="mentors"
                  value={mentor.id}
                  checked={ticked.includes(mentor.id)}
                />{' '}
                Offer
                <span class="govuk-visually-hidden">
                  {' '}
                  <bdi>
                    {mentor.firstName} {mentor.familyName}
                  </bdi>
                </span>
              </label>
            }
          />
        ))}
      </ul>
      <CharacterCount
        name="reason"
        label="Why these people?"
        value={valueOf(values, 'reason')}
        error={errorOf(errors, 'reason')}
        maxLength={500}
      />
      <Button>Offer the choice</Button>
    </Form>
  )
}
