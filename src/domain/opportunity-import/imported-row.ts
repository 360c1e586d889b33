import type { Day } from '../dates'
import type { OpportunityDraft } from '../opportunity-draft'
import { type ContactDetail, findContactDetail } from '../contact-details'
import type { OpportunityPlace } from '../opportunity'

/** How many opportunities one file may hold. */
export const IMPORT_ROWS_MAX = 50

/** Something about one cell of a row, by the name of its column. */
export type Remark = { column: string; message: string }

/** One opportunity of a file, as far as the file says it. What the file does not say is left for the champion. */
export type ImportedRow = {
  /** As a spreadsheet counts, with the header in row 1; the first posting is 1. */
  row: number
  draft: OpportunityDraft
  /** Postcodes and towns to look for, the surest first; they are dropped once they are a square. */
  placesToFind: string[]
  /** Who typed a spreadsheet can mend it; of a posting, what cannot be read is only left for the champion. */
  from: 'spreadsheet' | 'posting'
  /** Why it cannot be drafted. */
  faults: Remark[]
  /** What was left out, and what is worth a thought. */
  notes: Remark[]
}

/** What a file says: its opportunities, or the one thing that is wrong with all of it. */
export type ReadFile = { rows: ImportedRow[] } | { fault: string }

/** What readers of cells and postings know besides the file. */
export type ImportContext = { today: Day; words: ListWords }

/** The words of the closed lists, as pages say them: people type what they read. */
export type ListWords = Readonly<Record<ListName, Readonly<Record<string, string>>>>
export type ListName =
  | 'kind'
  | 'topic'
  | 'outcome'
  | 'heading'
  | 'qualification'
  | 'weekTime'
  | 'pay'
  | 'definition'
  | 'dbs'
  | 'support'
  | 'visibility'
  | 'priority'

/** For whoever takes part from home. */
export const REMOTE_PLACE: OpportunityPlace = {
  isRemote: true,
  placeOfWork: '',
  town: '',
  district: null,
  cellEast: null,
  cellNorth: null,
}

type Found = Pick<OpportunityPlace, 'district' | 'cellEast' | 'cellNorth' | 'town'>

/** The row with the square that was found for its place, or with a remark that there is none. */
export function withPlace(row: ImportedRow, found: Found | undefined): ImportedRow {
  if (row.placesToFind.length === 0) return row
  if (found) return { ...row, draft: { ...row.draft, isRemote: false, ...found } }
  const remark = {
    column: 'town or postcode',
    message: `“${row.placesToFind[0] ?? ''}” is not a town or a full postcode in Kent or Medway`,
  }
  return row.from === 'spreadsheet'
    ? { ...row, faults: [...row.faults, remark] }
    : { ...row, notes: [...row.notes, remark] }
}

const TEXTS = {
  title: 'title',
  summary: 'summary',
  whatYouWillDo: 'what people will do',
  description: 'description',
  hours: 'hours',
  payText: 'what people get',
  travelHelp: 'travel help',
} as const satisfies Partial<Record<keyof OpportunityDraft, string>>

const DETAIL: Record<ContactDetail, string> = {
  postcode: 'a postcode',
  email: 'an email address',
  link: 'a link',
  phone: 'a phone number',
}

/** What would let people go round the 18+ team. Where the work is may be said, so the place is not looked at. */
export function contactRemarks(draft: OpportunityDraft): Remark[] {
  const texts = Object.entries(TEXTS).map(([field, column]) => ({
    column: column as string,
    text: draft[field as keyof typeof TEXTS] ?? '',
  }))
  const criteria = { column: 'criteria', text: (draft.criteria ?? []).join('\n') }
  return [...texts, criteria].flatMap(({ column, text }) => {
    const detail = findContactDetail(text)
    return detail
      ? [
          {
            column,
            message: `has ${DETAIL[detail]}. Take it out: people come to you through the 18+ team`,
          },
        ]
      : []
  })
}
