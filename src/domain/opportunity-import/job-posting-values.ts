import { isObject } from './json-ld'

// Linked data says one thing in many shapes: a text, a number, an object with a name, or a list of those.

/** The text of a value: itself, or what names it. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim()
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.map(oneText).filter(Boolean).join('\n')
  return oneText(value)
}

function oneText(value: unknown): string {
  if (typeof value === 'string') return value.trim()
  if (typeof value === 'number') return String(value)
  if (!isObject(value)) return ''
  const named = ['@value', 'name', 'description', 'credentialCategory']
    .map((key) => value[key])
    .find((text) => typeof text === 'string' && text.trim() !== '')
  return typeof named === 'string' ? named.trim() : ''
}

/** The values of a property that may be one or a list. */
export const listOf = (value: unknown): unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]

const UNITS: Readonly<Record<string, string>> = {
  HOUR: 'an hour',
  DAY: 'a day',
  WEEK: 'a week',
  MONTH: 'a month',
  YEAR: 'a year',
}

/** What `baseSalary` says, as people say it; `isWage` when there is an amount. Nothing where it says nothing. */
export function payOf(salary: unknown): { payText: string; isWage: boolean } | undefined {
  const [first] = listOf(salary)
  if (typeof first === 'string' && Number.isNaN(Number(first))) return { payText: first, isWage: false }
  const amount = isObject(first) ? first : { value: first }
  const inner = isObject(amount.value) ? amount.value : amount
  const range = [inner.minValue, inner.maxValue].map(numberOf)
  const amounts = (range.some(Boolean) ? range : [numberOf(inner.value)]).filter((one) => one > 0)
  if (amounts.length === 0) return undefined
  const sign = signOf(amount.currency ?? inner.currency)
  const figures = [...new Set(amounts)].map((one) => `${sign}${moneyText(one)}`).join(' to ')
  const unit = UNITS[textOf(inner.unitText ?? amount.unitText).toUpperCase()] ?? ''
  return { payText: `${figures} ${unit}`.trim(), isWage: true }
}

function numberOf(value: unknown): number {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : 0
}

function signOf(currency: unknown): string {
  const code = textOf(currency).toUpperCase()
  return code === 'GBP' || code === '' ? '£' : `${code.slice(0, 3)} `
}

const moneyText = (amount: number) =>
  amount.toLocaleString('en-GB', {
    minimumFractionDigits: Number.isInteger(amount) ? 0 : 2,
    maximumFractionDigits: 2,
  })

/** Where the work is, in words, and the postcodes and towns that say where that is. */
export function placeOf(location: unknown): { placeOfWork: string; placesToFind: string[] } {
  const [first] = listOf(location)
  if (typeof first === 'string') return { placeOfWork: first, placesToFind: [first] }
  if (!isObject(first)) return { placeOfWork: '', placesToFind: [] }
  const [address] = listOf(first.address)
  if (typeof address === 'string')
    return { placeOfWork: joined([textOf(first.name), address]), placesToFind: [address] }
  const parts = isObject(address) ? address : first
  const [street, town, postcode] = ['streetAddress', 'addressLocality', 'postalCode'].map((key) =>
    textOf(parts[key]),
  )
  return {
    placeOfWork: joined([textOf(first.name), street, town, postcode]),
    placesToFind: [postcode, town].filter((one) => one !== undefined && one !== '') as string[],
  }
}

const joined = (parts: readonly (string | undefined)[]) => [...new Set(parts.filter(Boolean))].join(', ')
