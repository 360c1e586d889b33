import type { CheckTaskRecord } from '../../db/queries/check-tasks'
import type { InterestRecord } from '../../db/queries/interests'
import type { MatchRecord } from '../../db/queries/matches'
import type { AccountState } from '../../src/domain/account'
import {
  type CareLeaver,
  type EligibilityFacts,
  PROFILE_QUESTIONS,
  type Profile,
} from '../../src/domain/care-leaver'
import type { Instant } from '../../src/domain/dates'
import { canShareAgain } from '../../src/domain/match'
import { paths } from '../../src/paths'
import type { MentoringStandingView } from '../../src/policy/views'
import { Button, ErrorSummary, InsetText, SummaryList, Table, TextInput } from '../govuk'
import { Form } from '../layout/form'
import { Page } from '../layout/page'
import { MENTOR_KIND } from '../mentoring/words'
import { answerText, QUESTION } from '../shared/answer-fields'
import { errorLinks, errorOf, type FieldErrors } from '../shared/errors'
import { OfferName } from '../shared/offer-name'
import { RULE_WORDS } from '../team/rule-sets/words'
import { CATEGORY, CONSIDERATION, DBS, districtName, EET, QUALIFICATION } from '../words/labels'
import { INTEREST_STATE, MATCH_STATE } from '../words/states'
import { dayText, momentText } from '../words/times'

export type PersonPageProps = {
  person: CareLeaver
  profile: Profile
  facts: EligibilityFacts
  interests: readonly InterestRecord[]
  matches: readonly MatchRecord[]
  /** What the team asks the adviser to check. */
  checks: readonly CheckTaskRecord[]
  /** Whether they asked for somebody to talk to, and how that stands; not with whom, and not what for. */
  mentoring: MentoringStandingView | null
  account: { state: AccountState; email: string } | null
  /** Until when the link works, or worked; null without one. */
  invitation: { until: Instant; isOver: boolean } | null
  email: string
  errors: FieldErrors
}

export function PersonPage(props: PersonPageProps) {
  const { person, errors } = props
  return (
    <Page
      title="One person"
      hasErrors={errors.length > 0}
      back={{ href: paths.adviser.home, text: 'Caseload' }}
      isWide
    >
      <ErrorSummary errors={errorLinks(errors)} />
      <div class="wm-dense">
        <h1 class="govuk-heading-l">
          <bdi>{person.preferredName}</bdi>
        </h1>
        <div class="wm-columns">
          <div>
            <Checks {...props} />
            <Record {...props} />
            <Answers {...props} />
            <Facts {...props} />
            <Asked {...props} />
          </div>
          <aside>
            <Access {...props} />
            <h2 class="govuk-heading-m">For them</h2>
            <ul class="govuk-list govuk-list--spaced">
              <li>
                <a href={paths.adviser.interest(person.id)}>Record an interest</a>
              </li>
              <li>
                <a href={paths.adviser.notTold(person.id)}>People and places not to be told</a>
              </li>
              <li>
                <a href={paths.adviser.history(person.id)}>History</a>
              </li>
            </ul>
          </aside>
        </div>
      </div>
    </Page>
  )
}

function Checks({ person, checks }: PersonPageProps) {
  if (checks.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">The 18+ team asks you to check</h2>
      <ul class="govuk-list govuk-list--bullet">
        {checks.map((task) => (
          <li>
            <a href={paths.adviser.check(person.id, task.id)}>{RULE_WORDS[task.rule]}</a>, for “{task.title}”
            (asked {dayText(task.askedAt.slice(0, 10))})
          </li>
        ))}
      </ul>
    </>
  )
}

const MENTORING = {
  open: 'a choice of people is looked for',
  offered: 'a choice of people is theirs to answer',
  matched: 'they have somebody',
} as const

function Record({ person, mentoring }: PersonPageProps) {
  return (
    <SummaryList
      rows={[
        { key: 'Case reference', value: person.caseReference },
        { key: 'Date of birth', value: dayText(person.dateOfBirth) },
        {
          key: 'Category',
          value: `${CATEGORY[person.statutoryCategory]}, since ${dayText(person.categorySince)}`,
        },
        { key: 'District', value: districtName(person.district) },
        { key: 'Work and study', value: EET[person.eetStatus] },
        { key: 'May be suggested', value: CONSIDERATION[person.consideration] },
        ...(mentoring
          ? [
              {
                key: 'Someone to talk to',
                value: `${MENTOR_KIND[mentoring.kind]} asked for: ${MENTORING[mentoring.state]}, since ${dayText(mentoring.stateSince.slice(0, 10))}`,
              },
            ]
          : []),
      ]}
    />
  )
}

