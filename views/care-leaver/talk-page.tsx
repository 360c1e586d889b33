import type { Day } from '../../src/domain/dates'
import { MENTOR_KINDS } from '../../src/domain/mentor'
import { MENTOR_END_CODES, MENTOR_HELP, type MentorRequest } from '../../src/domain/mentor-request'
import { LANGUAGE_CODES, LANGUAGES } from '../../src/domain/taxonomy'
import { paths } from '../../src/paths'
import type { OfferedMentorView } from '../../src/policy/views'
import { Button, Checkboxes, Details, ErrorSummary, InsetText, Radios } from '../govuk'
import { Form } from '../layout/form'
import { Page } from '../layout/page'
import { MENTOR_END, MENTOR_HELP_WORDS } from '../mentoring/words'
import { choices } from '../shared/choices'
import { errorLinks, errorOf, type FieldErrors, valueOf, type Values, valuesOf } from '../shared/errors'
import { TOPIC } from '../words/labels'
import { dayText } from '../words/times'

export type TalkPageProps = {
  request: MentorRequest | null
  offered: readonly OfferedMentorView[]
  chosen: OfferedMentorView | null
  /** Nobody of the last choice is held any more, and no other is on offer. */
  isLetGo: boolean
  /** The day the last time with somebody ended, where they have not asked again. */
  endedOn: Day | null
  values: Values
  errors: FieldErrors
}

const KIND = {
  mentor: 'A mentor: someone who helps you reach a goal',
  befriender: 'A befriender: someone to talk to and do things with',
} as const

/** Somebody to talk to, at whatever point it stands. */
export function TalkPage(props: TalkPageProps) {
  const { request, errors } = props
  return (
    <Page
      title="Someone to talk to"
      hasErrors={errors.length > 0}
      back={{ href: paths.my.home, text: 'Home' }}
    >
      <ErrorSummary errors={errorLinks(errors)} />
      <h1 class="govuk-heading-l">Someone to talk to</h1>
      {request === null ? <Ask {...props} /> : null}
      {request?.state === 'open' ? <Looking {...props} /> : null}
      {request?.state === 'offered' ? <Pick {...props} /> : null}
      {request?.state === 'matched' ? <Together {...props} /> : null}
      {request?.state === 'open' || request?.state === 'offered' ? (
        <Form action={paths.my.takeBackTalk}>
          <Button variant="secondary">I do not want this now</Button>
        </Form>
      ) : null}
    </Page>
  )
}

const WANTED = { mentor: 'a mentor', befriender: 'a befriender' } as const

function Looking({ isLetGo, request }: TalkPageProps) {
  return (
    <>
      {isLetGo ? (
        <InsetText>
          The people we offered you are no longer held for you. We are looking for others. You do not lose
          your place.
        </InsetText>
      ) : null}
      <p>
        You asked for {request ? WANTED[request.kind] : 'someone'}. The Social Connections team at the council
        is looking. They will offer you a choice of people. You get a mail when they do.
      </p>
    </>
  )
}

function Ask({ endedOn, values, errors }: TalkPageProps) {
  return (
    <>
      {endedOn ? (
        <InsetText>
          Your time with the person you met ended on {dayText(endedOn)}. You can ask for someone again
          whenever you like.
        </InsetText>
      ) : null}
      <p>You can ask for someone to spend time with. They are checked and trained. You choose who it is.</p>
      <Form action={paths.my.talk}>
        <Radios
          name="kind"
          legend="Who would you like?"
          value={valueOf(values, 'kind')}
          error={errorOf(errors, 'kind')}
          items={choices(MENTOR_KINDS, KIND)}
        />
        <Checkboxes
          name="help"
          legend="What would you like help with?"
          hint="You can leave this out"
          values={valuesOf(values, 'help')}
          error={errorOf(errors, 'help')}
          items={choices(MENTOR_HELP, MENTOR_HELP_WORDS)}
        />
        <Checkboxes
          name="languages"
          legend="Which languages would you like to speak with them?"
          hint="Tick none if it does not matter"
          values={valuesOf(values, 'languages')}
          error={errorOf(errors, 'languages')}
          items={choices(LANGUAGE_CODES, LANGUAGES)}
        />
        <p>
          The team will see your name, your area, what you like and what you want to do. They see what you
          tick here too. Your adviser sees that you asked. They do not see what you tick or who you pick.
        </p>
        <Button>Ask for someone</Button>
      </Form>
    </>
  )
}

function Pick({ offered, values, errors }: TalkPageProps) {
  const until = offered[0]?.holdUntil
  return (
    <>
      <p>
        You can choose one of these people. {until ? `Tell us by ${dayText(until)}.` : ''} They do not know
        your name yet.
      </p>
      {offered.map((one) => (
        <Someone one={one} />
      ))}
      <Form action={paths.my.pickTalk}>
        <Radios
          name="pick"
          legend="Who would you like to meet?"
          value={valueOf(values, 'pick')}
          error={errorOf(errors, 'pick')}
          items={[
            ...offered.map(({ id, firstName }) => ({ value: id, text: firstName })),
            { value: 'none', text: 'None of these' },
          ]}
        />
        <p>If you pick none, we look for other people. You do not lose your place.</p>
        <Button>Send my answer</Button>
      </Form>
    </>
  )
}

function Together({ chosen, values, errors }: TalkPageProps) {
  return (
    <>
      <p>You picked someone. The Social Connections team will help you meet.</p>
      {chosen ? <Someone one={chosen} /> : null}
      <Details summary="I want to stop" isOpen={errors.length > 0}>
        <Form action={paths.my.endTalk}>
          <Radios
            name="endCode"
            legend="Why?"
            value={valueOf(values, 'endCode')}
            error={errorOf(errors, 'endCode')}
            items={choices(MENTOR_END_CODES, MENTOR_END)}
          />
          <Button>Stop</Button>
        </Form>
      </Details>
    </>
  )
}

function Someone({ one }: { one: OfferedMentorView }) {
  return (
    <div class="wm-box">
      <h2 class="govuk-heading-s">
        <bdi>{one.firstName}</bdi>
      </h2>
      {one.about ? (
        <p>
          <bdi>{one.about}</bdi>
        </p>
      ) : null}
      {one.topics.length > 0 ? <p>Likes: {one.topics.map((topic) => TOPIC[topic]).join(', ')}</p> : null}
      <p>Speaks: {one.languages.map((language) => LANGUAGES[language]).join(', ')}</p>
    </div>
  )
}
