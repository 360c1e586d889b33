import type { ImportedField, ImportPlan } from '../../src/domain/import-plan'
import type { ImportFault } from '../../src/routes/manage/people-csv'
import { paths } from '../../src/paths'
import { Button, Details, ErrorSummary, FileUpload, Table } from '../govuk'
import { Form } from '../layout/form'
import { Page } from '../layout/page'
import { errorLinks, errorOf, type FieldErrors } from '../shared/errors'
import { CATEGORY, districtName } from '../words/labels'
import { countText, dayText } from '../words/times'

export function ImportPage({ errors }: { errors: FieldErrors }) {
  return (
    <Page
      title="People from the case system"
      hasErrors={errors.length > 0}
      back={{ href: paths.manage.home, text: 'Manage' }}
    >
      <ErrorSummary errors={errorLinks(errors)} />
      <h1 class="govuk-heading-l">People from the case system</h1>
      <p>
        Use the <a href={paths.manage.importTemplate}>template</a>. You see everybody before anything happens.
        All of it is done, or nothing. People who are here already are brought up to date; the name they like
        to be called stays as they have it here.
      </p>
      <Details summary="What goes into each column">
        <ul class="govuk-list govuk-list--bullet">
          <li>reference: the case reference</li>
          <li>preferred_name: the name they like to be called</li>
          <li>birth_date and category_since: days like 2006-03-27</li>
          <li>statutory_category: eligible, relevant, former-relevant or qualifying</li>
          <li>district: a district of Kent by name or code, outside-kent, or unknown</li>
          <li>
            adviser_email: an adviser who has an account or an invitation; empty leaves it as it is here
          </li>
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
  plan: ImportPlan
  /** Advisers' addresses by their accounts. */
  names: ReadonlyMap<string, string>
  faults: readonly ImportFault[]
  text: string
}

const SHOWN = 50

export function ImportPreviewPage({ plan, names, faults, text }: ImportPreviewPageProps) {
  return faults.length > 0 ? <Faults faults={faults} /> : <Preview plan={plan} names={names} text={text} />
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

function Preview({ plan, names, text }: Omit<ImportPreviewPageProps, 'faults'>) {
  const { added, changed, same, closed } = plan
  const isNothing = added.length + changed.length === 0
  return (
    <Page title="Check before anything happens" back={{ href: paths.manage.import }} isWide>
      <h1 class="govuk-heading-l">{questionOf(plan)}</h1>
      <p>
        {countText(same, 'person is', 'people are')} here as in the file.
        {closed > 0
          ? ` ${countText(closed, 'person has', 'people have')} closed their account here, and nothing of theirs is changed.`
          : ''}
      </p>
      <Added people={added} />
      <Changed changes={changed} names={names} />
      {isNothing ? null : (
        <Form action={paths.manage.importConfirm}>
          <input type="hidden" name="text" value={text} />
          <Button>Do it</Button>
        </Form>
      )}
    </Page>
  )
}

function questionOf({ added, changed }: ImportPlan): string {
  const add = added.length > 0 ? `Add ${countText(added.length, 'person', 'people')}` : ''
  if (changed.length === 0) return add ? `${add}?` : 'There is nothing to do'
  return add
    ? `${add} and change ${changed.length}?`
    : `Change ${countText(changed.length, 'person', 'people')}?`
}

const firstOf = (count: number) => (count > SHOWN ? `, the first ${SHOWN} of ${count}` : '')

function Added({ people }: { people: ImportPlan['added'] }) {
  if (people.length === 0) return null
  return (
    <Table
      caption={`Added${firstOf(people.length)}`}
      captionSize="m"
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
  )
}

const FIELD: Record<ImportedField, string> = {
  dateOfBirth: 'birth date',
  statutoryCategory: 'category',
  categorySince: 'date of the category',
  district: 'district',
  adviserId: 'adviser',
}

type Names = ImportPreviewPageProps['names']

function Changed({ changes, names }: { changes: ImportPlan['changed']; names: Names }) {
  if (changes.length === 0) return null
  return (
    <Table
      caption={`Changed${firstOf(changes.length)}`}
      captionSize="m"
      head={[{ text: 'Reference' }, { text: 'Name in the file' }, { text: 'What changes' }]}
      rows={changes
        .slice(0, SHOWN)
        .map(({ known, person, fields }) => [
          person.caseReference,
          person.preferredName,
          fields
            .map(
              (field) =>
                `${FIELD[field]}: ${valueText(known, field, names)} → ${valueText(person, field, names)}`,
            )
            .join(', '),
        ])}
    />
  )
}

function valueText(
  person: ImportPlan['added'][number] | ImportPlan['changed'][number]['known'],
  field: ImportedField,
  names: Names,
): string {
  if (field === 'statutoryCategory') return CATEGORY[person.statutoryCategory]
  if (field === 'district') return districtName(person.district)
  if (field === 'adviserId')
    return person.adviserId ? (names.get(person.adviserId) ?? 'somebody else') : 'none'
  return dayText(person[field])
}