function Answers({ person, profile }: PersonPageProps) {
  return (
    <>
      <h2 class="govuk-heading-m">What they have told us</h2>
      <SummaryList
        rows={PROFILE_QUESTIONS.map((question) => ({
          key: QUESTION[question].title,
          value: answerText(question, profile, 'they') ?? 'Not answered',
          actions: [
            {
              href: paths.adviser.answer(person.id, question),
              text: 'Write for them',
              hidden: QUESTION[question].title,
            },
          ],
        }))}
      />
    </>
  )
}

const PERMISSION = {
  'any-work': 'Any work',
  'limited-work': 'Limited work',
  'volunteering-only': 'Volunteering only',
  'not-known': 'Not known',
} as const

function Facts({ person, facts }: PersonPageProps) {
  const { rightToWork, qualificationLevel, dbsLevel, dbsIssuedOn, availableFrom } = facts
  const permission = rightToWork
    ? [
        PERMISSION[rightToWork.status],
        rightToWork.until ? `until ${dayText(rightToWork.until)}` : '',
        `checked ${dayText(rightToWork.checkedOn)} (${rightToWork.source})`,
      ]
        .filter(Boolean)
        .join(', ')
    : 'Not recorded'
  const change = (fact: string, text: string) => [
    { href: paths.adviser.fact(person.id, fact), text: 'Record', hidden: text },
  ]
  return (
    <>
      <h2 class="govuk-heading-m">What you have checked</h2>
      <p class="wm-secondary">
        This stays with you. The 18+ team sees only that a check is done or needed; a champion sees nothing of
        it.
      </p>
      <SummaryList
        rows={[
          { key: 'Right to work', value: permission, actions: change('right-to-work', 'right to work') },
          {
            key: 'Qualification',
            value:
              qualificationLevel === null
                ? 'Not recorded'
                : QUALIFICATION[qualificationLevel as 0 | 1 | 2 | 3],
            actions: change('qualification', 'qualification'),
          },
          {
            key: 'Background check',
            value: dbsLevel
              ? [DBS[dbsLevel], dbsIssuedOn ? dayText(dbsIssuedOn) : ''].filter(Boolean).join(', ')
              : 'Not recorded',
            actions: change('dbs', 'background check'),
          },
          {
            key: 'Available from',
            value: availableFrom ? dayText(availableFrom) : 'Now, or not recorded',
            actions: change('availability', 'availability'),
          },
        ]}
      />
    </>
  )
}

function Asked({ person, interests, matches }: PersonPageProps) {
  if (interests.length === 0 && matches.length === 0) return null
  return (
    <Table
      caption="Interests and offers"
      captionSize="m"
      head={[{ text: 'What' }, { text: 'State' }, { text: 'Since' }]}
      rows={[
        ...matches.map((match) => [
          <OfferName
            offer={match}
            href={
              match.state === 'proposed' || canShareAgain(match)
                ? paths.adviser.offer(person.id, match.id)
                : undefined
            }
          />,
          match.state === 'proposed' && match.holdUntil
            ? `${MATCH_STATE.proposed}, by ${dayText(match.holdUntil)}`
            : `${MATCH_STATE[match.state]}${canShareAgain(match) ? ', asked to share again' : ''}`,
          momentText(match.stateSince),
        ]),
        ...interests.map((interest) => [
          <OfferName offer={interest} />,
          `Interest: ${INTEREST_STATE[interest.state].toLowerCase()}`,
          momentText(interest.createdAt),
        ]),
      ]}
    />
  )
}

function Access({ person, account, invitation, email, errors }: PersonPageProps) {
  if (account && account.state !== 'invited') {
    return (
      <InsetText>
        {account.state === 'active' ? `Signs in with ${account.email}.` : 'Cannot sign in at the moment.'}
      </InsetText>
    )
  }
  return (
    <section class="wm-box">
      <h2 class="govuk-heading-s">
        {account ? (invitation?.isOver ? 'The link ran out' : 'Invited') : 'Invite them'}
      </h2>
      {account && invitation ? (
        <p>
          The link was sent to {account.email} and {invitation.isOver ? 'stopped working on' : 'works until'}{' '}
          {momentText(invitation.until)}.
        </p>
      ) : null}
      <p class="wm-secondary">
        Make sure the address is theirs and safe: ask them in person, or on a number you know.
      </p>
      <Form action={paths.adviser.invite(person.id)}>
        <TextInput
          name="email"
          label="Their email address"
          type="email"
          autocomplete="off"
          value={email || account?.email || ''}
          error={errorOf(errors, 'email')}
        />
        <Button variant="secondary">{account ? 'Send a new link' : 'Send the invitation'}</Button>
      </Form>
    </section>
  )
}
