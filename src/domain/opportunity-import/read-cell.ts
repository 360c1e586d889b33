import type { OpportunityDraft } from '../opportunity-draft'
import { readTypedDay } from './days'
import type { ImportContext, ListName } from './imported-row'
import { asOneLine, asPlainText } from './plain-text'

/** Reads a cell that is not empty: the fields it fills, or what is wrong with it. */
export type ReadCell = (cell: string, context: ImportContext) => OpportunityDraft | string

/** A text on one line. */
export const oneLine =
  (max: number, toFields: (text: string) => OpportunityDraft): ReadCell =>
  (cell) =>
    within(asOneLine(cell), max, toFields)

/** A text of several lines. */
export const lines =
  (max: number, toFields: (text: string) => OpportunityDraft): ReadCell =>
  (cell) =>
    within(asPlainText(cell), max, toFields)

function within(text: string, max: number, toFields: (text: string) => OpportunityDraft) {
  return text.length > max
    ? `is ${text.length.toLocaleString('en-GB')} characters long and must be ${max.toLocaleString('en-GB')} or fewer`
    : toFields(text)
}

/** One value of a closed list, by its code or by the words pages use for it. */
export const oneOf =
  <Value extends string | number>(
    list: ListName,
    values: readonly Value[],
    toFields: (value: Value) => OpportunityDraft,
  ): ReadCell =>
  (cell, context) => {
    const value = bySpelling(list, values, context).get(spelling(cell))
    return value === undefined ? notOne(cell) : toFields(value)
  }

/** Any number of a closed list, between semicolons or on lines of their own. */
export const someOf =
  <Value extends string>(
    list: ListName,
    values: readonly Value[],
    toFields: (values: Value[]) => OpportunityDraft,
  ): ReadCell =>
  (cell, context) => {
    const known = bySpelling(list, values, context)
    const typed = asList(cell)
    const wrong = typed.find((one) => !known.has(spelling(one)))
    if (wrong !== undefined) return notOne(wrong)
    const chosen = new Set(typed.map((one) => known.get(spelling(one))))
    return toFields(values.filter((value) => chosen.has(value)))
  }

const notOne = (typed: string) => `“${shorten(typed)}” is not one of the values this column takes`

/** The values of a list by their codes and by their words: a cell may name one as often as the file has room for. */
function bySpelling<Value extends string | number>(
  list: ListName,
  values: readonly Value[],
  { words }: ImportContext,
): Map<string, Value> {
  const named = values.flatMap((value) =>
    [String(value), words[list][String(value)] ?? ''].map((name) => [spelling(name), value] as const),
  )
  // Of two with one name the first counts.
  return new Map(named.filter(([name]) => name !== '').reverse())
}

/** Case, spaces and marks do not matter. */
export const spelling = (text: string): string =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join(' ')

/** What stands between semicolons or on lines of its own, without the bullets people paste. */
export const asList = (text: string): string[] =>
  text
    .split(/[;\n]/)
    .map((one) => one.replace(/^\s*[-*•–]\s*/, '').trim())
    .filter((one) => one !== '')

/** A whole number within a range. */
export const wholeNumber =
  (min: number, max: number, toFields: (value: number) => OpportunityDraft): ReadCell =>
  (cell) => {
    // Spreadsheets write 2 as 2.0 when they feel like it.
    const value = /^\d{1,4}(?:\.0+)?$/.test(cell) ? Number(cell) : Number.NaN
    return value >= min && value <= max
      ? toFields(value)
      : `“${shorten(cell)}” is not a whole number from ${min} to ${max}`
  }

const YES = new Set(['yes', 'y', 'true'])
const NO = new Set(['no', 'n', 'false'])

export const yesOrNo =
  (toFields: (isYes: boolean) => OpportunityDraft): ReadCell =>
  (cell) => {
    const typed = cell.toLowerCase()
    return YES.has(typed) || NO.has(typed) ? toFields(YES.has(typed)) : `“${shorten(cell)}” is not yes or no`
  }

/** A day; `isAhead` when one that has passed makes no sense. */
export const day =
  (
    toFields: (day: string) => OpportunityDraft,
    { isAhead }: { isAhead: boolean } = { isAhead: false },
  ): ReadCell =>
  (cell, { today }) => {
    const read = readTypedDay(cell)
    if (!read) return `“${shorten(cell)}” is not a date. Write it like 3/12/2026 or 2026-12-03`
    return isAhead && read < today
      ? `“${shorten(cell)}” has passed. It must be today or later`
      : toFields(read)
  }

const SHOWN_MAX = 60

export const shorten = (text: string): string =>
  text.length > SHOWN_MAX ? `${text.slice(0, SHOWN_MAX)}…` : text
