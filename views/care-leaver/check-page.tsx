import type { CheckTaskRecord } from '../../db/queries/check-tasks'
import { QUESTION_OF_RULE } from '../../src/domain/check-task'
import { paths } from '../../src/paths'
import { Button, CharacterCount, ErrorSummary } from '../govuk'
import { Form } from '../layout/form'
import { Page } from '../layout/page'
import { QUESTION } from '../shared/answer-fields'
import { errorLinks, errorOf, type FieldErrors, valueOf, type Values } from '../shared/errors'

export type CheckPageProps = {
  task: CheckTaskRecord
  /** Why it is asked; null when nothing stands in the way any more. */
  sentence: string | null
  values: Values
  errors: FieldErrors
}

/** One question about an offer, with its answer on the same page. */
export function CheckPage({ task, sentence, values, errors }: CheckPageProps) {
  const question = (QUESTION_OF_RULE as Partial<Record<string, keyof typeof QUESTION>>)[task.rule]
  return (
    <Page title="A question for you" hasErrors={errors.length > 0} back={{ href: paths.my.home }}>
      <ErrorSummary errors={errorLinks(errors)} />
      <h1 class="govuk-heading-l">A question for you</h1>
      <p>
        We think of “<a href={paths.opportunity(task.opportunityId)}>{task.title}</a>” for you.
      </p>
      {sentence ? <p>{sentence}</p> : null}
      {task.state === 'open' ? (
        <>
          <Form action={paths.my.check(task.id)}>
            <CharacterCount
              name="words"
              label="Your answer"
              hint="The 18+ team reads this. Nobody else does. A no is fine too: it changes nothing else for you."
              maxLength={500}
              rows={3}
              value={valueOf(values, 'words')}
              error={errorOf(errors, 'words')}
            />
            <div class="wm-action">
              <Button isFullWidth>Send my answer</Button>
            </div>
          </Form>
          {question ? (
            <p>
              Or change what you told us: <a href={paths.my.answer(question)}>{QUESTION[question].title}</a>.
            </p>
          ) : null}
        </>
      ) : (
        <p class="wm-empty">Thank you. We have your answer.</p>
      )}
    </Page>
  )
}
