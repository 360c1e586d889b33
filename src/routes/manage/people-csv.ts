import Papa from 'papaparse'
import { ageOn, isDay } from '../../domain/dates'
import type { AccountId } from '../../domain/ids'
import type { ImportedPerson, KnownPerson } from '../../domain/import-plan'
import { DISTRICT_CODES, DISTRICTS, type HomeDistrict, STATUTORY_CATEGORIES } from '../../domain/taxonomy'

/** The published template, in this order. */
export const IMPORT_COLUMNS = [
  'reference',
  'preferred_name',
  'birth_date',
  'statutory_category',
  'category_since',
  'district',
  'adviser_email',
] as const
export type ImportColumn = (typeof IMPORT_COLUMNS)[number]

export type ImportFault = { row: number; column: ImportColumn | 'file'; message: string }

export type ReadImport = { people: ImportedPerson[]; faults: ImportFault[] }

const IMPORT_ROWS_MAX = 3000

export type ImportContext = {
  today: string
  /** Adviser by mail address. */
  advisers: ReadonlyMap<string, AccountId>
  /** Who is in the service already, by case reference. */
  known: ReadonlyMap<string, KnownPerson>
}

/** Reads a file of the template: every fault by row and column, and nothing is imported while there is one. */
export function readImport(text: string, context: ImportContext): ReadImport {
  const parsed = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: (header) => header.trim().toLowerCase(),
    transform: (value) => value.trim(),
  })
  const missing = IMPORT_COLUMNS.filter((column) => !parsed.meta.fields?.includes(column))
  if (missing.length > 0) return fileFault(`The file lacks the column ${missing.join(', ')}`)
  if (parsed.data.length === 0) return fileFault('The file has no people in it')
  if (parsed.data.length > IMPORT_ROWS_MAX)
    return fileFault(`A file may have ${IMPORT_ROWS_MAX} people at most`)

  const seen = new Set<string>()
  const people: ImportedPerson[] = []
  const faults: ImportFault[] = []
  parsed.data.forEach((cells, index) => {
    const row = readRow(cells, context, seen)
    // The first line is the header, so the first person stands in row 2.
    faults.push(...row.faults.map((fault) => ({ ...fault, row: index + 2 })))
    if (row.person) people.push(row.person)
  })
  return { people, faults }
}

const fileFault = (message: string): ReadImport => ({
  people: [],
  faults: [{ row: 1, column: 'file', message }],
})

type Cells = Record<string, string>
type CellFault = { column: ImportColumn; message: string }

function readRow(
  cells: Cells,
  context: ImportContext,
  seen: Set<string>,
): { person?: ImportedPerson; faults: CellFault[] } {
  const cell = (column: ImportColumn) => cells[column] ?? ''
  const district = readDistrict(cell('district'))
  const adviserEmail = cell('adviser_email').toLowerCase()
  const isKnown = context.known.has(cell('reference'))
  const faults = CHECKS.flatMap(({ column, check }) => {
    const message = check(cell(column), { ...context, seen, isKnown })
    return message ? [{ column, message }] : []
  })
  seen.add(cell('reference'))
  if (faults.length > 0 || !district) return { faults }
  return {
    faults,
    person: {
      caseReference: cell('reference'),
      preferredName: cell('preferred_name'),
      dateOfBirth: cell('birth_date'),
      statutoryCategory: cell('statutory_category') as ImportedPerson['statutoryCategory'],
      categorySince: cell('category_since'),
      district,
      adviserId: adviserEmail ? (context.advisers.get(adviserEmail) ?? null) : null,
    },
  }
}

type RowContext = ImportContext & {
  /** References that stand in a row above. */
  seen: ReadonlySet<string>
  /** The row is about somebody who is in the service already. */
  isKnown: boolean
}
type Check = (value: string, context: RowContext) => string | undefined

const dayCheck: Check = (value, { today }) => {
  if (!isDay(value)) return 'is not a day like 2006-03-27'
  return value > today ? 'lies in the future' : undefined
}

const CHECKS: readonly { column: ImportColumn; check: Check }[] = [
  {
    column: 'reference',
    check: (value, { seen }) => {
      if (value === '' || value.length > 40) return 'must be 1 to 40 characters'
      return seen.has(value) ? 'stands in this file twice' : undefined
    },
  },
  {
    column: 'preferred_name',
    check: (value) => (value === '' || value.length > 60 ? 'must be 1 to 60 characters' : undefined),
  },
  {
    column: 'birth_date',
    check: (value, context) => {
      const fault = dayCheck(value, context)
      // Somebody who is here already grows older than the service is for, and stays in the case system's file.
      if (fault || context.isKnown) return fault
      const age = ageOn(value, context.today)
      return age < 16 || age > 25 ? 'makes them younger than 16 or older than 25' : undefined
    },
  },
  {
    column: 'statutory_category',
    check: (value) =>
      (STATUTORY_CATEGORIES as readonly string[]).includes(value)
        ? undefined
        : `is not one of ${STATUTORY_CATEGORIES.join(', ')}`,
  },
  { column: 'category_since', check: dayCheck },
  {
    column: 'district',
    check: (value) =>
      readDistrict(value) ? undefined : 'is not a district of Kent, “outside-kent” or “unknown”',
  },
  {
    column: 'adviser_email',
    check: (value, { advisers }) =>
      value === '' || advisers.has(value.toLowerCase()) ? undefined : 'is not the address of an adviser here',
  },
]

/** By ONS code or by name; empty is not known. */
function readDistrict(value: string): HomeDistrict | undefined {
  if (value === '' || value === 'unknown') return 'unknown'
  if (value === 'outside-kent') return 'outside-kent'
  return DISTRICT_CODES.find(
    (code) => code === value || DISTRICTS[code].toLowerCase() === value.toLowerCase().replace('&', 'and'),
  )
}
