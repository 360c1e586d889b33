import type { OpportunityWork } from '../../db/queries/opportunities'
import { paths } from '../../src/paths'
import { Button, ButtonGroup, DateInput, ErrorSummary } from '../govuk'
import { Form } from '../layout/form'
import { Page } from '../layout/page'
import { errorLinks, errorOf, type FieldErrors, type Values } from '../shared/errors'
import { dayBoxes } from '../shared/day-boxes'
import { titleOf } from './words'

export type Confirmed = 'close' | 'withdraw' | 'drop'

const WORDS: Record<Confirmed, { title: string; what: string; button: string }> = {
  close: {
    title: 'Close this opportunity?',
    what: 'Nobody new can ask about it. Its page stays and says that it has closed. People you have been introduced to stay with you. You can bring it back later with a new closing day.',
    button: 'Close it',
  },
  withdraw: {
    title: 'Withdraw this opportunity?',
    what: 'Do this when it cannot go ahead. Its page goes at once. If you have been introduced to somebody, tell them and the 18+ team first.',
    button: 'Withdraw it',
  },
  drop: {
    title: 'Drop what you have written?',
    what: 'What you wrote since it was last published is thrown away. If it was never published, the whole draft goes. This cannot be undone.',
    button: 'Drop it',
  },
}

export function ConfirmPage({ work, verb }: { work: OpportunityWork; verb: Confirmed }) {
  const { title, what, button } = WORDS[verb]
  const back = paths.champion.opportunity(work.id)
  return (
    <Page title={title} back={{ href: back }}>
      <span class="govuk-caption-l">{titleOf(work)}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      <p>{what}</p>
      <Form action={verb === 'drop' ? paths.champion.drop(work.id) : paths.champion.change(work.id, verb)}>
        <ButtonGroup>
          <Button variant="warning">{button}</Button>
          <a href={back}>No, leave it as it is</a>
        </ButtonGroup>
      </Form>
    </Page>
  )
}

export type ReinstatePageProps = { work: OpportunityWork; values: Values; errors: FieldErrors }

/** Only the closing day is asked for: any other change is a new version, which the team reviews. */
export function ReinstatePage({ work, values, errors }: ReinstatePageProps) {
  return (
    <Page
      title="Bring it back"
      hasErrors={errors.length > 0}
      back={{ href: paths.champion.opportunity(work.id) }}
    >
      <ErrorSummary errors={errorLinks(errors, ['closesOn'])} />
      <span class="govuk-caption-l">{titleOf(work)}</span>
      <h1 class="govuk-heading-l">Bring it back</h1>
      <p>It can be found again at once, as it was. To change more than the closing day, edit it instead.</p>
      <Form action={paths.champion.change(work.id, 'reinstate')}>
        <DateInput
          name="closesOn"
          legend="New closing day"
          legendSize="m"
          hint="For example, 27 3 2027"
          values={dayBoxes(values, 'closesOn')}
          error={errorOf(errors, 'closesOn')}
        />
        <Button>Bring it back</Button>
      </Form>
    </Page>
  )
}
