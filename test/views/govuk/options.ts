import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'

/** A fixture asks for something that our props leave out on purpose. */
export class Inexpressible extends Error {}

/** Reads a fixture's options and remembers what was read, so that nothing is passed over in silence. */
export class Options {
  readonly #values: Record<string, unknown>
  readonly #read = new Set<string>()
  readonly #inner: Options[] = []

  constructor(values: unknown) {
    this.#values = isRecord(values) ? values : {}
  }

  has(key: string): boolean {
    const value = this.#take(key)
    return value !== undefined && value !== null && value !== false
  }

  text(key: string): string | undefined {
    const value = this.#take(key)
    return value === undefined || value === null ? undefined : String(value)
  }

  /** Text that our props insist on. */
  needed(key: string): string {
    const value = this.text(key)
    if (value === undefined) throw new Inexpressible(`no ${key}`)
    return value
  }

  isTrue(key: string): boolean {
    return this.#take(key) === true
  }

  number(key: string): number | undefined {
    const value = this.#take(key)
    return value === undefined ? undefined : Number(value)
  }

  list(key: string): Options[] {
    const value = this.#take(key)
    const items = Array.isArray(value) ? value.filter(isRecord) : []
    return items.map((item) => this.#keep(new Options(item)))
  }

  /** A list of lists, as a table's rows. */
  rows(key: string): Options[][] {
    const value = this.#take(key)
    const rows = Array.isArray(value) ? value.filter(Array.isArray) : []
    return rows.map((row) => row.filter(isRecord).map((cell) => this.#keep(new Options(cell))))
  }

  inner(key: string): Options | undefined {
    const value = this.#take(key)
    return isRecord(value) ? this.#keep(new Options(value)) : undefined
  }

  texts(key: string): string[] {
    const value = this.#take(key)
    return Array.isArray(value) ? value.map(String) : []
  }

  /** What a `{ text }` or `{ html }` option says; the keys carry a prefix in some macros. */
  words(prefix = ''): Child {
    const [textKey, htmlKey] = prefix ? [`${prefix}Text`, `${prefix}Html`] : ['text', 'html']
    const html = this.text(htmlKey)
    return html === undefined ? this.text(textKey) : raw(html)
  }

  wordsOf(key: string): Child {
    return this.inner(key)?.words()
  }

  /** The ending of a class name that one of our props stands for: `govuk-label--` + `l`. */
  modifier<Ending extends string>(
    start: string,
    endings: readonly Ending[],
    key = 'classes',
  ): Ending | undefined {
    const value = this.text(key)
    if (!value) return undefined
    const ending = endings.find((candidate) => value === start + candidate)
    if (ending === undefined) throw new Inexpressible(`${key}: ${value}`)
    return ending
  }

  mustBe(key: string, expected: string | undefined): void {
    const value = this.text(key)
    if (value !== undefined && value !== expected) throw new Inexpressible(`${key}: ${value}`)
  }

  /** Throws when the fixture holds an option that the adapter did not look at. */
  assertAllRead(): void {
    const left = Object.entries(this.#values).filter(
      ([key, value]) => !this.#read.has(key) && !isNothing(value),
    )
    if (left.length) throw new Inexpressible(left.map(([key]) => key).join(', '))
    for (const inner of this.#inner) inner.assertAllRead()
  }

  #take(key: string): unknown {
    this.#read.add(key)
    return this.#values[key]
  }

  #keep(options: Options): Options {
    this.#inner.push(options)
    return options
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value === false || value === '' || isEmpty(value)
}

function isEmpty(value: unknown): boolean {
  return isRecord(value) && Object.keys(value).length === 0
}
