import type { RoundOffer, RoundRecord, RoundResultRecord, Suggestion } from '../../../db/queries/rounds'
import type { Day } from '../../../src/domain/dates'
import { protectCounts } from '../../../src/domain/small-numbers'
import { type AllocationRule, ALLOCATION_RULES } from '../../../src/matching/allocate/round'
import { GROUPINGS, type Grouping, type RuleReport } from '../../../src/matching/cohort/cohort'
import { paths } from '../../../src/paths'
import {
  Button,
  CharacterCount,
  Details,
  ErrorSummary,
  InsetText,
  Radios,
  SummaryList,
  Table,
  Tag,
  WarningText,
} from '../../govuk'
import { Form } from '../../layout/form'
import { Page } from '../../layout/page'
import { errorLinks, errorOf, type FieldErrors, valueOf, type Values } from '../../shared/errors'
import { districtName } from '../../words/labels'
import { countText, dayText, momentText } from '../../words/times'
import { PlacedChart, SpreadChart } from './charts'
import { BandList } from './new-round-page'
import { GROUPING, groupText, numberText, protectedText, ROUND_STATE, RULE_HINT, RULE_NAME } from './words'

export type RoundPageProps = {
  round: RoundRecord
  offers: readonly RoundOffer[]
  results: readonly RoundResultRecord[]
  suggestions: readonly Suggestion[]
  mayDecide: boolean
  today: Day
  /** It should have been worked out by now. */
  isOverdue: boolean
  values: Values
  errors: FieldErrors
}

/** A round: what it is about, every rule side by side, and which one is worked through. */
export function RoundPage(props: RoundPageProps) {
  const { round, results, errors } = props
  const reports = ALLOCATION_RULES.flatMap((rule) => results.find((one) => one.rule === rule)?.report ?? [])
  const shown = reports.find(({ rule }) => rule === (round.rule ?? 'band-by-band'))
  return (
    <Page
      title={`Round of ${dayText(round.day)}`}
      hasErrors={errors.length > 0}
      back={{ href: paths.team.rounds, text: 'Rounds' }}
      isWide
    >
      <ErrorSummary errors={errorLinks(errors)} />
      <div class="wm-dense">
        <h1 class="govuk-heading-l">Round of {dayText(round.day)}</h1>
        <p>
          <Tag colour={ROUND_STATE[round.state].colour}>{ROUND_STATE[round.state].text}</Tag>
        </p>
        {round.state === 'opened' ? <Waiting {...props} /> : null}
        {round.state === 'chosen' || round.state === 'closed' ? <Decided {...props} /> : null}
        {shown ? <Comparison reports={reports} shown={shown} round={round} /> : null}
        {round.state === 'computed' && props.mayDecide ? <Choose {...props} reports={reports} /> : null}
        <About {...props} />
        {props.mayDecide &&
        (round.state === 'computed' || round.state === 'opened' || round.state === 'chosen') ? (
          <End {...props} />
        ) : null}
      </div>
    </Page>
  )
}

function Waiting({ round, today, isOverdue }: RoundPageProps) {
  if (round.day > today)
    return (
      <InsetText>It is worked out on {dayText(round.day)}, with who waits and what is free then.</InsetText>
    )
  if (isOverdue)
    return (
      <WarningText>
        This takes longer than it should. It is tried again every minute. If it stays like this, tell whoever
        runs the service; you can withdraw this round and open a smaller one.
      </WarningText>
    )
  return (
    <InsetText>
      <p data-look-again="2">
        <label for="progress">It is being worked out: {round.progress} %.</label>{' '}
        <progress id="progress" class="wm-progress" max="100" value={round.progress}>
          {round.progress} %
        </progress>
      </p>
      <p>
        <a href={paths.team.round(round.id)}>Look again</a>
      </p>
    </InsetText>
  )
}

function Decided({ round, suggestions }: RoundPageProps) {
  const count = (state: Suggestion['state']) => suggestions.filter((one) => one.state === state).length
  return (
    <>
      <SummaryList
        rows={[
          { key: 'Rule', value: round.rule ? RULE_NAME[round.rule] : 'Not chosen' },
          ...(round.ruleReason ? [{ key: 'Why this one', value: <bdi>{round.ruleReason}</bdi> }] : []),
          {
            key: 'Suggestions',
            value: `${numberText(count('waiting'))} to decide, ${numberText(count('proposed'))} proposed, ${numberText(count('dropped'))} dropped`,
          },
        ]}
      />
      <p>
        <a href={paths.team.roundPeople(round.id)}>
          {round.state === 'chosen' ? 'Decide on the people, one by one' : 'The people of this round'}
        </a>
      </p>
    </>
  )
}

