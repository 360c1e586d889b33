import type { RuleSetRecord } from '../../../db/queries/rule-sets'
import { FACTOR_IDS, RULE_IDS, type RuleSetDifference } from '../../../src/domain/rule-set/rule-set'
import { paths } from '../../../src/paths'
import { Button, CharacterCount, Details, ErrorSummary, Radios, SummaryList, Table, Tag } from '../../govuk'
import { Form } from '../../layout/form'
import { Page } from '../../layout/page'
import { errorLinks, errorOf, type FieldErrors, valueOf, type Values } from '../../shared/errors'
import { dayText } from '../../words/times'
import { PreviewOfChange, type Preview } from './preview'
import { differenceRow, RULE_SET_STATE, RULE_WORDS } from './words'

export type { Preview } from './preview'

export type RuleSetPageProps = {
  change: RuleSetRecord
  /** What it says otherwise than the version it was made from. */
  differences: readonly RuleSetDifference[]
  /** What it would do today; null when it is decided. */
  preview: Preview | 'too-big' | null
  mayWrite: boolean
  mayDecide: boolean
  mayWithdraw: boolean
  values: Values
  errors: FieldErrors
}

/** One change of the rules: what it says otherwise, what would come of it today, and the decision on it. */
export function RuleSetPage(props: RuleSetPageProps) {
  const { change, differences, preview, errors } = props
  const { text, colour } = RULE_SET_STATE[change.state]
  const title = change.ruleSet.version === '' ? 'A change of the rules' : `Version ${change.ruleSet.version}`
  return (
    <Page
      title={title}
      hasErrors={errors.length > 0}
      back={{ href: paths.team.rules, text: 'Rules and weights' }}
      isWide
    >
      <ErrorSummary errors={errorLinks(errors)} />
      <div class="wm-dense">
        <h1 class="govuk-heading-l">{title}</h1>
        <SummaryList
          rows={[
            { key: 'State', value: <Tag colour={colour}>{text}</Tag> },
            { key: 'Why', value: change.reason },
            {
              key: 'Prepared by',
              value: (
                <>
                  <bdi>{change.draftedByName}</bdi>, {dayText(change.createdAt.slice(0, 10))}, from version{' '}
                  {change.basedOn}
                </>
              ),
            },
            ...(change.inForceAt
              ? [
                  {
                    key: 'Approved by',
                    value: (
                      <>
                        <bdi>{change.decidedByName}</bdi>, {dayText(change.inForceAt.slice(0, 10))}
                      </>
                    ),
                  },
                ]
              : []),
          ]}
        />
        <p>
          <a href={paths.team.history('rule-set', change.id)}>History</a>
        </p>
        <Differences differences={differences} />
        {props.mayWrite ? <Parts {...props} /> : null}
        {preview ? <PreviewOfChange preview={preview} /> : null}
        {props.mayWrite ? <Submit {...props} /> : null}
        {props.mayDecide ? <Decide {...props} /> : null}
        {props.mayWithdraw ? <Withdraw {...props} /> : null}
      </div>
    </Page>
  )
}

function Differences({ differences }: { differences: readonly RuleSetDifference[] }) {
  return (
    <>
      <h2 class="govuk-heading-m">What it changes</h2>
      {differences.length === 0 ? (
        <p class="wm-empty">Nothing yet: it says what is in force.</p>
      ) : (
        <Table
          label="What it changes"
          firstCellIsHeader
          head={[{ text: 'What' }, { text: 'Before' }, { text: 'After' }]}
          rows={differences.map(differenceRow)}
        />
      )}
    </>
  )
}

function Parts({ change }: RuleSetPageProps) {
  return (
    <>
      <h2 class="govuk-heading-m">Change a part</h2>
      <ul class="govuk-list wm-side-by-side">
        {RULE_IDS.map((rule) => (
          <li>
            <a href={paths.team.ruleOf(change.id, rule)}>{RULE_WORDS[rule]}</a>
          </li>
        ))}
        <li>
          <a href={paths.team.weights(change.id)}>The {FACTOR_IDS.length} weights</a>
        </li>
      </ul>
    </>
  )
}

function Submit({ change }: RuleSetPageProps) {
  return (
    <Form action={paths.team.submitRuleSet(change.id)}>
      <Button>Ask a colleague to look at it</Button>
    </Form>
  )
}

function Decide({ change, values, errors }: RuleSetPageProps) {
  return (
    <Form action={paths.team.decideRuleSet(change.id)}>
      <input type="hidden" name="seen" value={valueOf(values, 'seen') || change.version} />
      <Radios
        name="decision"
        legend="Your decision"
        legendSize="m"
        value={valueOf(values, 'decision')}
        error={errorOf(errors, 'decision')}
        items={[
          {
            value: 'approve',
            text: 'Approve',
            hint: 'It counts from that moment, for every list, page and round.',
          },
          {
            value: 'send-back',
            text: 'Send it back',
            hint: 'Whoever prepared it can change it and ask again.',
          },
        ]}
      />
      <CharacterCount
        name="words"
        label="Your reason"
        maxLength={1000}
        rows={3}
        value={valueOf(values, 'words')}
        error={errorOf(errors, 'words')}
      />
      <Button>Save</Button>
    </Form>
  )
}

function Withdraw({ change, values, errors }: RuleSetPageProps) {
  const error = errorOf(errors, 'withdrawReason')
  return (
    <Details summary="Withdraw this change" isOpen={error !== undefined}>
      <Form action={paths.team.withdrawRuleSet(change.id)}>
        <CharacterCount
          name="withdrawReason"
          label="Why you withdraw it"
          maxLength={1000}
          rows={3}
          value={valueOf(values, 'withdrawReason')}
          error={error}
        />
        <Button variant="secondary">Withdraw</Button>
      </Form>
    </Details>
  )
}
