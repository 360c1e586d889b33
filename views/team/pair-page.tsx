import type { CheckTaskRecord } from '../../db/queries/check-tasks'
import type { InterestRecord } from '../../db/queries/interests'
import type { PublishedOpportunity } from '../../db/queries/opportunities'
import type { Day } from '../../src/domain/dates'
import type { BrokerRow } from '../../src/matching/broker-row'
import type { ShortlistFilter } from '../../src/routes/team/shortlist-filter'
import { paths } from '../../src/paths'
import { Button, ErrorSummary, InsetText, SummaryList } from '../govuk'
import { Form } from '../layout/form'
import { Page } from '../layout/page'
import { errorLinks, type FieldErrors, type Values } from '../shared/errors'
import { offerOriginText } from '../shared/offer-words'
import { ScoreBar } from '../shared/score-bar'
import { districtName, GOAL, TOPIC } from '../words/labels'
import { dayText, momentText, waitingText } from '../words/times'
import { Checks } from './checks'
import { AnswerTag, EligibilityList, ScoreTable } from './eligibility'
import { ProposalFields } from './proposal-fields'
import { shortlistQuery } from './shortlist-query'

export type PairPageProps = {
  opportunity: PublishedOpportunity
  row: BrokerRow
  interest: InterestRecord | null
  /** What is or was asked about them and this offer; null where they did not agree to be suggested. */
  tasks: readonly CheckTaskRecord[] | null
  mayPropose: boolean
  holdUntil: Day
  /** Of the list they came from, to go back to. */
  filter: ShortlistFilter
  today: Day
  values: Values
  errors: FieldErrors
}

/** One person and one opportunity: why, why not, and the proposal. */
export function PairPage(props: PairPageProps) {
  const { opportunity, row, interest, mayPropose, errors } = props
  const isPossible = row.eligibility.answer !== 'not-eligible'
  return (
    <Page
      title={`${opportunity.title}: fit`}
      hasErrors={errors.length > 0}
      back={{
        href: `${paths.team.shortlist(opportunity.id)}${shortlistQuery(props.filter)}`,
        text: 'Shortlist',
      }}
      isWide
    >
      <ErrorSummary errors={errorLinks(errors, ['holdUntil'])} />
      <div class="wm-dense">
        <h1 class="govuk-heading-l">
          <bdi>{row.preferredName}</bdi> and “{opportunity.title}”
        </h1>
        <p class="wm-secondary">{offerOriginText(opportunity)}</p>
        <p>
          <AnswerTag answer={row.eligibility.answer} />
        </p>
        {interest ? <Asked interest={interest} /> : null}
        <div class="wm-columns">
          <div>
            <h2 class="govuk-heading-m">Rules</h2>
            <EligibilityList lines={row.eligibility.lines} />
            <Checks {...props} />
            <h2 class="govuk-heading-m">Score</h2>
            <ScoreBar points={row.score.total} of={100} label="Score" />
            <ScoreTable lines={row.score.lines} total={row.score.total} />
          </div>
          <aside>
            <About {...props} />
            {mayPropose && isPossible ? <ProposeForm {...props} /> : null}
            {isPossible ? null : (
              <InsetText>
                The rules say no, so it cannot be proposed. What would have to change stands beside each rule.
              </InsetText>
            )}
          </aside>
        </div>
      </div>
    </Page>
  )
}

function Asked({ interest }: { interest: InterestRecord }) {
  return (
    <InsetText>
      Asked for this themselves on {momentText(interest.createdAt)}; answer due{' '}
      {dayText(interest.answerDueOn)}.{' '}
      {interest.words ? (
        <>
          They wrote: “<bdi>{interest.words}</bdi>”{' '}
        </>
      ) : null}
      <a href={paths.team.interest(interest.id)}>Answer without proposing</a>
    </InsetText>
  )
}

function About({ row, today }: PairPageProps) {
  const topics = row.interests.map((topic) => TOPIC[topic as keyof typeof TOPIC]).join(', ')
  const goals = row.goals.map((goal) => GOAL[goal as keyof typeof GOAL]).join(', ')
  return (
    <SummaryList
      rows={[
        { key: 'District', value: districtName(row.district) },
        { key: 'Waiting', value: row.waitingSince ? waitingText(row.waitingSince, today) : 'Not waiting' },
        { key: 'Likes', value: topics || 'Not answered' },
        { key: 'Goals', value: goals || 'Not answered' },
      ]}
    />
  )
}

function ProposeForm({ opportunity, row, holdUntil, values, errors }: PairPageProps) {
  return (
    <Form action={paths.team.propose(opportunity.id, row.id)}>
      <h2 class="govuk-heading-m">Propose it</h2>
      <ProposalFields holdUntil={holdUntil} isAgain={errors.length > 0} values={values} errors={errors} />
      <Button isFullWidth>Propose</Button>
    </Form>
  )
}