type ComparisonProps = { reports: readonly RuleReport[]; shown: RuleReport; round: RoundRecord }

function Comparison({ reports, shown, round }: ComparisonProps) {
  if (shown.people === 0)
    return (
      <p class="wm-empty">
        Nobody who may be suggested was waiting when it was worked out, so there is nobody to place.
      </p>
    )
  const couldBe = shown.placed + shown.couldBePlaced
  return (
    <section>
      <h2 class="govuk-heading-m">The rules side by side</h2>
      {couldBe === 0 ? (
        <p class="wm-empty">
          The rules let through no pair of these people and opportunities. Each person’s page says which rule
          stands between them and most.
        </p>
      ) : (
        <p>
          {RULE_NAME[shown.rule]} places {numberText(shown.placed)} of{' '}
          {countText(shown.people, 'person', 'people')}.{' '}
          {shown.couldBePlaced === 0
            ? 'No rule can place more.'
            : `“${RULE_NAME['most-placed']}” places ${numberText(shown.couldBePlaced)} more.`}{' '}
          <a href={paths.team.roundPeople(round.id)}>Who gets what, and why not</a> ·{' '}
          <a href={paths.team.roundOffers(round.id)}>The offers and their cut-offs</a>
        </p>
      )}
      <PlacedChart reports={reports} />
      <Table
        label="The rules side by side"
        firstCellIsHeader
        head={[
          { text: 'Rule' },
          { text: `Placed, of ${numberText(shown.people)}`, isNumeric: true },
          ...shown.byBand.map(({ band, people }) => ({
            text: `Band ${band}, of ${numberText(people)}`,
            isNumeric: true,
          })),
          { text: 'More possible', isNumeric: true },
          { text: 'Fit in all', isNumeric: true },
          { text: 'Worst fit', isNumeric: true },
          { text: 'Envy a later band', isNumeric: true },
          { text: 'Places wasted', isNumeric: true },
          { text: 'Who changes', isNumeric: true },
        ]}
        rows={reports.map((report) => [
          RULE_NAME[report.rule],
          numberText(report.placed),
          ...report.byBand.map(({ placed }) => numberText(placed)),
          numberText(report.couldBePlaced),
          numberText(report.totalFit),
          report.worstFit === null ? '–' : numberText(report.worstFit),
          numberText(report.envyOfLowerBand),
          numberText(report.unusedUsablePlaces),
          numberText(report.changes),
        ])}
      />
      <Details summary="What the columns mean">
        <p>
          A fit is a whole number from 1 to 1,000, from the same factors as the score of a shortlist. Somebody
          envies a later band when they would fit a place better that somebody served after them has. A place
          is wasted when somebody without a place could have it and nobody would have to move. “More possible”
          is how many more some other way of placing would place; “who changes” counts those who get something
          else than band by band.
        </p>
      </Details>
      <SpreadChart report={shown} />
      <Details summary="How well the places fit, as a table">
        <Table
          label="How well the places fit"
          head={[
            { text: 'Fit' },
            ...shown.spread.map(({ band }) => ({ text: `Band ${band}`, isNumeric: true })),
          ]}
          rows={(shown.spread[0]?.counts ?? []).map((_, tenth) => [
            `${numberText(tenth * 100 + 1)} to ${numberText((tenth + 1) * 100)}`,
            ...shown.spread.map(({ counts }) => numberText(counts[tenth] ?? 0)),
          ])}
        />
      </Details>
      <h2 class="govuk-heading-m">Who is placed, under “{RULE_NAME[shown.rule]}”</h2>
      <p>
        Counts from 1 to 4 are kept back, and where one alone would be missing, another too. Answers about
        equality are kept apart from people and are in none of this.
      </p>
      {GROUPINGS.map((grouping) => (
        <GroupTable grouping={grouping} report={shown} />
      ))}
      <Proofs reports={reports} />
    </section>
  )
}

function GroupTable({ grouping, report }: { grouping: Grouping; report: RuleReport }) {
  const counts = report.groups[grouping]
  if (counts.length === 0) return null
  const people = protectCounts(counts.map((one) => one.people))
  const placed = protectCounts(counts.map((one) => one.placed))
  return (
    <Details summary={`By ${GROUPING[grouping].toLowerCase()}`}>
      <Table
        label={GROUPING[grouping]}
        firstCellIsHeader
        head={[
          { text: GROUPING[grouping] },
          { text: 'In the round', isNumeric: true },
          { text: 'Placed', isNumeric: true },
          { text: 'Rate', isNumeric: true },
        ]}
        rows={counts.map(({ group }, index) => {
          const [all, some] = [people[index] ?? null, placed[index] ?? null]
          return [
            groupText(grouping, group),
            protectedText(all),
            protectedText(some),
            all === null || some === null || all === 0 ? '–' : `${Math.round((100 * some) / all)} %`,
          ]
        })}
      />
    </Details>
  )
}

