import type { MatchRecord } from '../../db/queries/matches'
import type { listOutcomeChecks } from '../../db/queries/outcome-checks'
import type { findLiveShare } from '../../db/queries/shares'
import { canShareAgain, OUTCOME_RESULTS } from '../../src/domain/match'
import type { BrokerRow } from '../../src/matching/broker-row'
import { paths } from '../../src/paths'
import { Button, CharacterCount, Details, ErrorSummary, Radios, SummaryList, Table, Tag } from '../govuk'
import { Form } from '../layout/form'
import { Page } from '../layout/page'
import { errorLinks, errorOf, type FieldErrors, valueOf, type Values } from '../shared/errors'
import { offerOriginText } from '../shared/offer-words'
import { ReportFields } from '../shared/report-fields'
import { DECLINE, MATCH_STATE, OUTCOME_RESULT } from '../words/states'
import { isolated } from '../words/names'
import { dayText, momentText } from '../words/times'
import { EligibilityList, ScoreTable } from './eligibility'

type Checks = Awaited<ReturnType<typeof listOutcomeChecks>>

export type TeamMatchPageProps = {
  match: MatchRecord
  share: NonNullable<Awaited<ReturnType<typeof findLiveShare>>> | null
  checks: Checks
  decidedOn:
    | { eligibility: BrokerRow['eligibility']['lines']; score: BrokerRow['score']['lines']; total: number }
    | undefined
  mayChange: boolean
  values: Values
  errors: FieldErrors
}

const LIVE = ['proposed', 'accepted', 'introduced', 'interview', 'offered', 'started']
const REPORTABLE = ['introduced', 'interview', 'offered']

export function TeamMatchPage(props: TeamMatchPageProps) {
  const { match, checks, decidedOn, errors, mayChange } = props
  return (
    <Page
      title={`Match: ${match.title}`}
      hasErrors={errors.length > 0}
      back={{ href: paths.team.home, text: 'Waiting' }}
      isWide
    >
      <ErrorSummary errors={errorLinks(errors, ['startedOn'])} />
      <div class="wm-dense">
        <h1 class="govuk-heading-l">
          <bdi>{match.preferredName}</bdi> and “{match.title}”
        </h1>
        <p class="wm-secondary">{offerOriginText(match)}</p>
        <Facts {...props} />
        {checks.length > 0 ? <OutcomeChecks {...props} /> : null}
        {mayChange && REPORTABLE.includes(match.state) ? <ReportForm {...props} /> : null}
        {mayChange && LIVE.includes(match.state) ? <WithdrawForm {...props} /> : null}
        {decidedOn ? (
          <Details summary="What it was decided on">
            <EligibilityList lines={decidedOn.eligibility} />
            <ScoreTable lines={decidedOn.score} total={decidedOn.total} />
          </Details>
        ) : null}
        <ul class="govuk-list">
          <li>
            <a href={paths.team.opportunity(match.opportunityId)}>The opportunity</a>
          </li>
          <li>
            <a href={paths.team.history('match', match.id)}>History</a>
          </li>
        </ul>
      </div>
    </Page>
  )
}

function Facts({ match, share }: TeamMatchPageProps) {
  const no =
    match.declineCode && match.declineCode in DECLINE
      ? DECLINE[match.declineCode as keyof typeof DECLINE]
      : match.declineCode
  return (
    <SummaryList
      rows={[
        { key: 'State', value: <Tag>{MATCH_STATE[match.state]}</Tag> },
        { key: 'Since', value: momentText(match.stateSince) },
        { key: 'Broker', value: <bdi>{match.brokerName}</bdi> },
        { key: 'Reason', value: match.reason },
        ...(match.state === 'proposed' && match.holdUntil
          ? [{ key: 'Held until', value: dayText(match.holdUntil) }]
          : []),
        ...(no
          ? [
              {
                key: 'Why',
                value: [no, match.declineWords && isolated(match.declineWords)].filter(Boolean).join(': '),
              },
            ]
          : []),
        ...(match.startedOn ? [{ key: 'Started', value: dayText(match.startedOn) }] : []),
        ...(match.endedOn ? [{ key: 'Ended', value: dayText(match.endedOn) }] : []),
        {
          key: 'Shared',
          value: share
            ? `With ${isolated(share.receiverName)} until ${dayText(share.endsOn)}`
            : canShareAgain(match)
              ? `Nothing is shared. They are asked whether ${isolated(match.ownerName)} may see it`
              : match.sharing === 'not-told'
                ? 'Nothing is shared, and nothing can be: talk to the young person'
                : 'Nothing is shared',
        },
      ]}
    />
  )
}

