import type { Introduction, listMessages } from '../../db/queries/shares'
import { paths } from '../../src/paths'
import { Button, ErrorSummary, SummaryList, Textarea } from '../govuk'
import { Form } from '../layout/form'
import { Page } from '../layout/page'
import { errorLinks, errorOf, type FieldErrors, valueOf, type Values } from '../shared/errors'
import { IntroductionCard } from '../shared/introduction-card'
import { MessageList } from '../shared/message-list'
import { MATCH_STATE } from '../words/states'
import { isolated } from '../words/names'
import { dayText } from '../words/times'
import { ReportFields, reportsFrom } from '../shared/report-fields'

/** What was shared, and the champion's own facts. Nothing else about the person reaches this page. */
export type SharedView = Pick<
  Introduction,
  | 'reference'
  | 'nameUsed'
  | 'pronouns'
  | 'words'
  | 'supports'
  | 'startedAt'
  | 'endsOn'
  | 'state'
  | 'startedOn'
  | 'title'
  | 'brokerName'
>

export type IntroductionPageProps = {
  introduction: SharedView
  messages: Awaited<ReturnType<typeof listMessages>>
  phone: string
  values: Values
  errors: FieldErrors
}

/** Meeting somebody who said yes. */
export function IntroductionPage(props: IntroductionPageProps) {
  const { introduction, errors } = props
  return (
    <Page
      title="Introduction"
      hasErrors={errors.length > 0}
      back={{ href: paths.champion.home, text: 'Home' }}
    >
      <ErrorSummary errors={errorLinks(errors, ['startedOn'])} />
      <span class="govuk-caption-l">{introduction.title}</span>
      <h1 class="govuk-heading-l">
        Meet <bdi>{introduction.nameUsed}</bdi>
      </h1>
      <div class="wm-preview">
        <p class="wm-preview__label">
          This is all <bdi>{introduction.nameUsed}</bdi> chose to share
        </p>
        <IntroductionCard introduction={introduction} />
      </div>
      <p class="wm-secondary">
        They can stop sharing at any time; this page then closes. Do not copy it elsewhere.{' '}
        <bdi>{introduction.nameUsed}</bdi> can see when you have looked at it.
      </p>
      <Facts {...props} />
      <Messages {...props} />
      <Report {...props} />
    </Page>
  )
}

function Facts({ introduction, phone }: IntroductionPageProps) {
  const { state, startedAt, startedOn, endsOn, brokerName } = introduction
  return (
    <SummaryList
      rows={[
        { key: 'Where it stands', value: MATCH_STATE[state] },
        { key: 'Introduced', value: dayText(startedAt.slice(0, 10)) },
        ...(startedOn ? [{ key: 'First day', value: dayText(startedOn) }] : []),
        { key: 'Shared until', value: dayText(endsOn) },
        { key: 'Your broker', value: phone ? `${isolated(brokerName)}, ${phone}` : isolated(brokerName) },
      ]}
    />
  )
}

function Messages({ introduction, messages, values, errors }: IntroductionPageProps) {
  return (
    <section aria-labelledby="messages">
      <h2 class="govuk-heading-m" id="messages">
        Messages
      </h2>
      <MessageList messages={messages} mine={['champion', 'partner']} others={introduction.nameUsed} />
      <Form action={paths.champion.message(introduction.reference)}>
        <Textarea
          name="body"
          label={
            <>
              Write to <bdi>{introduction.nameUsed}</bdi>
            </>
          }
          hint="Say who you are and suggest a next step. They get an email that says only that there is an update"
          value={valueOf(values, 'body')}
          error={errorOf(errors, 'body')}
        />
        <Button>Send</Button>
      </Form>
    </section>
  )
}

function Report({ introduction, values, errors }: IntroductionPageProps) {
  if (reportsFrom(introduction.state).length === 0) return null
  return (
    <section aria-labelledby="report">
      <h2 class="govuk-heading-m" id="report">
        Tell us how it goes
      </h2>
      <Form action={paths.champion.report(introduction.reference)}>
        <ReportFields state={introduction.state} values={values} errors={errors} />
        <Button variant="secondary">Tell the 18+ team</Button>
      </Form>
    </section>
  )
}
