import type { Child } from 'hono/jsx'
import type { Alike } from '../../src/domain/opportunity-import/duplicates'
import type { ImportedRow } from '../../src/domain/opportunity-import/imported-row'
import { type OpportunityDraft, sectionsToDo, warningsFor } from '../../src/domain/opportunity-draft'
import { paths } from '../../src/paths'
import { Button, ButtonGroup, Checkboxes, ErrorSummary, Table } from '../govuk'
import { Form } from '../layout/form'
import { Page } from '../layout/page'
import { KIND, SECTION } from '../words/labels'
import { OPPORTUNITY_STATE } from '../words/states'
import { countText, dayText } from '../words/times'
import type { ImportPageProps } from './import-pages'
import { warningText } from './words'

export type ImportPreviewPageProps = Pick<ImportPageProps, 'at' | 'posters' | 'accountId'> & {
  rows: readonly ImportedRow[]
  alike: ReadonlyMap<number, Alike>
  text: string
  ticked: readonly string[]
  error?: string | undefined
}

/** Each row as what it becomes, and every fault by row and column. The file's text goes along, so it is sent once. */
export function ImportPreviewPage(props: ImportPreviewPageProps) {
  const { at, rows, error } = props
  const faulty = rows.filter(({ faults }) => faults.length > 0)
  const good = rows.filter(({ faults }) => faults.length === 0)
  const title = good.length === 0 ? 'Mend the file and choose it again' : 'Check before anything happens'
  return (
    <Page
      title={title}
      hasErrors={faulty.length > 0 || error !== undefined}
      back={{ href: at.import, text: 'Choose another file' }}
    >
      <ErrorSummary errors={[...(error ? [{ text: error, href: '#rows' }] : []), ...faultLinks(faulty)]} />
      <h1 class="govuk-heading-l">{title}</h1>
      <Whose {...props} />
      <Faults rows={faulty} hasGood={good.length > 0} columns={`${at.import}#columns`} />
      {good.length > 0 ? <Drafts {...props} rows={good} /> : null}
      <ButtonGroup>
        <Button href={at.import} variant="secondary">
          Choose another file
        </Button>
      </ButtonGroup>
    </Page>
  )
}

function Whose({ posters, accountId }: Pick<ImportPageProps, 'posters' | 'accountId'>) {
  const poster = posters?.find(({ id }) => id === accountId)
  if (!poster) return null
  return (
    <p>
      The drafts become those of {poster.name}, {poster.organisationName}.
    </p>
  )
}

/** A row of a spreadsheet has its number there; postings are counted. */
const nameOf = (from: ImportedRow['from'], row: number) =>
  from === 'spreadsheet' ? `Row ${row}` : `Posting ${row}`

const LINKS_MAX = 20

function faultLinks(rows: readonly ImportedRow[]) {
  const links = rows.flatMap(({ row, from, faults }) =>
    faults.map(({ column, message }) => ({
      text: `${nameOf(from, row)}, “${column}”: ${message}`,
      href: `#row-${row}`,
    })),
  )
  const more = links.length - LINKS_MAX
  if (more <= 0) return links
  return [
    ...links.slice(0, LINKS_MAX),
    { text: `${countText(more, 'more fault', 'more faults')}`, href: '#faults' },
  ]
}

type FaultsProps = {
  rows: readonly ImportedRow[]
  hasGood: boolean
  /** Where it says what each column takes. */
  columns: string
}

function Faults({ rows, hasGood, columns }: FaultsProps) {
  if (rows.length === 0) return null
  const lines = rows.flatMap(({ row, faults }) =>
    faults.map(({ column, message }, index) => [
      index === 0 ? <span id={`row-${row}`}>{row}</span> : String(row),
      column,
      message,
    ]),
  )
  return (
    <section aria-labelledby="faults">
      <h2 class="govuk-heading-m" id="faults">
        {rows.length === 1 ? 'One of them has faults' : `${rows.length} of them have faults`}
      </h2>
      <p>
        {hasGood
          ? 'What has faults is left out. Go on with the rest, or mend the file and choose it again.'
          : 'Nothing was drafted.'}{' '}
        <a href={columns}>What each column takes</a>
      </p>
      <Table
        label="Faults"
        head={[{ text: 'Row' }, { text: 'Column' }, { text: 'What is wrong' }]}
        rows={lines}
      />
    </section>
  )
}

function Drafts({ at, posters, accountId, rows, alike, text, ticked, error }: ImportPreviewPageProps) {
  return (
    <Form action={at.importConfirm} hasFile>
      <input type="hidden" name="text" value={text} />
      {posters ? <input type="hidden" name="accountId" value={accountId} /> : null}
      <Checkboxes
        name="rows"
        legend={`${countText(rows.length, 'opportunity', 'opportunities')} to draft`}
        legendSize="m"
        hint="Take the tick away from those you do not want"
        error={error}
        values={ticked}
        items={rows.map((row) => ({
          value: String(row.row),
          text: row.draft.title ?? '',
          hint: <Line row={row} alike={alike.get(row.row)} isForOther={posters !== null} />,
        }))}
      />
      <Button>Make the ticked drafts</Button>
    </Form>
  )
}

type LineProps = { row: ImportedRow; alike: Alike | undefined; isForOther: boolean }

/** What one row becomes, what is still to do in it, and what to look at. */
function Line({ row: { row, from, draft, notes }, alike, isForOther }: LineProps) {
  const left = sectionsToDo(draft)
  return (
    <>
      <div>
        {nameOf(from, row)}: {factsOf(draft)}
      </div>
      <div>
        {left.length === 0
          ? 'Nothing is missing: it can be sent from its draft.'
          : `To do before it can be sent: ${left.map((section) => SECTION[section]).join('; ')}.`}
      </div>
      {alike ? (
        <div>
          <strong>{alikeText(alike, from, isForOther)}</strong>
        </div>
      ) : null}
      {[...notes.map(({ column, message }) => `“${column}” ${message}`), ...hintsOf(draft)].map((note) => (
        <div>{note}.</div>
      ))}
    </>
  )
}

function factsOf({ kind, places, startsOn, closesOn, ...draft }: OpportunityDraft): string {
  const where = draft.isRemote ? 'from home' : draft.placeOfWork || draft.town
  const facts = [
    kind ? KIND[kind] : 'kind not said',
    places === undefined ? 'places not said' : countText(places, 'place', 'places'),
    startsOn ? `first day ${dayText(startsOn)}` : 'no first day',
    closesOn ? `closes ${dayText(closesOn)}` : 'no closing date',
    where ? where : 'where is not said',
  ]
  return `${facts.join('; ')}.`
}

/** For the team without a link and without a state: a draft that was not sent is its writer's own. */
function alikeText(alike: Alike, from: ImportedRow['from'], isForOther: boolean): Child {
  if (alike.kind === 'row')
    return `It has the same title and first day as ${nameOf(from, alike.row).toLowerCase()}, so it is not ticked.`
  if (isForOther) return 'They already have one with this title and first day, so it is not ticked.'
  const { id, title, state } = alike.offer
  return (
    <>
      It looks like one you already have: <a href={paths.champion.opportunity(id)}>{title}</a> (
      {OPPORTUNITY_STATE[state].toLowerCase()}), so it is not ticked.
    </>
  )
}

/** The hints of the draft's own pages, by their names; those pages say more. */
const hintsOf = (draft: OpportunityDraft): string[] =>
  warningsFor(draft)
    .filter(({ kind }) => kind !== 'no-closing-date')
    .map((warning) => warningText(warning).title)
