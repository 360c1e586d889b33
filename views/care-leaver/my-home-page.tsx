import type { CheckTaskRecord } from '../../db/queries/check-tasks'
import type { MatchRecord } from '../../db/queries/matches'
import type { Consideration } from '../../src/domain/care-leaver'
import { canShareAgain } from '../../src/domain/match'
import type { Day } from '../../src/domain/dates'
import { paths } from '../../src/paths'
import type { OfferView } from '../../src/policy/views'
import { Button } from '../govuk'
import { Page } from '../layout/page'
import { OfferCards } from '../shared/offer-card'
import { offerOriginText } from '../shared/offer-words'
import { toCards } from '../shared/told-apart'
import { countText, weekdayText } from '../words/times'

export type Suggestion = { offer: OfferView; why: string | null }

/** When no offer fits fully: which rules are in the way, and until when a person of the team has looked already. */
export type NothingFits = { inTheWay: readonly string[]; lookAgainOn: Day | null }

export type MyHomePageProps = {
  name: string
  consideration: Consideration
  /** How many of the questions about them are answered. */
  answered: number
  proposals: readonly MatchRecord[]
  underWay: readonly MatchRecord[]
  /** What the team needs to know about an offer. */
  questions: readonly CheckTaskRecord[]
  /** Until when mentors or befrienders are held for them to choose from; null when none are. */
  choiceUntil: Day | null
  /** Requests the team has not answered. */
  waiting: number
  suggestions: readonly Suggestion[]
  nothingFits: NothingFits | null
}

export function MyHomePage(props: MyHomePageProps) {
  const { name, consideration, answered, proposals, underWay, suggestions } = props
  return (
    <Page title="Home">
      <h1 class="govuk-heading-l">
        Hello <bdi>{name}</bdi>
      </h1>
      <Proposals proposals={proposals} />
      <AskedAgain matches={underWay.filter(canShareAgain)} />
      <Questions questions={props.questions} />
      {props.choiceUntil ? <PeopleToChooseFrom until={props.choiceUntil} /> : null}
      {consideration === 'not-asked' ? <FirstVisit /> : null}
      <UnderWay matches={underWay} waiting={props.waiting} />
      {consideration !== 'not-asked' && answered < 3 ? <TellUsMore answered={answered} /> : null}
      {props.nothingFits ? <NothingFitsYet {...props.nothingFits} /> : null}
      <Suggestions suggestions={suggestions} consideration={consideration} />
      <h2 class="govuk-heading-m">Look around</h2>
      <ul class="govuk-list govuk-list--spaced">
        <li>
          <a href={paths.browse}>Find an offer</a>
        </li>
        <li>
          <a href={paths.my.saved}>Offers I saved</a>
        </li>
        <li>
          <a href={paths.my.searches}>My searches</a>
        </li>
        <li>
          <a href={paths.my.talk}>Someone to talk to</a>
        </li>
        <li>
          <a href={paths.my.notTold}>People and places I do not want told</a>
        </li>
      </ul>
    </Page>
  )
}

function Proposals({ proposals }: { proposals: readonly MatchRecord[] }) {
  return (
    <>
      {proposals.map((match) => (
        <section class="wm-box wm-box--now">
          <h2 class="govuk-heading-m">There is an offer for you</h2>
          <p>
            <a href={paths.my.offer(match.id)}>
              <strong>{match.title}</strong>
            </a>
            , from {offerOriginText(match)}. A place is kept for you until{' '}
            {weekdayText(match.holdUntil ?? '')}.
          </p>
          <div class="wm-action">
            <Button href={paths.my.offer(match.id)}>Look at it</Button>
          </div>
        </section>
      ))}
    </>
  )
}

/** They asked for somebody to talk to, and there is a choice. */
function PeopleToChooseFrom({ until }: { until: Day }) {
  return (
    <section class="wm-box wm-box--now">
      <h2 class="govuk-heading-m">You have people to choose from</h2>
      <p>You asked for someone to talk to. Tell us who you would like by {weekdayText(until)}.</p>
      <div class="wm-action">
        <Button href={paths.my.talk}>See who they are</Button>
      </div>
    </section>
  )
}

