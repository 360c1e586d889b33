import { type Day, dayOf, isDay } from '../dates'

const YEAR_FIRST = /^([12]\d{3})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/
const DAY_FIRST = /^(\d{1,2})[/.-](\d{1,2})[/.-]([12]\d{3})(?:[T ].*)?$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})$/i

/** A day as people write it: 2026-12-03, or 3/12/2026 with the day first. A time after it is ignored. */
export function readTypedDay(text: string): Day | undefined {
  const yearFirst = YEAR_FIRST.exec(text)
  if (yearFirst) return dayFrom(yearFirst[1], yearFirst[2], yearFirst[3])
  const dayFirst = DAY_FIRST.exec(text)
  return dayFirst ? dayFrom(dayFirst[3], dayFirst[2], dayFirst[1]) : undefined
}

/** A day as programs write it: a moment with its zone is the day it is then in London. */
export function readWrittenDay(text: string): Day | undefined {
  if (!INSTANT.test(text)) return readTypedDay(text)
  const moment = new Date(text.toUpperCase().replace(/([+-]\d{2})(\d{2})$/, '$1:$2'))
  return Number.isNaN(moment.getTime()) ? undefined : dayOf(moment)
}

function dayFrom(year = '', month = '', date = ''): Day | undefined {
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isDay(day) ? day : undefined
}