const CHECK_STATE = {
  waiting: 'Not due yet',
  due: 'Due',
  recorded: 'Recorded',
  'not-needed': 'Not needed',
} as const

function OutcomeChecks({ match, checks, values, errors }: TeamMatchPageProps) {
  const due = checks.find(({ state }) => state === 'due')
  return (
    <>
      <Table
        caption="Outcome checks"
        captionSize="m"
        head={[
          { text: 'Week', isNumeric: true },
          { text: 'Due' },
          { text: 'State' },
          { text: 'How it goes' },
        ]}
        rows={checks.map((check) => [
          String(check.week),
          dayText(check.dueOn),
          CHECK_STATE[check.state],
          check.result ? [OUTCOME_RESULT[check.result], check.words].filter(Boolean).join(': ') : '',
        ])}
      />
      {due ? (
        <Form action={paths.team.outcome(match.id, due.week)}>
          <Radios
            name="result"
            legend={`How is it going after ${due.week} ${due.week === 1 ? 'week' : 'weeks'}?`}
            isSmall
            value={valueOf(values, 'result')}
            error={errorOf(errors, 'result')}
            items={OUTCOME_RESULTS.map((value) => ({ value, text: OUTCOME_RESULT[value] }))}
          />
          <CharacterCount
            name="words"
            label="Notes"
            hint="Optional"
            maxLength={500}
            rows={2}
            value={valueOf(values, 'words')}
            error={errorOf(errors, 'words')}
          />
          <Button>Record</Button>
        </Form>
      ) : null}
    </>
  )
}

function ReportForm({ match, values, errors }: TeamMatchPageProps) {
  return (
    <Details
      summary="Record what the champion told you"
      isOpen={errors.some(({ field }) => ['kind', 'startedOn', 'code'].includes(field))}
    >
      <Form action={paths.team.reportMatch(match.id)}>
        <ReportFields state={match.state} values={values} errors={errors} />
        <Button variant="secondary">Record</Button>
      </Form>
    </Details>
  )
}

function WithdrawForm({ match, values, errors }: TeamMatchPageProps) {
  return (
    <Details
      summary="End this match"
      isOpen={errors.some(({ field }) => ['ending', 'reason'].includes(field))}
    >
      <Form action={paths.team.withdrawMatch(match.id)}>
        <Radios
          name="ending"
          legend="How does it end?"
          isSmall
          value={valueOf(values, 'ending')}
          error={errorOf(errors, 'ending')}
          items={[
            { value: 'withdraw', text: 'Withdraw it' },
            { value: 'supersede', text: 'They took another place' },
            ...(match.state === 'started'
              ? [
                  { value: 'complete', text: 'It is complete' },
                  { value: 'end-early', text: 'It ended early' },
                ]
              : []),
            ...(match.state === 'proposed' || match.state === 'started'
              ? []
              : [{ value: 'provider-decline', text: 'The provider said no' }]),
          ]}
        />
        <CharacterCount
          name="reason"
          label="Why"
          hint="For the record"
          maxLength={1000}
          rows={3}
          value={valueOf(values, 'reason')}
          error={errorOf(errors, 'reason')}
        />
        <Button variant="warning">End this match</Button>
      </Form>
    </Details>
  )
}
