import { type Consideration, PROFILE_QUESTIONS, type Profile } from '../../src/domain/care-leaver'
import { paths } from '../../src/paths'
import { Button, ErrorSummary, SummaryList, TaskList } from '../govuk'
import { Form } from '../layout/form'
import { Page } from '../layout/page'
import { AnswerFields, type AnswerFieldsProps, answerText, QUESTION } from '../shared/answer-fields'
import { errorLinks } from '../shared/errors'
import { CONSIDERATION } from '../words/labels'

export function AnswersPage({ profile, consideration }: { profile: Profile; consideration: Consideration }) {
  return (
    <Page title="About me" back={{ href: paths.my.home }}>
      <h1 class="govuk-heading-l">About me</h1>
      <p>
        Answer what you want to, when you want to. Each answer is saved by itself, and you can change or
        remove it.
      </p>
      <TaskList
        items={PROFILE_QUESTIONS.map((question) => ({
          title: QUESTION[question].title,
          href: paths.my.answer(question),
          hint: answerText(question, profile, 'you') ?? QUESTION[question].why,
          status: answerText(question, profile, 'you')
            ? { text: 'Answered' }
            : { tag: 'Not yet', colour: 'blue' },
        }))}
      />
      <h2 class="govuk-heading-m">Suggesting me</h2>
      <SummaryList
        rows={[
          {
            key: 'May the 18+ team suggest me?',
            value: CONSIDERATION[consideration],
            actions: [{ href: paths.my.welcome, text: 'Change', hidden: 'whether the team may suggest me' }],
          },
        ]}
      />
    </Page>
  )
}

export function AnswerPage({ question, values, errors }: AnswerFieldsProps) {
  return (
    <Page title={QUESTION[question].title} hasErrors={errors.length > 0} back={{ href: paths.my.answers }}>
      <ErrorSummary errors={errorLinks(errors)} />
      <Form action={paths.my.answer(question)}>
        <AnswerFields question={question} values={values} errors={errors} />
        <div class="wm-action">
          <Button isFullWidth>Save</Button>
        </div>
      </Form>
    </Page>
  )
}
