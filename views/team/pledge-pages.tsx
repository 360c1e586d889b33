import type { Pledge } from '../../db/queries/pledges'
import { nextPledgeState } from '../../src/domain/pledge'
import { paths } from '../../src/paths'
import { Button, CharacterCount, ErrorSummary, Radios, SummaryList, Table, Tag } from '../govuk'
import { Form } from '../layout/form'
import { Page } from '../layout/page'
import { errorLinks, errorOf, type FieldErrors, valueOf, type Values } from '../shared/errors'
import { OUTCOME } from '../words/labels'
import { PLEDGE_STATE } from '../words/states'
import { isolated } from '../words/names'
import { countText, dayText } from '../words/times'

export function PledgesPage({ pledges }: { pledges: readonly Pledge[] }) {
  return (
    <Page title="Pledges" isWide>
      <div class="wm-dense">
        <h1 class="govuk-heading-l">{countText(pledges.length, 'pledge', 'pledges')}</h1>
        {pledges.length === 0 ? (
          <p class="wm-empty">
            Nobody has made a pledge yet. Champions make them;{' '}
            <a href={paths.team.invitePoster}>invite a champion or partner</a>.
          </p>
        ) : (
          <Table
            label="Pledges"
            head={[
              { text: 'Pledge' },
              { text: 'Organisation' },
              { text: 'Places', isNumeric: true },
              { text: 'By', isShort: true },
              { text: 'State', isShort: true },
            ]}
            rows={pledges.map((pledge) => [
              <a href={paths.team.pledge(pledge.id)}>{pledge.what}</a>,
              pledge.organisationName,
              String(pledge.places),
              dayText(pledge.dueOn),
              PLEDGE_STATE[pledge.state],
            ])}
          />
        )}
      </div>
    </Page>
  )
}

const ACTIONS = [
  { value: 'agree', text: 'Agree it' },
  { value: 'deliver', text: 'It was delivered' },
  { value: 'deliver-partly', text: 'It was delivered in part' },
  { value: 'lapse', text: 'It lapsed' },
] as const

export function PledgePage({
  pledge,
  values,
  errors,
}: {
  pledge: Pledge
  values: Values
  errors: FieldErrors
}) {
  const possible = ACTIONS.filter(({ value }) => nextPledgeState(pledge.state, value))
  return (
    <Page
      title={pledge.what}
      hasErrors={errors.length > 0}
      back={{ href: paths.team.pledges, text: 'Pledges' }}
    >
      <ErrorSummary errors={errorLinks(errors)} />
      <h1 class="govuk-heading-l">{pledge.what}</h1>
      <SummaryList
        rows={[
          { key: 'State', value: <Tag>{PLEDGE_STATE[pledge.state]}</Tag> },
          { key: 'From', value: `${isolated(pledge.ownerName)}, ${pledge.organisationName}` },
          { key: 'Outcome', value: OUTCOME[pledge.outcome] },
          { key: 'Places', value: String(pledge.places) },
          { key: 'By', value: dayText(pledge.dueOn) },
          { key: 'Reviewed by', value: dayText(pledge.reviewOn) },
          ...(pledge.stateReason ? [{ key: 'Why', value: pledge.stateReason }] : []),
        ]}
      />
      {possible.length > 0 ? (
        <Form action={paths.team.changePledge(pledge.id)}>
          <Radios
            name="action"
            legend="What happens with it?"
            items={possible}
            value={valueOf(values, 'action')}
            error={errorOf(errors, 'action')}
          />
          <CharacterCount
            name="reason"
            label="Why"
            hint="Needed for everything but agreeing"
            maxLength={500}
            rows={2}
            value={valueOf(values, 'reason')}
            error={errorOf(errors, 'reason')}
          />
          <Button>Save</Button>
        </Form>
      ) : null}
      <p>
        <a href={paths.team.history('pledge', pledge.id)}>History</a>
      </p>
    </Page>
  )
}
