import type { AccountRecord, listAccounts } from '../../db/queries/accounts'
import type { OrganisationRow } from '../../db/queries/organisations'
import type { AccountState } from '../../src/domain/account'
import { paths } from '../../src/paths'
import {
  Button,
  CharacterCount,
  ErrorSummary,
  InsetText,
  Radios,
  Select,
  SummaryList,
  Table,
  Tag,
  TextInput,
} from '../govuk'
import { Form } from '../layout/form'
import { Page } from '../layout/page'
import { errorLinks, errorOf, type FieldErrors, valueOf, type Values } from '../shared/errors'
import { ROLE } from '../words/labels'
import { isolated } from '../words/names'
import { countText, dayText, momentText } from '../words/times'

const STATE: Record<AccountState, string> = {
  invited: 'Invited',
  active: 'Active',
  suspended: 'Suspended',
  closed: 'Closed',
}

export function AccountsPage({ accounts }: { accounts: Awaited<ReturnType<typeof listAccounts>> }) {
  return (
    <Page title="Accounts" back={{ href: paths.manage.home, text: 'Manage' }} isWide>
      <div class="wm-dense">
        <h1 class="govuk-heading-l">{countText(accounts.length, 'account', 'accounts')}</h1>
        <Button href={paths.manage.invite}>Invite someone</Button>
        <Table
          label="Accounts"
          head={[
            { text: 'Name' },
            { text: 'Role' },
            { text: 'Organisation' },
            { text: 'State' },
            { text: 'Last seen' },
          ]}
          rows={accounts.map((account) => [
            <a href={paths.manage.account(account.id)}>
              <bdi>{account.name}</bdi>
            </a>,
            ROLE[account.role],
            account.organisationName ?? '',
            STATE[account.state],
            account.lastSeenOn ? dayText(account.lastSeenOn) : 'Never',
          ])}
        />
      </div>
    </Page>
  )
}

export type InviteAccountPageProps = {
  organisations: readonly OrganisationRow[]
  values: Values
  errors: FieldErrors
}

export function InviteAccountPage({ organisations, values, errors }: InviteAccountPageProps) {
  const choices = [
    { value: '', text: 'Choose one' },
    ...organisations.map(({ id, name }) => ({ value: id, text: name })),
  ]
  return (
    <Page
      title="Invite someone"
      hasErrors={errors.length > 0}
      back={{ href: paths.manage.accounts, text: 'Accounts' }}
    >
      <ErrorSummary errors={errorLinks(errors)} />
      <h1 class="govuk-heading-l">Invite someone</h1>
      <Form action={paths.manage.invite}>
        <Radios
          name="role"
          legend="What will they do?"
          value={valueOf(values, 'role')}
          error={errorOf(errors, 'role')}
          items={[
            { value: 'champion', text: 'Post opportunities, for a department or a partner' },
            { value: 'adviser', text: 'Personal adviser' },
            { value: 'broker', text: 'Broker of the 18+ team' },
            { value: 'manager', text: 'Manager of the 18+ team' },
          ]}
        />
        <Select
          name="organisationId"
          label="If they post opportunities: for which organisation"
          items={choices}
          value={valueOf(values, 'organisationId')}
          error={errorOf(errors, 'organisationId')}
        />
        <TextInput
          name="name"
          label="Their name"
          autocomplete="off"
          value={valueOf(values, 'name')}
          error={errorOf(errors, 'name')}
        />
        <TextInput
          name="email"
          label="Their email address"
          type="email"
          autocomplete="off"
          value={valueOf(values, 'email')}
          error={errorOf(errors, 'email')}
        />
        <Button>Send the invitation</Button>
      </Form>
    </Page>
  )
}

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
          { key: 'State', value: <Tag>{STATE[account.state]}</Tag> },
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
