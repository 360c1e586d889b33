import type { Context } from 'hono'
import Papa from 'papaparse'
import type { Reader } from '../../../db/database'
import { listKnownOffers } from '../../../db/queries/opportunities'
import { findNearestTown } from '../../../db/queries/places'
import {
  DBS,
  DEFINITION,
  HEADING,
  KIND,
  OUTCOME,
  PAY,
  PRIORITY,
  QUALIFICATION,
  SUPPORT,
  TOPIC,
  VISIBILITY,
  WEEK_TIME,
} from '../../../views/words/labels'
import type { Day } from '../../domain/dates'
import type { OrganisationId } from '../../domain/ids'
import { IMPORT_COLUMNS } from '../../domain/opportunity-import/columns'
import { readCsvRows } from '../../domain/opportunity-import/csv-rows'
import { type Alike, findAlike } from '../../domain/opportunity-import/duplicates'
import { type FileKind, kindOfFile } from '../../domain/opportunity-import/file-kind'
import {
  type ImportedRow,
  type ListWords,
  type ReadFile,
  withPlace,
} from '../../domain/opportunity-import/imported-row'
import { readPostings } from '../../domain/opportunity-import/job-posting'
import { readJsonPostings, readPagePostings } from '../../domain/opportunity-import/json-ld'
import { findPlace } from '../../geo/find-place'
import type { AppEnv } from '../../http/app-env'

/** Kept so that the page that asks to go on, which has the whole text in it, can be sent under the body's limit. */
const FILE_BYTES_MAX = 400 * 1024

export const LIST_WORDS: ListWords = {
  kind: KIND,
  topic: TOPIC,
  outcome: OUTCOME,
  heading: HEADING,
  qualification: QUALIFICATION,
  weekTime: WEEK_TIME,
  pay: PAY,
  definition: DEFINITION,
  dbs: DBS,
  support: SUPPORT,
  visibility: VISIBILITY,
  priority: PRIORITY,
}

/** The published template: a header, and one row to write over. */
export function importTemplate(c: Context<AppEnv>): Response {
  const rows = [IMPORT_COLUMNS.map(({ name }) => name), IMPORT_COLUMNS.map(({ example }) => example)]
  c.header('Content-Disposition', 'attachment; filename="opportunities-template.csv"')
  return c.body(`\uFEFF${Papa.unparse(rows, { newline: '\r\n' })}\r\n`, 200, {
    'Content-Type': 'text/csv; charset=utf-8',
  })
}

/** The text of the file somebody chose. Spreadsheets on Windows still save CSV in the character set of the nineties. */
export async function readUpload(form: FormData): Promise<{ text: string } | { fault: string }> {
  const file = form.get('file')
  if (file === null || typeof file === 'string' || file.size === 0)
    return { fault: 'Choose a file with opportunities in it' }
  if (file.size > FILE_BYTES_MAX) return { fault: 'The file must be smaller than 400 KB' }
  const bytes = await file.arrayBuffer()
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes) }
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes) }
  }
}

export type ReadImport = { rows: ImportedRow[]; alike: Map<number, Alike> }

/** What a file says for an organisation: its rows with their places, and which of them are there already. */
export async function readImport(
  db: Reader,
  text: string,
  { today, organisationId }: { today: Day; organisationId: OrganisationId },
): Promise<ReadImport | { fault: string }> {
  const read = readText(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'), today)
  if ('fault' in read) return read
  const [rows, known] = await Promise.all([placeRows(db, read.rows), listKnownOffers(db, organisationId)])
  return { rows, alike: findAlike(rows, known) }
}

const UNREADABLE: Readonly<Partial<Record<FileKind, string>>> = {
  empty: 'The file is empty',
  workbook: 'This is a workbook. Save it as “CSV UTF-8” and choose that file',
  'not-text': 'This is not a text file. Save it as “CSV UTF-8”, or choose a JSON or HTML file',
}

function readText(text: string, today: Day): ReadFile {
  const kind = kindOfFile(text)
  if (kind === 'csv') return readCsvRows(recordsOf(text), { today, words: LIST_WORDS })
  const unreadable = UNREADABLE[kind]
  if (unreadable) return { fault: unreadable }
  const found = kind === 'json' ? readJsonPostings(text) : readPagePostings(text)
  return 'fault' in found ? found : readPostings(found.postings, today)
}

/** More records than any file may have are not even read. */
const RECORDS_MAX = 2000

const DELIMITERS = [',', ';', '\t'] as const

/** Blank lines are kept, so that a row has the number a spreadsheet shows. */
function recordsOf(text: string) {
  const header = text.slice(0, 4000).trimStart().split('\n', 1)[0] ?? ''
  const count = (sign: string) => header.split(sign).length
  const delimiter = [...DELIMITERS].sort((a, b) => count(b) - count(a))[0] ?? ','
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline: '\n', preview: RECORDS_MAX })
  const brokenAt = errors.flatMap(({ type, row }) => (type === 'Quotes' && row !== undefined ? [row] : []))
  return { records: data, brokenAt }
}

/** The square of each place, each looked for once. */
async function placeRows(db: Reader, rows: readonly ImportedRow[]): Promise<ImportedRow[]> {
  const found = new Map<string, Awaited<ReturnType<typeof squareOf>>>()
  for (const typed of new Set(rows.flatMap(({ placesToFind }) => placesToFind)))
    found.set(typed, await squareOf(db, typed))
  return rows.map((row) => withPlace(row, row.placesToFind.map((typed) => found.get(typed)).find(Boolean)))
}

async function squareOf(db: Reader, typed: string) {
  if (typed.length > 60) return undefined
  const place = await findPlace(db, typed)
  if (!place) return undefined
  const town = await findNearestTown(db, place)
  return { ...place, town: town?.name ?? '' }
}