/** What stands between them and an offer the team thinks of, and only they can say. */
function Questions({ questions }: Pick<MyHomePageProps, 'questions'>) {
  if (questions.length === 0) return null
  return (
    <section class="wm-box wm-box--now">
      <h2 class="govuk-heading-m">{questions.length === 1 ? 'A question for you' : 'Questions for you'}</h2>
      <ul class="govuk-list govuk-list--spaced">
        {questions.map(({ id, title }) => (
          <li>
            <a href={paths.my.check(id)}>About “{title}”</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A yes that waits for another: somebody new looks after it, or what was shared has come to its last day. */
function AskedAgain({ matches }: { matches: readonly MatchRecord[] }) {
  return (
    <>
      {matches.map((match) => (
        <section class="wm-box wm-box--now">
          <h2 class="govuk-heading-m">You are asked again</h2>
          <p>
            <a href={paths.my.offer(match.id)}>
              <strong>{match.title}</strong>
            </a>
            , from {offerOriginText(match)}. Nobody there can see anything about you now.
          </p>
          <div class="wm-action">
            <Button href={paths.my.offer(match.id)}>Look at it</Button>
          </div>
        </section>
      ))}
    </>
  )
}

function FirstVisit() {
  return (
    <section class="wm-box wm-box--now">
      <h2 class="govuk-heading-m">Start here</h2>
      <p>
        It takes about two minutes to see what this is, what happens with your information, and to say if we
        may suggest you for offers.
      </p>
      <div class="wm-action">
        <Button href={paths.my.welcome}>Start</Button>
      </div>
    </section>
  )
}

function UnderWay({ matches, waiting }: { matches: readonly MatchRecord[]; waiting: number }) {
  if (matches.length === 0 && waiting === 0) return null
  return (
    <section>
      <h2 class="govuk-heading-m">What is going on</h2>
      <ul class="govuk-list govuk-list--spaced">
        {matches.map((match) => (
          <li>
            <a href={paths.my.offer(match.id)}>{match.title}</a>, from {offerOriginText(match)}.{' '}
            {match.state === 'started' ? 'You have started.' : 'You said yes.'}
          </li>
        ))}
        {waiting > 0 ? (
          <li>
            <a href={paths.my.requests}>{countText(waiting, 'request', 'requests')}</a> waiting for the 18+
            team
          </li>
        ) : null}
      </ul>
    </section>
  )
}

function TellUsMore({ answered }: { answered: number }) {
  return (
    <section class="wm-box">
      <h2 class="govuk-heading-s">{answered === 0 ? 'Tell us what you like' : 'Tell us a bit more'}</h2>
      <p>
        The more we know, the better the offers fit. You choose what to answer.{' '}
        <a href={paths.my.answers}>Answer a question</a>
      </p>
    </section>
  )
}

/** What somebody could change themselves, by the rule that is in the way. */
const COULD_CHANGE: Readonly<Record<string, { text: string; question: string }>> = {
  travel: { text: 'Say how far you can travel', question: 'travel' },
  availability: { text: 'Add more times when you are free', question: 'free-times' },
  'do-not-suggest': { text: 'Look again at what you do not want', question: 'not-suggest' },
}

/** Honest and kind: it is not their fault, we go on looking, and this is what could help. */
function NothingFitsYet({ inTheWay, lookAgainOn }: NothingFits) {
  const changes = inTheWay.flatMap((ruleId) => COULD_CHANGE[ruleId] ?? [])
  return (
    <section class="wm-box">
      <h2 class="govuk-heading-m">Nothing fits you fully yet</h2>
      <p>
        This is not because of anything you did. We keep asking for new offers.
        {lookAgainOn
          ? ` A person on our team has looked for you. They look again on ${weekdayText(lookAgainOn)}.`
          : ' A person on our team will look for you too.'}
      </p>
      {changes.length > 0 ? (
        <>
          <p>You can leave all as it is. If you like, this could help:</p>
          <ul class="govuk-list govuk-list--bullet">
            {changes.map(({ text, question }) => (
              <li>
                <a href={paths.my.answer(question)}>{text}</a>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  )
}

function Suggestions({ suggestions, consideration }: Pick<MyHomePageProps, 'suggestions' | 'consideration'>) {
  if (consideration !== 'yes') return null
  return (
    <section>
      <h2 class="govuk-heading-m">These could suit you</h2>
      {suggestions.length === 0 ? (
        <p>
          Nothing fits just now. <a href={paths.my.answers}>Tell us more about what you like</a>, or{' '}
          <a href={paths.browse}>look at everything there is</a>.
        </p>
      ) : (
        <>
          <OfferCards offers={toCards(suggestions)} headingLevel={3} />
          <p>
            <a href={paths.my.suggestions}>See more that could suit you</a>
          </p>
        </>
      )}
    </section>
  )
}
