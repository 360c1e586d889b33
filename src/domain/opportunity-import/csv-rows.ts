import type { OpportunityDraft } from '../opportunity-draft'
import { IMPORT_COLUMNS, type ImportColumn } from './columns'
import {
  contactRemarks,
  IMPORT_ROWS_MAX,
  type ImportContext,
  type ImportedRow,
  type ReadFile,
  REMOTE_PLACE,
  type Remark,
} from './imported-row'
import { spelling } from './read-cell'

/** A file as its parser gives it: every record with its cells, blank ones too, and the records it could not read. */
export type CsvRecords = { records: readonly (readonly string[])[]; brokenAt: readonly number[] }

const NEEDED = ['title', 'kind'] as const

/** The opportunities of a file of the template. Columns may be left out and stand in any order. */
export function readCsvRows({ records, brokenAt }: CsvRecords, context: ImportContext): ReadFile {
  const first = records.findIndex(hasText)
  if (first === -1) return { fault: 'The file is empty' }
  const header = readHeader(records[first] ?? [])
  if ('fault' in header) return header
  const filled = records.flatMap((cells, index) =>
    index > first && hasText(cells) ? [{ cells, index }] : [],
  )
  if (filled.length === 0) return { fault: 'The file has a header and no opportunities under it' }
  if (filled.length > IMPORT_ROWS_MAX)
    return { fault: `A file may have ${IMPORT_ROWS_MAX} opportunities at most, and this one has more` }
  const broken = new Set(brokenAt)
  return {
    rows: filled.map(({ cells, index }) =>
      readRow(cells, header.columns, { row: index + 1, isBroken: broken.has(index), context }),
    ),
  }
}

const hasText = (cells: readonly string[]) => cells.some((cell) => cell.trim() !== '')

type Header = { columns: (ImportColumn | undefined)[] } | { fault: string }

/** Which column each cell belongs to; capitals, spaces, dashes and underscores in its name do not matter. */
function readHeader(cells: readonly string[]): Header {
  const names = cells.map(spelling)
  const columns = names.map((name) => IMPORT_COLUMNS.find((column) => column.name === name))
  const missing = NEEDED.filter((name) => !names.includes(name))
  const unknown = cells.filter((cell, index) => cell.trim() !== '' && !columns[index])
  const twice = IMPORT_COLUMNS.filter(({ name }) => names.indexOf(name) !== names.lastIndexOf(name))
  const faults = [
    ...says('lacks the column', missing),
    ...says('has a column that the template does not have:', unknown.map(shortName)),
    ...says(
      'has more than once the column',
      twice.map(({ name }) => name),
    ),
  ]
  if (faults.length > 0)
    return { fault: `The first row is not the template’s header. It ${faults.join(', and it ')}` }
  return { columns }
}

/** More names than this would be a page of them: the file is another one. */
const NAMED_MAX = 10

function says(what: string, names: readonly string[]): string[] {
  if (names.length === 0) return []
  const named = names.slice(0, NAMED_MAX).map((name) => `“${name}”`)
  const more = names.length - named.length
  return [`${what} ${[...named, ...(more > 0 ? [`and ${more} more`] : [])].join(', ')}`]
}

const shortName = (cell: string) => cell.trim().slice(0, 40)

type Place = { row: number; isBroken: boolean; context: ImportContext }

function readRow(
  cells: readonly string[],
  columns: readonly (ImportColumn | undefined)[],
  { row, isBroken, context }: Place,
): ImportedRow {
  const faults: Remark[] = isBroken
    ? [{ column: 'the row', message: 'has a quotation mark that is not closed, or text after one that is' }]
    : []
  let draft: OpportunityDraft = {}
  columns.forEach((column, index) => {
    const typed = cells[index]?.trim() ?? ''
    if (!column || typed === '') return
    const read = column.read(typed, context)
    if (typeof read === 'string') faults.push({ column: column.name, message: read })
    else draft = { ...draft, ...read }
  })
  // Said once: a row may have as many values too many as the file has room for.
  if (cells.some((cell, index) => !columns[index] && cell.trim() !== ''))
    faults.push({ column: 'the row', message: BEYOND })
  faults.push(...faultsTogether(draft, faults))
  return { ...placed(draft), row, faults, notes: contactRemarks(draft) }
}

const BEYOND = 'has a value beyond the last column. Put a text that has commas between quotation marks'

/** What is wrong only when two cells are read together. */
function faultsTogether(draft: OpportunityDraft, before: readonly Remark[]): Remark[] {
  const isRead = (column: string) => !before.some((fault) => fault.column === column)
  const { title, startsOn, endsOn, minAge, maxAge, priority, priorityUntil } = draft
  const checks: readonly (false | undefined | Remark)[] = [
    !title && isRead('title') && { column: 'title', message: 'is empty' },
    Boolean(endsOn && !startsOn) &&
      isRead('first day') && { column: 'first day', message: 'is empty and the last day is not' },
    Boolean(endsOn && startsOn && endsOn < startsOn) && {
      column: 'last day',
      message: 'is before the first day',
    },
    minAge !== undefined &&
      maxAge !== undefined &&
      maxAge < minAge && { column: 'oldest age', message: 'is below the youngest' },
    priority === 'window' &&
      !priorityUntil &&
      isRead('first until') && {
        column: 'first until',
        message: 'is empty. Say until when care leavers come first',
      },
  ]
  return checks.filter((one) => typeof one === 'object')
}

/** Where it is, as far as the row says, and what a step takes for granted once its question is answered. */
function placed({ town, isRemote, ...rest }: OpportunityDraft) {
  const draft: OpportunityDraft = {
    ...rest,
    ...(rest.pay !== undefined && rest.pay !== 'wage' ? { payText: rest.payText ?? '' } : {}),
    ...(rest.priority === undefined || rest.priority === 'window' ? {} : { priorityUntil: null }),
    ...(rest.qualificationLevel === undefined ? {} : { criteria: rest.criteria ?? [] }),
    ...(isRemote ? REMOTE_PLACE : {}),
  }
  return { draft, placesToFind: town && !isRemote ? [town] : [], from: 'spreadsheet' as const }
}
