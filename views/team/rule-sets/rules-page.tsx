import type { RuleSetRecord } from '../../../db/queries/rule-sets'
import type { Day } from '../../../src/domain/dates'
import {
  FACTOR_IDS,
  overdueReviews,
  PARAMETER_NAMES,
  PARAMETERS,
  RULE_IDS,
  type RuleId,
  type RuleSet,
} from '../../../src/domain/rule-set/rule-set'
import { paths } from '../../../src/paths'
import { Button, CharacterCount, ErrorSummary, Table, Tag, WarningText } from '../../govuk'
import { Form } from '../../layout/form'
import { Page } from '../../layout/page'
import { errorLinks, errorOf, type FieldErrors, valueOf, type Values } from '../../shared/errors'
import { countText, dayText } from '../../words/times'
import { factorName, numberOf, RULE_SET_STATE, RULE_WORDS, sentenceOf } from './words'

export type RulesPageProps = {
  ruleSet: RuleSet
  /** The change that is being prepared, if there is one. */
  open: RuleSetRecord | null
  versions: readonly RuleSetRecord[]
  today: Day
  mayWrite: boolean
  values: Values
  errors: FieldErrors
}

/** What the engine decides by, with what each rule rests on, and the way to change it. */
export function RulesPage(props: RulesPageProps) {
  const { ruleSet, today, errors } = props
  const overdue = overdueReviews(ruleSet, today)
  return (
    <Page
      title="Rules and weights"
      hasErrors={errors.length > 0}
      back={{ href: paths.team.home, text: 'Waiting' }}
      isWide
    >
      <ErrorSummary errors={errorLinks(errors)} />
      <div class="wm-dense">
        <h1 class="govuk-heading-l">Rules and weights</h1>
        <p>
          The engine sorts and explains by these; a person decides. Version {ruleSet.version} is in force.
        </p>
        {overdue.length > 0 ? (
          <WarningText>
            {countText(overdue.length, 'rule', 'rules')} should have been looked at again:{' '}
            {overdue.map((id) => RULE_WORDS[id]).join(', ')}.
          </WarningText>
        ) : null}
        <Change {...props} />
        <h2 class="govuk-heading-m">Rules</h2>
        <Table
          label="Rules"
          firstCellIsHeader
          head={[
            { text: 'Rule' },
            { text: 'What it says and rests on' },
            { text: 'Look again by', isShort: true },
          ]}
          rows={RULE_IDS.map((rule) => ruleRow(ruleSet, rule, overdue.includes(rule)))}
        />
        <h2 class="govuk-heading-m">Weights</h2>
        <p>How much each thing counts in the fit, in hundredths. None of them sees what an adviser keeps.</p>
        <Table
          label="Weights"
          firstCellIsHeader
          head={[{ text: 'What counts' }, { text: 'Weight', isNumeric: true }]}
          rows={FACTOR_IDS.map((factor) => [factorName(factor), ruleSet.weights[factor]])}
        />
        <Versions versions={props.versions} />
      </div>
    </Page>
  )
}

function ruleRow(ruleSet: RuleSet, rule: RuleId, isOverdue: boolean) {
  const { title, asOf, reviewOn } = ruleSet.sources[rule]
  const numbers = PARAMETER_NAMES.filter((name) => PARAMETERS[name].rule === rule)
  return [
    RULE_WORDS[rule],
    <>
      <div>{sentenceOf(rule)}</div>
      {numbers.map((name) => (
        <div>
          {PARAMETERS[name].words}: <strong>{numberOf(name, ruleSet.parameters[name])}</strong>
        </div>
      ))}
      <div class="wm-secondary">
        {title}, as of {dayText(asOf)}
      </div>
    </>,
    <>
      {dayText(reviewOn)} {isOverdue ? <Tag colour="red">Overdue</Tag> : null}
    </>,
  ]
}

function Change({ open, mayWrite, values, errors }: RulesPageProps) {
  if (open) {
    return (
      <p>
        <Tag colour={RULE_SET_STATE[open.state].colour}>{RULE_SET_STATE[open.state].text}</Tag>{' '}
        <a href={paths.team.ruleSet(open.id)}>
          Change prepared by <bdi>{open.draftedByName}</bdi>
        </a>
        : {open.reason}
      </p>
    )
  }
  if (!mayWrite) return <p>A manager prepares a change, and a colleague looks at it before it counts.</p>
  return (
    <Form action={paths.team.rules}>
      <CharacterCount
        name="reason"
        label="Prepare a change: why?"
        hint="For example a law has changed, or a rule was looked at again. Nothing changes before a colleague has approved it."
        maxLength={1000}
        rows={3}
        value={valueOf(values, 'reason')}
        error={errorOf(errors, 'reason')}
      />
      <Button variant="secondary">Prepare a change</Button>
    </Form>
  )
}

function Versions({ versions }: { versions: readonly RuleSetRecord[] }) {
  return (
    <>
      <h2 class="govuk-heading-m">Versions</h2>
      {versions.length === 0 ? (
        <p class="wm-empty">Nothing was changed yet: this is what the service came with.</p>
      ) : (
        <Table
          label="Versions"
          head={[
            { text: 'Version' },
            { text: 'In force from', isShort: true },
            { text: 'Why' },
            { text: 'Prepared by' },
            { text: 'Approved by' },
          ]}
          rows={versions.map(({ id, ruleSet, inForceAt, reason, draftedByName, decidedByName }) => [
            <a href={paths.team.ruleSet(id)}>{ruleSet.version}</a>,
            dayText((inForceAt ?? '').slice(0, 10)),
            reason,
            <bdi>{draftedByName}</bdi>,
            <bdi>{decidedByName}</bdi>,
          ])}
        />
      )}
    </>
  )
}
