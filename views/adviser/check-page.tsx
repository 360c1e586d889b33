import type { CheckTaskRecord } from '../../db/queries/check-tasks'
import type { CareLeaver } from '../../src/domain/care-leaver'
import { FACT_OF_RULE, QUESTION_OF_RULE } from '../../src/domain/check-task'
import { paths } from '../../src/paths'
import { Button, CharacterCount, ErrorSummary } from '../govuk'
import { Form } from '../layout/form'
import { Page } from '../layout/page'
import { errorLinks, errorOf, type FieldErrors, valueOf, type Values } from '../shared/errors'
import { RULE_WORDS } from '../team/rule-sets/words'

export type CheckPageProps = {
  person: CareLeaver
  task: CheckTaskRecord
  values: Values
  errors: FieldErrors
}

/** One thing that the team asks an adviser to check: recording it settles it, and so do words. */
export function CheckPage({ person, task, values, errors }: CheckPageProps) {
  const title = `${RULE_WORDS[task.rule]}: please check`
  return (
    <Page
      title="Please check"
      hasErrors={errors.length > 0}
      back={{ href: paths.adviser.person(person.id), text: 'Back to the person' }}
    >
      <ErrorSummary errors={errorLinks(errors)} />
      <h1 class="govuk-heading-l">{title}</h1>
      <p>
        The 18+ team thinks of “<a href={paths.opportunity(task.opportunityId)}>{task.title}</a>” for{' '}
        <bdi>{person.preferredName}</bdi>.
      </p>
      <Recording person={person} task={task} />
      {task.state === 'open' ? (
        <Form action={paths.adviser.check(person.id, task.id)}>
          <CharacterCount
            name="words"
            label="Or write how it stands"
            hint="The 18+ team reads this. Write nothing here about papers, health or the law they live under: that stays with you."
            maxLength={500}
            rows={3}
            value={valueOf(values, 'words')}
            error={errorOf(errors, 'words')}
          />
          <Button>Send</Button>
        </Form>
      ) : (
        <p class="wm-empty">This is settled already.</p>
      )}
    </Page>
  )
}

function Recording({ person, task: { rule } }: Pick<CheckPageProps, 'person' | 'task'>) {
  const fact = (FACT_OF_RULE as Partial<Record<string, string>>)[rule]
  const question = (QUESTION_OF_RULE as Partial<Record<string, string>>)[rule]
  return (
    <ul class="govuk-list govuk-list--bullet">
      {fact ? (
        <li>
          <a href={paths.adviser.fact(person.id, fact)}>Record what you have checked</a>: only that it is done
          is passed on
        </li>
      ) : null}
      {question ? (
        <li>
          <a href={paths.adviser.answer(person.id, question)}>Write down what they say about it</a>
        </li>
      ) : null}
    </ul>
  )
}
