import { type DraftWarning, type OpportunityDraft } from '../../src/domain/opportunity-draft'
import type { OpportunitySection } from '../../src/domain/opportunity'
import { paths } from '../../src/paths'
import { Button, ButtonGroup, ErrorSummary } from '../govuk'
import { Form } from '../layout/form'
import { Page } from '../layout/page'
import { errorLinks, type FieldErrors, type Values } from '../shared/errors'
import { SECTION } from '../words/labels'
import { SECTION_FIELDS } from './sections/fields'
import { Warnings } from './warnings'

const DATE_FIELDS = ['startsOn', 'endsOn', 'closesOn', 'priorityUntil']

export type SectionPageProps = {
  id: string
  section: OpportunitySection
  draft: OpportunityDraft
  values: Values
  errors: FieldErrors
  /** Came from "check your answers", and goes back there. */
  isFromCheck: boolean
  /** Hints about the words that are saved. */
  hints: readonly DraftWarning[]
}

/** One step of the task list. */
export function SectionPage(props: SectionPageProps) {
  const { id, section, values, errors, isFromCheck } = props
  const Fields = SECTION_FIELDS[section]
  const back = isFromCheck
    ? { href: paths.champion.check(id), text: 'Check and send' }
    : { href: paths.champion.opportunity(id), text: 'All steps' }
  const hasWords = section === 'basics' || section === 'doing'
  return (
    <Page title={SECTION[section]} hasErrors={errors.length > 0} back={back}>
      <ErrorSummary errors={errorLinks(errors, DATE_FIELDS)} />
      <span class="govuk-caption-l">{props.draft.title || 'New opportunity'}</span>
      <h1 class="govuk-heading-l">{SECTION[section]}</h1>
      <div class={props.hints.length > 0 ? 'wm-columns' : undefined}>
        <Form action={`${paths.champion.section(id, section)}${isFromCheck ? '?from=check' : ''}`}>
          <Fields values={values} errors={errors} />
          <ButtonGroup>
            <Button>{isFromCheck ? 'Save and go back to check' : 'Save and continue'}</Button>
            {hasWords ? (
              <Button variant="secondary" name="next" value="words">
                Save and check my words
              </Button>
            ) : null}
          </ButtonGroup>
        </Form>
        <Warnings warnings={props.hints} title="Could it be easier to read?" />
      </div>
    </Page>
  )
}
