import type { Day } from '../dates'
import type { OpportunityKind } from '../opportunity'
import type { OpportunityDraft } from '../opportunity-draft'
import { TEXT_MAX } from './columns'
import { readWrittenDay } from './days'
import {
  contactRemarks,
  IMPORT_ROWS_MAX,
  type ImportedRow,
  type ReadFile,
  REMOTE_PLACE,
  type Remark,
} from './imported-row'
import type { JsonObject } from './json-ld'
import { isObject } from './json-ld'
import { listOf, payOf, placeOf, textOf } from './job-posting-values'
import { asOneLine, toPlainText } from './plain-text'
import { asList, shorten } from './read-cell'

type Part = { draft: OpportunityDraft; notes: Remark[] }

/** Postings as rows. */
export function readPostings(postings: readonly JsonObject[], today: Day): ReadFile {
  if (postings.length > IMPORT_ROWS_MAX)
    return {
      fault: `A file may have ${IMPORT_ROWS_MAX} opportunities at most, and this one has ${postings.length}`,
    }
  return { rows: postings.map((posting, index) => readPosting(posting, index + 1, today)) }
}

/** What a posting says of an opportunity. What it does not say is left for the champion, and nothing is made up. */
function readPosting(posting: JsonObject, row: number, today: Day): ImportedRow {
  const where = readWhere(posting)
  const parts = [
    readWords(posting),
    readDays(posting, today),
    readCriteria(posting),
    readPay(posting),
    readPlaces(posting),
    where,
  ]
  const draft: OpportunityDraft = Object.assign({}, ...parts.map((part) => part.draft))
  return {
    row,
    draft,
    placesToFind: where.placesToFind,
    from: 'posting',
    faults: draft.title ? [] : [{ column: 'title', message: 'is missing' }],
    notes: [...parts.flatMap(({ notes }) => notes), ...contactRemarks(draft)],
  }
}

function readWords(posting: JsonObject): Part {
  const texts: readonly [keyof typeof TEXT_MAX, string, string][] = [
    ['title', 'title', asOneLine(textOf(posting.title) || textOf(posting.name))],
    ['description', 'description', toPlainText(textOf(posting.description))],
    ['whatYouWillDo', 'what people will do', toPlainText(textOf(posting.responsibilities))],
    ['hours', 'hours', asOneLine(textOf(posting.workHours))],
  ]
  const parts = texts.map(([field, column, text]) => cut(field, column, text))
  return {
    draft: Object.assign({ kind: kindOf(posting) }, ...parts.map(({ draft }) => draft)),
    notes: parts.flatMap(({ notes }) => notes),
  }
}

/** As much of a text as the field takes, to the end of a word. */
function cut(field: keyof typeof TEXT_MAX, column: string, text: string): Part {
  const max = TEXT_MAX[field]
  if (text === '') return { draft: {}, notes: [] }
  if (text.length <= max) return { draft: { [field]: text }, notes: [] }
  const kept = text.slice(0, max)
  const end = Math.max(kept.lastIndexOf(' '), kept.lastIndexOf('\n'))
  const message = `is longer than ${max.toLocaleString('en-GB')} characters. The end was left out`
  return { draft: { [field]: kept.slice(0, end > 0 ? end : max).trim() }, notes: [{ column, message }] }
}

/** A hint, to be looked at: the vocabulary of job sites has no word for most of what is offered here. */
function kindOf(posting: JsonObject): OpportunityKind {
  const types = listOf(posting.employmentType).map((type) => textOf(type).toUpperCase())
  if (/apprentice/i.test(textOf(posting.title))) return 'apprenticeship'
  if (types.some((type) => type.includes('INTERN'))) return 'work-experience'
  return types.some((type) => type.includes('VOLUNTEER')) ? 'volunteering' : 'job'
}

function readDays(posting: JsonObject, today: Day): Part {
  const closing = readDay('closing date', textOf(posting.validThrough))
  const first = readDay('first day', textOf(posting.jobStartDate))
  const hasPassed = closing.day !== undefined && closing.day < today
  return {
    draft: {
      ...(first.day ? { startsOn: first.day } : {}),
      ...(closing.day && !hasPassed ? { closesOn: closing.day } : {}),
    },
    notes: [
      ...first.notes,
      ...closing.notes,
      ...(hasPassed ? [{ column: 'closing date', message: 'has passed, so it was left out' }] : []),
    ],
  }
}

function readDay(column: string, text: string): { day?: Day | undefined; notes: Remark[] } {
  if (text === '') return { notes: [] }
  const day = readWrittenDay(text)
  return day
    ? { day, notes: [] }
    : { notes: [{ column, message: `“${shorten(text)}” is not a date, so it was left out` }] }
}

const CRITERIA_MAX = 10
const CRITERION_LENGTH_MAX = 150

/** What is asked for, one thing a line. */
function readCriteria(posting: JsonObject): Part {
  const texts = [posting.qualifications, posting.experienceRequirements, posting.educationRequirements]
  const found = [...texts, posting.skills].flatMap(requirementLines)
  const all = [...new Set(found)]
  const criteria = all.filter((one) => one.length <= CRITERION_LENGTH_MAX).slice(0, CRITERIA_MAX)
  if (all.length === 0) return { draft: {}, notes: [] }
  const left = all.length - criteria.length
  const message = `${left} of ${all.length} things were left out: up to ${CRITERIA_MAX}, of ${CRITERION_LENGTH_MAX} characters each, fit`
  return {
    draft: criteria.length > 0 ? { criteria } : {},
    notes: left > 0 ? [{ column: 'criteria', message }] : [],
  }
}

function requirementLines(value: unknown): string[] {
  return listOf(value).flatMap((one) => {
    const text = textOf(one)
    if (text === '' && isObject(one)) return monthsOf(one.monthsOfExperience)
    return asList(toPlainText(text))
  })
}

function monthsOf(months: unknown): string[] {
  const count = Number(months)
  if (!(count > 0 && count < 1000)) return []
  return [`${count} ${count === 1 ? 'month' : 'months'} of experience`]
}

function readPay(posting: JsonObject): Part {
  const pay = payOf(posting.baseSalary)
  if (!pay) return { draft: {}, notes: [] }
  const { draft, notes } = cut('payText', 'what people get', asOneLine(pay.payText))
  return { draft: { ...draft, ...(pay.isWage ? { pay: 'wage' } : {}) }, notes }
}

function readPlaces(posting: JsonObject): Part {
  const places = Number(textOf(posting.totalJobOpenings) || Number.NaN)
  return { draft: Number.isInteger(places) && places >= 1 && places <= 500 ? { places } : {}, notes: [] }
}

function readWhere(posting: JsonObject): Part & { placesToFind: string[] } {
  const isRemote = listOf(posting.jobLocationType).some((type) => /telecommute/i.test(textOf(type)))
  if (isRemote) return { draft: REMOTE_PLACE, notes: [], placesToFind: [] }
  const { placeOfWork, placesToFind } = placeOf(posting.jobLocation)
  return { ...cut('placeOfWork', 'place', asOneLine(placeOfWork)), placesToFind }
}
