import { OPPORTUNITY_SECTIONS, type OpportunitySection } from '../../src/domain/opportunity'
import { type OpportunityDraft, sectionsToDo, warningsFor } from '../../src/domain/opportunity-draft'
import { paths } from '../../src/paths'
import { Button, ButtonGroup, ErrorSummary, SummaryCard } from '../govuk'
import { Form } from '../layout/form'
import { Page } from '../layout/page'
import { SECTION } from '../words/labels'
import { SECTION_ROWS } from './draft-summary'
import { Warnings } from './warnings'

export type CheckPageProps = {
  id: string
  draft: OpportunityDraft
  /** The steps that are still to do, when somebody tried to send it. */
  isRefused: boolean
}

/** Everything as it will be sent, each part with its way back. */
export function CheckPage({ id, draft, isRefused }: CheckPageProps) {
  const left = sectionsToDo(draft)
  const errors = isRefused ? left.map((section) => toError(id, section)) : []
  return (
    <Page
      title="Check and send"
      hasErrors={errors.length > 0}
      back={{ href: paths.champion.opportunity(id), text: 'All steps' }}
    >
      <ErrorSummary errors={errors} title="Finish these steps first" />
      <h1 class="govuk-heading-l">Check and send</h1>
      <Warnings warnings={warningsFor(draft)} title="Before you send it, think about this" />
      {OPPORTUNITY_SECTIONS.map((section) => (
        <SummaryCard
          title={SECTION[section]}
          rows={left.includes(section) ? NOT_DONE : SECTION_ROWS[section](draft)}
          actions={[
            {
              href: `${paths.champion.section(id, section)}?from=check`,
              text: left.includes(section) ? 'Do this step' : 'Change',
            },
          ]}
        />
      ))}
      <Send id={id} />
    </Page>
  )
}

const NOT_DONE = [{ key: 'Still to do', value: 'You have not finished this step yet' }]

const toError = (id: string, section: OpportunitySection) => ({
  text: SECTION[section],
  href: `${paths.champion.section(id, section)}?from=check`,
})

function Send({ id }: { id: string }) {
  return (
    <>
      <h2 class="govuk-heading-m">Send it to the 18+ team</h2>
      <p>
        They look at it within 5 working days. Nobody else sees it before they have published it. By sending
        it you say that the place is real and that you can offer what you wrote.
      </p>
      <Form action={paths.champion.submit(id)}>
        <ButtonGroup>
          <Button>Send it</Button>
          <a href={paths.champion.preview(id)}>Preview it first</a>
        </ButtonGroup>
      </Form>
    </>
  )
}
