import type { OpportunityWork } from '../../db/queries/opportunities'
import type { Pledge } from '../../db/queries/pledges'
import { paths } from '../../src/paths'
import type { AskView } from '../../src/policy/views'
import { Button, ErrorSummary, InsetText, Radios, Select } from '../govuk'
import { Form } from '../layout/form'
import { Page } from '../layout/page'
import { errorLinks, errorOf, type FieldErrors, valueOf, type Values } from '../shared/errors'
import { askedForText } from '../words/asks'
import { countText } from '../words/times'
import { titleOf } from './words'

export type NewOpportunityPageProps = {
  pledges: readonly Pledge[]
  copies: readonly OpportunityWork[]
  /** What the team asks for; one that the address named is answered by what is started here. */
  asks: readonly AskView[]
  values: Values
  errors: FieldErrors
}

export function NewOpportunityPage({ pledges, copies, asks, values, errors }: NewOpportunityPageProps) {
  const ask = asks.find(({ id }) => id === valueOf(values, 'ask'))
  return (
    <Page
      title="Post an opportunity"
      hasErrors={errors.length > 0}
      back={{ href: paths.champion.opportunities, text: 'Opportunities' }}
    >
      <ErrorSummary errors={errorLinks(errors)} />
      <h1 class="govuk-heading-l">Post an opportunity</h1>
      {ask ? (
        <InsetText>
          The 18+ team asked for this: <strong>{askedForText(ask)}</strong>. In the step “What it is”,{' '}
          {ask.kind === null ? 'what it helps with' : 'the kind'} is filled in already, and you can change it.
          Say yourself where it is.
        </InsetText>
      ) : null}
      <p>
        Nine short steps, about ten minutes. Your draft is saved at each step, so you can stop and come back.
        The 18+ team looks at it before anyone else can see it.
      </p>
      <p>
        Is it in a spreadsheet or on your website already?{' '}
        <a href={paths.champion.import}>Bring in several from a file</a>.
      </p>
      <Form action={paths.champion.newOpportunity}>
        {ask ? <input type="hidden" name="ask" value={ask.id} /> : null}
        {pledges.length > 0 ? (
          <Radios
            name="pledge"
            legend="Is it part of a pledge?"
            legendSize="m"
            value={valueOf(values, 'pledge') || 'none'}
            error={errorOf(errors, 'pledge')}
            items={[
              ...pledges.map(({ id, what, places }) => ({
                value: id,
                text: what,
                hint: `${countText(places, 'place', 'places')} promised`,
              })),
              { value: 'none', text: 'No, it is not part of a pledge' },
            ]}
          />
        ) : null}
        {copies.length > 0 ? (
          <Select
            name="copy"
            label="Start from something you posted before"
            labelSize="m"
            hint="Everything is copied but the dates"
            value={valueOf(values, 'copy')}
            error={errorOf(errors, 'copy')}
            items={[{ value: '', text: 'No, start with an empty one' }, ...copies.map(toItem)]}
          />
        ) : null}
        <Button>Start</Button>
      </Form>
    </Page>
  )
}

const toItem = (work: OpportunityWork) => ({ value: work.id, text: titleOf(work) })
