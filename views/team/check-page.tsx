import type { CheckTaskRecord } from '../../db/queries/check-tasks'
import { paths } from '../../src/paths'
import { Button, CharacterCount, ErrorSummary, Radios } from '../govuk'
import { Form } from '../layout/form'
import { Page } from '../layout/page'
import { errorLinks, errorOf, type FieldErrors, valueOf, type Values } from '../shared/errors'
import { RULE_WORDS } from './rule-sets/words'

export type CheckPageProps = {
  task: CheckTaskRecord
  back: string
  action: string
  values: Values
  errors: FieldErrors
}

/** One check that waits: the team writes how it stands, or takes it back. */
export function CheckPage({ task, back, action, values, errors }: CheckPageProps) {
  const title = `${RULE_WORDS[task.rule]}: how does it stand?`
  return (
    <Page title={title} hasErrors={errors.length > 0} back={{ href: back, text: 'Back to the person' }}>
      <ErrorSummary errors={errorLinks(errors)} />
      <h1 class="govuk-heading-l">{title}</h1>
      <p>
        For “<a href={paths.team.opportunity(task.opportunityId)}>{task.title}</a>”.
      </p>
      {task.state === 'open' ? (
        <Form action={action}>
          <Radios
            name="ending"
            legend="What to do with it"
            legendSize="s"
            value={valueOf(values, 'ending')}
            error={errorOf(errors, 'ending')}
            items={[
              { value: 'answered', text: 'It is settled' },
              { value: 'dropped', text: 'It is not needed any more' },
            ]}
          />
          <CharacterCount
            name="words"
            label="How it stands, or why it is not needed"
            hint="The person can read this if they ask for their data."
            maxLength={500}
            rows={3}
            value={valueOf(values, 'words')}
            error={errorOf(errors, 'words')}
          />
          <Button>Save</Button>
        </Form>
      ) : (
        <p class="wm-empty">This is settled already.</p>
      )}
    </Page>
  )
}
