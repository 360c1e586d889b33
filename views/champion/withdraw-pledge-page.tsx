import type { Pledge } from '../../db/queries/pledges'
import { paths } from '../../src/paths'
import { Button, ButtonGroup, ErrorSummary, Textarea } from '../govuk'
import { Form } from '../layout/form'
import { Page } from '../layout/page'
import { errorLinks, errorOf, type FieldErrors, valueOf, type Values } from '../shared/errors'

export type WithdrawPledgePageProps = { pledge: Pledge; values: Values; errors: FieldErrors }

export function WithdrawPledgePage({ pledge, values, errors }: WithdrawPledgePageProps) {
  const back = paths.champion.pledge(pledge.id)
  return (
    <Page title="Withdraw this pledge?" hasErrors={errors.length > 0} back={{ href: back }}>
      <ErrorSummary errors={errorLinks(errors)} />
      <span class="govuk-caption-l">{pledge.what}</span>
      <h1 class="govuk-heading-l">Withdraw this pledge?</h1>
      <p>What you posted under it stays as it is. The pledge stays on record, with your reason.</p>
      <Form action={paths.champion.withdrawPledge(pledge.id)}>
        <Textarea
          name="reason"
          label="Why?"
          labelSize="s"
          rows={3}
          value={valueOf(values, 'reason')}
          error={errorOf(errors, 'reason')}
        />
        <ButtonGroup>
          <Button variant="warning">Withdraw the pledge</Button>
          <a href={back}>No, keep it</a>
        </ButtonGroup>
      </Form>
    </Page>
  )
}
