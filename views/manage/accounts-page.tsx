import type { AccountFilter, listAccounts } from '../../db/queries/accounts'
import type { OrganisationRow } from '../../db/queries/organisations'
import { ACCOUNT_STATES, STAFF_ROLES } from '../../src/domain/account'
import { paths } from '../../src/paths'
import { Button, Pagination, Select, Table } from '../govuk'
import { Page } from '../layout/page'
import { choices } from '../shared/choices'
import { ROLE } from '../words/labels'
import { ACCOUNT_STATE } from '../words/states'
import { countText, dayText } from '../words/times'

export type AccountsPageProps = {
  accounts: Awaited<ReturnType<typeof listAccounts>>['rows']
  total: number
  organisations: readonly OrganisationRow[]
  filter: AccountFilter
  page: number
  pageCount: number
}

export function AccountsPage(props: AccountsPageProps) {
  const { accounts, total, filter, page, pageCount } = props
  return (
    <Page title="Accounts" back={{ href: paths.manage.home, text: 'Manage' }} isWide>
      <div class="wm-dense">
        <h1 class="govuk-heading-l">{countText(total, 'account', 'accounts')}</h1>
        <Button href={paths.manage.invite}>Invite someone</Button>
        <Filter {...props} />
        {accounts.length === 0 ? (
          <p class="wm-empty">
            No account is like that. <a href={paths.manage.accounts}>Show every account</a>
          </p>
        ) : (
          <Accounts accounts={accounts} />
        )}
        <Pagination
          page={page}
          pageCount={pageCount}
          hrefOf={(to) =>
            `${paths.manage.accounts}?${new URLSearchParams({ ...query(filter), page: String(to) })}`
          }
        />
      </div>
    </Page>
  )
}

const query = ({ role, state, organisationId, letter }: AccountFilter) => ({
  role,
  state,
  organisation: organisationId,
  letter,
})

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

const ALL = { value: '', text: 'All' }

/** By what names nobody: what is asked for stands in the address, and in the history of a shared computer. */
function Filter({ filter, organisations }: AccountsPageProps) {
  return (
    <form class="wm-search" action={paths.manage.accounts} method="get" role="search">
      <Select
        name="letter"
        label="Name begins with"
        value={filter.letter}
        items={[
          { value: '', text: 'Any letter' },
          ...LETTERS.map((letter) => ({ value: letter, text: letter })),
          { value: 'other', text: 'Another letter' },
        ]}
      />
      <Select name="role" label="Role" value={filter.role} items={[ALL, ...choices(STAFF_ROLES, ROLE)]} />
      <Select
        name="organisation"
        label="Organisation"
        value={filter.organisationId}
        items={[ALL, ...organisations.map(({ id, name }) => ({ value: id, text: name }))]}
      />
      <Select
        name="state"
        label="State"
        value={filter.state}
        items={[ALL, ...choices(ACCOUNT_STATES, ACCOUNT_STATE)]}
      />
      <Button variant="secondary">Show</Button>
    </form>
  )
}

function Accounts({ accounts }: Pick<AccountsPageProps, 'accounts'>) {
  return (
    <Table
      label="Accounts"
      head={[
        { text: 'Name' },
        { text: 'Role' },
        { text: 'Organisation' },
        { text: 'State', isShort: true },
        { text: 'Last seen', isShort: true },
      ]}
      rows={accounts.map((account) => [
        <a href={paths.manage.account(account.id)}>
          <bdi>{account.name}</bdi>
        </a>,
        ROLE[account.role],
        account.organisationName ?? '',
        ACCOUNT_STATE[account.state],
        account.lastSeenOn ? dayText(account.lastSeenOn) : 'Never',
      ])}
    />
  )
}