function Proofs({ reports }: { reports: readonly RuleReport[] }) {
  const proved = reports.flatMap(({ rule, certificates }) => certificates.map((one) => ({ rule, ...one })))
  if (proved.length === 0) return null
  return (
    <Details summary="The proof that no better result is possible">
      <p>
        Each part of a rule reached as much as its upper limit allows: the two sides differ by less than one
        whole unit of fit, so nothing better exists.
      </p>
      <Table
        label="Proofs"
        firstCellIsHeader
        head={[
          { text: 'Rule and part' },
          { text: 'Reached', isNumeric: true },
          { text: 'At most', isNumeric: true },
          { text: 'Gap', isNumeric: true },
        ]}
        rows={proved.map(({ rule, stage, primal, dual, gap }) => [
          `${RULE_NAME[rule]}: ${stage}`,
          ...[primal, dual, gap].map((units) => numberText(BigInt(units))),
        ])}
      />
    </Details>
  )
}

function Choose({ round, values, errors, reports }: RoundPageProps & { reports: readonly RuleReport[] }) {
  const hintOf = (rule: AllocationRule) => {
    const report = reports.find((one) => one.rule === rule)
    return `${RULE_HINT[rule]} ${report ? `Places ${numberText(report.placed)}.` : ''}`
  }
  return (
    <Form action={paths.team.chooseRule(round.id)}>
      <h2 class="govuk-heading-m">Choose the rule to work by</h2>
      <Radios
        name="rule"
        legend="Rule"
        legendSize="s"
        isSmall
        value={valueOf(values, 'rule')}
        error={errorOf(errors, 'rule')}
        items={ALLOCATION_RULES.map((rule) => ({ value: rule, text: RULE_NAME[rule], hint: hintOf(rule) }))}
      />
      <CharacterCount
        name="reason"
        label="Why this rule"
        hint="Needed for any rule but band by band. Do not name anybody."
        maxLength={1000}
        rows={3}
        value={valueOf(values, 'reason')}
        error={errorOf(errors, 'reason')}
      />
      <Button>Work by this rule</Button>
    </Form>
  )
}

function About({ round, offers }: RoundPageProps) {
  const { districts, waitWeeksMin } = round.scope
  return (
    <section>
      <h2 class="govuk-heading-m">What the round is about</h2>
      <SummaryList
        rows={[
          {
            key: 'Opportunities',
            value: countText(offers.length, 'opportunity', 'opportunities'),
          },
          {
            key: 'People',
            value: [
              'Everybody who may be suggested and is waiting',
              waitWeeksMin > 0 ? `for ${countText(waitWeeksMin, 'week', 'weeks')} or more` : '',
              districts.length > 0 ? `in ${districts.map(districtName).join(', ')}` : '',
            ]
              .filter(Boolean)
              .join(' '),
          },
          {
            key: 'Pairs',
            value: round.takesUnclear
              ? 'Also where a check or an answer is missing'
              : 'Only where every rule says yes',
          },
          { key: 'Opened by', value: <bdi>{round.openedByName}</bdi> },
          ...(round.computedAt
            ? [
                { key: 'Worked out', value: momentText(round.computedAt) },
                {
                  key: 'Versions',
                  value: `Rules ${round.rulesVersion}, weights ${round.weightsVersion}, bands ${round.bandsVersion}, lottery seed ${round.seed}`,
                },
              ]
            : []),
        ]}
      />
      <BandList />
      <p>
        <a href={paths.team.history('round', round.id)}>History of this round</a>
      </p>
    </section>
  )
}

function End({ round, values, errors }: RoundPageProps) {
  const isBeingWorked = round.state === 'chosen'
  return (
    <Details
      summary={isBeingWorked ? 'Close this round' : 'Withdraw this round'}
      isOpen={errorOf(errors, 'endReason') !== undefined}
    >
      <Form action={paths.team.endRound(round.id)}>
        <p>
          {isBeingWorked
            ? 'What is not decided yet is not proposed any more. Proposals that were made go on.'
            : 'Nothing of it is worked through. What was worked out stays to be read.'}
        </p>
        <input type="hidden" name="ending" value={isBeingWorked ? 'close' : 'withdraw'} />
        <CharacterCount
          name="endReason"
          label="Why"
          hint="For the record. Do not name anybody."
          maxLength={1000}
          rows={2}
          value={valueOf(values, 'endReason')}
          error={errorOf(errors, 'endReason')}
        />
        <Button variant="secondary">{isBeingWorked ? 'Close it' : 'Withdraw it'}</Button>
      </Form>
    </Details>
  )
}
