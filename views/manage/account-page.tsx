import type { AccountRecord } from '../../db/queries/accounts'
import { paths } from '../../src/paths'
import { Button, CharacterCount, ErrorSummary, InsetText, Select, SummaryList, Tag } from '../govuk'
import { Form } from '../layout/form'
import { Page } from '../layout/page'
import { errorLinks, errorOf, type FieldErrors, valueOf, type Values } from '../shared/errors'
import { ROLE } from '../words/labels'
import { ACCOUNT_STATE } from '../words/states'
import { isolated } from '../words/names'
import { countText, dayText, momentText } from '../words/times'

export type AccountPageProps = {
  account: AccountRecord
  isSelf: boolean
  /** How much there is to hand over, by kind. */
  work: { people: number; matches: number; opportunities: number; pledges: number; shares: number }
  invitation: { id: string; expiresAt: string } | null
  colleagues: readonly { id: string; name: string }[]
  values: Values
  errors: FieldErrors
}

export function AccountPage(props: AccountPageProps) {
  const { account, work, invitation, errors, isSelf } = props
  return (
    <Page
      title={account.name}
      hasErrors={errors.length > 0}
      back={{ href: paths.manage.accounts, text: 'Accounts' }}
    >
      <ErrorSummary errors={errorLinks(errors)} />
      <h1 class="govuk-heading-l">
        <bdi>{account.name}</bdi>
      </h1>
      <SummaryList
        rows={[
          { key: 'Role', value: ROLE[account.role] },
          { key: 'Email address', value: account.email },
          { key: 'State', value: <Tag>{ACCOUNT_STATE[account.state]}</Tag> },
          { key: 'Last seen', value: account.lastSeenOn ? dayText(account.lastSeenOn) : 'Never' },
          { key: 'Work', value: workText(work) },
          ...(invitation
            ? [{ key: 'Invitation', value: `Works until ${momentText(invitation.expiresAt)}` }]
            : []),
        ]}
      />
      {invitation ? (
        <Form action={paths.manage.revokeInvitation(invitation.id)}>
          <Button variant="secondary">Take the invitation back</Button>
        </Form>
      ) : null}
      {hasWork(work) ? <HandOver {...props} /> : null}
      {account.state === 'suspended' ? (
        <Form action={paths.manage.reinstate(account.id)}>
          <Button variant="secondary">Make it active again</Button>
        </Form>
      ) : null}
      {account.state === 'active' && !isSelf ? <Suspend {...props} /> : null}
    </Page>
  )
}

type Work = AccountPageProps['work']

/** Shares are not handed over: they end. */
const hasWork = ({ people, matches, opportunities, pledges }: Work) =>
  people + matches + opportunities + pledges > 0

function workText({ people, matches, opportunities, pledges, shares }: Work): string {
  const parts = [
    people > 0 ? `${countText(people, 'person', 'people')} on their caseload` : '',
    matches > 0 ? countText(matches, 'live match', 'live matches') : '',
    opportunities > 0 ? countText(opportunities, 'opportunity', 'opportunities') : '',
    pledges > 0 ? countText(pledges, 'pledge', 'pledges') : '',
    shares > 0 ? `${countText(shares, 'person shares', 'people share')} something with them` : '',
  ]
  return parts.filter(Boolean).join(', ') || 'Nothing to hand over'
}

function HandOver({ account, work, colleagues, values, errors }: AccountPageProps) {
  return (
    <section>
      <h2 class="govuk-heading-m" id="hand-over">
        Hand their work over
      </h2>
      {work.shares > 0 ? (
        <p>
          What young people shared with <bdi>{account.name}</bdi> is not handed on. It ends at once, and each
          is asked whether the new champion may see it.
        </p>
      ) : null}
      {colleagues.length === 0 ? (
        <p>Nobody in the same role and organisation could take it over. Invite somebody first.</p>
      ) : (
        <Form action={paths.manage.reassign(account.id)}>
          <Select
            name="to"
            label="To whom"
            items={[
              { value: '', text: 'Choose a colleague' },
              ...colleagues.map(({ id, name }) => ({ value: id, text: isolated(name) })),
            ]}
            value={valueOf(values, 'to')}
            error={errorOf(errors, 'to')}
          />
          <Button variant="secondary">Hand over</Button>
        </Form>
      )}
    </section>
  )
}

/** Suspending hands nothing over: whoever waits for an answer would wait for nobody. */
function HandOverFirst({ work }: { work: Work }) {
  if (!hasWork(work) && work.shares === 0) return null
  return (
    <InsetText>
      {work.shares > 0
        ? `${countText(work.shares, 'young person shares', 'young people share')} something with them, and nobody answers while they are suspended. `
        : 'Their work waits while they are suspended. '}
      {hasWork(work) ? <a href="#hand-over">Hand their work over</a> : 'Invite a colleague to take it over'}{' '}
      first, if it is for long.
    </InsetText>
  )
}

function Suspend({ account, work, values, errors }: AccountPageProps) {
  return (
    <Form action={paths.manage.suspend(account.id)}>
      <h2 class="govuk-heading-m">Suspend</h2>
      <p>They are signed out everywhere at once and cannot sign in until the account is made active again.</p>
      <HandOverFirst work={work} />
      <CharacterCount
        name="reason"
        label="Why"
        hint="For the record"
        maxLength={500}
        rows={2}
        value={valueOf(values, 'reason')}
        error={errorOf(errors, 'reason')}
      />
      <Button variant="warning">Suspend this account</Button>
    </Form>
  )
}
