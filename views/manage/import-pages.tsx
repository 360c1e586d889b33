import type { ImportedPerson } from '../../src/commands/care-leavers/import-people'
import type { ImportFault } from '../../src/routes/manage/people-csv'
import { paths } from '../../src/paths'
import { Button, Details, ErrorSummary, FileUpload, Table } from '../govuk'
import { Form } from '../layout/form'
import { Page } from '../layout/page'
import { errorLinks, errorOf, type FieldErrors } from '../shared/errors'
import { CATEGORY, districtName } from '../words/labels'
import { countText } from '../words/times'

export function ImportPage({ errors }: { errors: FieldErrors }) {
  return (
    <Page title="Add people" hasErrors={errors.length > 0} back={{ href: paths.manage.home, text: 'Manage' }}>
      <ErrorSummary errors={errorLinks(errors)} />
      <h1 class="govuk-heading-l">Add people from the case system</h1>
      <p>
        Use the <a href={paths.manage.importTemplate}>template</a>. You see everybody before anything is
        added. All of them are added, or none.
      </p>
      <Details summary="What goes into each column">
        <ul class="govuk-list govuk-list--bullet">
          <li>reference: the case reference</li>
          <li>preferred_name: the name they like to be called</li>
          <li>birth_date and category_since: days like 2006-03-27</li>
          <li>statutory_category: eligible, relevant, former-relevant or qualifying</li>
          <li>district: a district of Kent by name or code, outside-kent, or unknown</li>
          <li>adviser_email: an adviser who has an account or an invitation; empty when there is none</li>
        </ul>
        <p>Never put an address or a postcode into the file.</p>
      </Details>
      <Form action={paths.manage.import} hasFile>
        <FileUpload
          name="file"
          label="CSV file"
          hint="3,000 people at most"
          accept=".csv,text/csv"
          error={errorOf(errors, 'file')}
        />
        <Button>Look at it</Button>
      </Form>
    </Page>
  )
}

export type ImportPreviewPageProps = {
  people: readonly ImportedPerson[]
  faults: readonly ImportFault[]
  text: string
}

const SHOWN = 50

export function ImportPreviewPage({ people, faults, text }: ImportPreviewPageProps) {
  return faults.length > 0 ? <Faults faults={faults} /> : <Preview people={people} text={text} />
}

function Faults({ faults }: { faults: readonly ImportFault[] }) {
  return (
    <Page title="The file has faults" hasErrors back={{ href: paths.manage.import }} isWide>
      <ErrorSummary
        errors={[
          {
            text: `The file has ${countText(faults.length, 'fault', 'faults')}. Nothing was added.`,
            href: '#faults',
          },
        ]}
      />
      <h1 class="govuk-heading-l">Mend the file and choose it again</h1>
      <div id="faults">
        <Table
          label="Faults"
          head={[{ text: 'Row', isNumeric: true }, { text: 'Column' }, { text: 'What is wrong' }]}
          rows={faults.slice(0, 200).map((fault) => [String(fault.row), fault.column, fault.message])}
        />
      </div>
      <Button href={paths.manage.import} variant="secondary">
        Choose the file again
      </Button>
    </Page>
  )
}

function Preview({ people, text }: { people: readonly ImportedPerson[]; text: string }) {
  return (
    <Page title="Check before adding" back={{ href: paths.manage.import }} isWide>
      <h1 class="govuk-heading-l">Add {countText(people.length, 'person', 'people')}?</h1>
      {people.length > SHOWN ? <p>The first {SHOWN} are shown.</p> : null}
      <Table
        label="People in the file"
        head={[
          { text: 'Reference' },
          { text: 'Name' },
          { text: 'Category' },
          { text: 'District' },
          { text: 'Adviser' },
        ]}
        rows={people
          .slice(0, SHOWN)
          .map((person) => [
            person.caseReference,
            person.preferredName,
            CATEGORY[person.statutoryCategory],
            districtName(person.district),
            person.adviserId ? 'Yes' : 'None',
          ])}
      />
      <Form action={paths.manage.importConfirm}>
        <input type="hidden" name="text" value={text} />
        <Button>Add them</Button>
      </Form>
    </Page>
  )
}
