import type { InterestRecord } from '../../db/queries/interests'
import type { Day } from '../../src/domain/dates'
import { NOT_THIS_TIME_CODES, type NotThisTimeCode } from '../../src/domain/match'
import { paths } from '../../src/paths'
import { Button, CharacterCount, ErrorSummary, Radios, Select, SummaryList, Tag } from '../govuk'
import { Form } from '../layout/form'
import { Page } from '../layout/page'
import { errorLinks, errorOf, type FieldErrors, valueOf, type Values } from '../shared/errors'
import { offerOriginText } from '../shared/offer-words'
import { INTEREST_STATE, NOT_THIS_TIME } from '../words/states'
import { dayText, momentText } from '../words/times'

export type InterestPageProps = { interest: InterestRecord; today: Day; values: Values; errors: FieldErrors }

export function InterestPage({ interest, today, values, errors }: InterestPageProps) {
  const isOpen = interest.state === 'open' || interest.state === 'kept'
  const isLate = interest.state === 'open' && interest.answerDueOn < today
  return (
    <Page
      title="Answer an interest"
      hasErrors={errors.length > 0}
      back={{ href: paths.team.home, text: 'Waiting' }}
    >
      <ErrorSummary errors={errorLinks(errors)} />
      <h1 class="govuk-heading-l">
        <bdi>{interest.preferredName}</bdi> is interested in “{interest.title}”
      </h1>
      <SummaryList
        rows={[
          { key: 'State', value: isLate ? <Tag colour="red">Late</Tag> : INTEREST_STATE[interest.state] },
          { key: 'Asked', value: momentText(interest.createdAt) },
          ...(interest.state === 'open' ? [{ key: 'Answer by', value: dayText(interest.answerDueOn) }] : []),
          ...(interest.words ? [{ key: 'Their words', value: <bdi>{interest.words}</bdi> }] : []),
          { key: 'From', value: offerOriginText(interest) },
          ...answerRows(interest),
        ]}
      />
      {isOpen ? (
        <>
          <Button href={paths.team.pair(interest.opportunityId, interest.careLeaverId)}>
            Look at the fit, and propose
          </Button>
          <AnswerForm interest={interest} values={values} errors={errors} />
        </>
      ) : null}
      <p>
        <a href={paths.team.history('interest', interest.id)}>History</a>
      </p>
    </Page>
  )
}

/** What they were told already, so that nobody tells them twice or something else. */
const answerRows = ({ answeredAt, answerCode, answerWords }: InterestRecord) => [
  ...(answeredAt ? [{ key: 'Answered', value: momentText(answeredAt) }] : []),
  ...(answerCode ? [{ key: 'Why', value: NOT_THIS_TIME[answerCode as NotThisTimeCode] }] : []),
  ...(answerWords ? [{ key: 'What they were told', value: <bdi>{answerWords}</bdi> }] : []),
]

function AnswerForm({ interest, values, errors }: Omit<InterestPageProps, 'today'>) {
  const reasons = [
    { value: '', text: 'Choose one' },
    ...NOT_THIS_TIME_CODES.map((value) => ({ value, text: NOT_THIS_TIME[value] })),
  ]
  return (
    <Form action={paths.team.answerInterest(interest.id)}>
      <Radios
        name="answer"
        legend="Or answer it without proposing"
        legendSize="m"
        value={valueOf(values, 'answer')}
        error={errorOf(errors, 'answer')}
        items={[
          ...(interest.state === 'open' ? [{ value: 'keep', text: 'Keep for later' }] : []),
          { value: 'refuse', text: 'Not this time' },
        ]}
      />
      <Select
        name="code"
        label="If not this time: why"
        items={reasons}
        value={valueOf(values, 'code')}
        error={errorOf(errors, 'code')}
      />
      <CharacterCount
        name="words"
        label="What you want to say to them"
        hint="Optional. They read it."
        maxLength={500}
        rows={3}
        value={valueOf(values, 'words')}
        error={errorOf(errors, 'words')}
      />
      <Button variant="secondary">Send the answer</Button>
    </Form>
  )
}
