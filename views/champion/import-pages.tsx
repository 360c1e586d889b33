import type { PosterRecord } from '../../db/queries/accounts'
import { IMPORT_COLUMNS, type ImportColumn } from '../../src/domain/opportunity-import/columns'
import type { ListWords } from '../../src/domain/opportunity-import/imported-row'
import { Button, ButtonGroup, ErrorSummary, FileUpload, Panel, Select, SummaryList } from '../govuk'
import { Form } from '../layout/form'
import { Page } from '../layout/page'
import { errorLinks, errorOf, type FieldErrors } from '../shared/errors'
import { countText } from '../words/times'
import { isolated } from '../words/names'

export type ImportPageProps = {
  /** The addresses of whoever imports: a champion's own, or the team's. */
  at: {
    opportunities: string
    import: string
    importTemplate: string
    importConfirm: string
    importDone: string
  }
  /** For the team: whose the drafts may become. A champion's are their own. */
  posters: readonly PosterRecord[] | null
  accountId: string
  words: ListWords
  errors: FieldErrors
}

export function ImportPage(props: ImportPageProps) {
  const { at, posters, errors } = props
  return (
    <Page
      title="Opportunities from a file"
      hasErrors={errors.length > 0}
      back={{ href: at.opportunities, text: 'Opportunities' }}
    >
      <ErrorSummary errors={errorLinks(errors)} />
      <h1 class="govuk-heading-l">Opportunities from a file</h1>
      <p>
        Up to 50 at once, from a spreadsheet or from the job pages of a website. You see what each becomes
        before anything happens. They become drafts: nobody else sees them until{' '}
        {posters ? 'their champion has' : 'you have'} sent them and the 18+ team has looked at them.
      </p>
      <Form action={at.import} hasFile>
        {posters ? <Posters {...props} posters={posters} /> : null}
        <FileUpload
          name="file"
          label="File"
          hint="A CSV file of the template, or a JSON or HTML file with job postings. Smaller than 400 KB"
          accept=".csv,.txt,.json,.jsonld,.html,.htm,text/csv,text/plain,text/html,application/json,application/ld+json"
          error={errorOf(errors, 'file')}
        />
        <Button>Look at it</Button>
      </Form>
      <Spreadsheets {...props} />
      <Postings />
      <Columns {...props} />
    </Page>
  )
}

function Posters({ posters, accountId, errors }: ImportPageProps & { posters: readonly PosterRecord[] }) {
  return (
    <Select
      name="accountId"
      label="Whose drafts they become"
      hint="They finish and send them. We tell them there is an update"
      value={accountId}
      error={errorOf(errors, 'accountId')}
      items={[
        { value: '', text: 'Choose a champion or partner' },
        ...posters.map(({ id, name, organisationName }) => ({
          value: id,
          text: `${organisationName}: ${isolated(name)}`,
        })),
      ]}
    />
  )
}

function Spreadsheets({ at }: ImportPageProps) {
  return (
    <>
      <h2 class="govuk-heading-m">From a spreadsheet</h2>
      <p>
        <a href={at.importTemplate}>Download the template</a>, write over its one example row, and save it as
        CSV. Commas or semicolons between the columns are both fine.
      </p>
      <p>
        Only the columns “title” and “kind” have to be there. Leave a cell empty when you do not know yet: you
        can fill it in later, in the draft. <a href="#columns">What each column takes</a>
      </p>
    </>
  )
}

function Columns({ words }: ImportPageProps) {
  return (
    <>
      <h2 class="govuk-heading-m" id="columns">
        What each column of the template takes
      </h2>
      <SummaryList
        rows={IMPORT_COLUMNS.map((column) => ({
          key: column.name,
          value: <Takes column={column} words={words} />,
        }))}
      />
    </>
  )
}

function Takes({ column: { takes, list }, words }: { column: ImportColumn; words: ListWords }) {
  if (!list) return <>{takes}</>
  return (
    <>
      {takes}:
      <ul class="govuk-list govuk-list--bullet">
        {list.values.map((value) => (
          <li>
            <strong>{value}</strong> {words[list.name][value]}
          </li>
        ))}
      </ul>
    </>
  )
}

function Postings() {
  return (
    <>
      <h2 class="govuk-heading-m">From a website</h2>
      <p>
        Many websites describe a job for search engines, as a “JobPosting”. Save the page as HTML, or the
        description as JSON, and choose that file.
      </p>
      <ul class="govuk-list govuk-list--bullet">
        <li>The title, the words, the days, the place, the pay and what is asked for are taken over.</li>
        <li>Layout is dropped: paragraphs and lists become lines of text.</li>
        <li>The organisation named there is not: the draft is of the champion’s own organisation.</li>
        <li>What the page does not say is left for the draft.</li>
      </ul>
    </>
  )
}

export type ImportDonePageProps = { count: number | null; list: string; again: string; isForOther: boolean }

export function ImportDonePage({ count, list, again, isForOther }: ImportDonePageProps) {
  const title = count === null ? 'The drafts are saved' : `${countText(count, 'draft', 'drafts')} saved`
  return (
    <Page title={title}>
      <Panel title={title} />
      <h2 class="govuk-heading-m">What happens next</h2>
      {isForOther ? (
        <p>
          The champion you chose gets an email that there is an update. They see the drafts among their
          opportunities, finish them and send them. Then they are in your queue.
        </p>
      ) : (
        <p>
          Nothing has been sent yet. Open each draft, fill in what is missing and send it. Up to 3 can wait
          for the 18+ team at a time, and 10 can be sent in 7 days.
        </p>
      )}
      <ButtonGroup>
        <Button href={list}>{isForOther ? 'Opportunities' : 'See your drafts'}</Button>
        <Button href={again} variant="secondary">
          Another file
        </Button>
      </ButtonGroup>
    </Page>
  )
}
