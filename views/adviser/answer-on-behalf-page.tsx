import type { CareLeaver } from '../../src/domain/care-leaver'
import { paths } from '../../src/paths'
import { Button, CharacterCount, ErrorSummary } from '../govuk'
import { Form } from '../layout/form'
import { Page } from '../layout/page'
import { AnswerFields, type AnswerFieldsProps, QUESTION } from '../shared/answer-fields'
import { errorLinks, errorOf, valueOf } from '../shared/errors'
import { isolated } from '../words/names'

export function AnswerOnBehalfPage({
  person,
  question,
  values,
  errors,
}: AnswerFieldsProps & { person: CareLeaver }) {
  return (
    <Page
      title={QUESTION[question].title}
      hasErrors={errors.length > 0}
      back={{ href: paths.adviser.person(person.id), text: isolated(person.preferredName) }}
    >
      <ErrorSummary errors={errorLinks(errors)} />
      <p class="wm-secondary">
        You write this down for <bdi>{person.preferredName}</bdi>.
      </p>
      <Form action={paths.adviser.answer(person.id, question)}>
        <AnswerFields question={question} values={values} errors={errors} />
        <CharacterCount
          name="theirWords"
          label="What they said"
          hint="In their own words. They can read it."
          maxLength={500}
          rows={3}
          value={valueOf(values, 'theirWords')}
          error={errorOf(errors, 'theirWords')}
        />
        <Button>Save for them</Button>
      </Form>
    </Page>
  )
}
