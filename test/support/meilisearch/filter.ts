/** A stand-in for the server's filter language, as far as the recordings show it. */

export type Document = Record<string, unknown> & { id: string }
type Test = (document: Document) => boolean

export class FilterFault extends Error {}

const TOKEN =
  /\s*(?:(_geoRadius|_geoBoundingBox|>=|<=|!=|=|>|<|\(|\)|\[|\]|,)|"((?:\\.|[^"\\])*)"|([^\s()[\],=<>!"]+))/y

type Token = { mark: string } | { word: string }

function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  TOKEN.lastIndex = 0
  while (text.slice(TOKEN.lastIndex).trim() !== '') {
    const found = TOKEN.exec(text)
    if (!found) throw new FilterFault('unknown character')
    const [, mark, quoted, word] = found
    tokens.push(mark === undefined ? { word: quoted?.replace(/\\(.)/g, '$1') ?? word ?? '' } : { mark })
  }
  return tokens
}

class Parser {
  private at = 0

  constructor(
    private readonly tokens: readonly Token[],
    private readonly filterable: readonly string[],
  ) {}

  parse(): Test {
    const test = this.either()
    if (this.at < this.tokens.length) throw new FilterFault('more than one expression')
    return test
  }

  private either(): Test {
    const tests = [this.both()]
    while (this.takeWord('OR')) tests.push(this.both())
    return (document) => tests.some((test) => test(document))
  }

  private both(): Test {
    const tests = [this.one()]
    while (this.takeWord('AND')) tests.push(this.one())
    return (document) => tests.every((test) => test(document))
  }

  private one(): Test {
    if (this.takeMark('(')) {
      const test = this.either()
      this.mustMark(')')
      return test
    }
    if (this.takeMark('_geoRadius')) return this.radius()
    if (this.takeMark('_geoBoundingBox')) return this.box()
    return this.condition()
  }

  private condition(): Test {
    const attribute = this.mustWord()
    if (attribute === '_geo') throw new FilterFault('reserved')
    if (!this.filterable.includes(attribute)) throw new FilterFault('not filterable')
    const values = (document: Document) => [document[attribute]].flat().map(String)
    if (this.takeWord('IS')) {
      this.mustWord()
      return (document) => (document[attribute] ?? null) === null
    }
    if (this.takeWord('IN')) {
      const wanted = this.list()
      return (document) => values(document).some((value) => wanted.includes(value))
    }
    const operator = this.takeAnyMark(['>=', '<=', '!=', '=', '>', '<'])
    if (operator === undefined) {
      const from = Number(this.mustWord())
      if (!this.takeWord('TO')) throw new FilterFault('no operator')
      const to = Number(this.mustWord())
      return (document) => isNumberThat(document[attribute], (value) => value >= from && value <= to)
    }
    const wanted = this.mustWord()
    if (operator === '=') return (document) => values(document).includes(wanted)
    if (operator === '!=') return (document) => !values(document).includes(wanted)
    const number = Number(wanted)
    const compare: Record<string, (value: number) => boolean> = {
      '>=': (value) => value >= number,
      '<=': (value) => value <= number,
      '>': (value) => value > number,
      '<': (value) => value < number,
    }
    return (document) => isNumberThat(document[attribute], compare[operator] ?? (() => false))
  }

  private radius(): Test {
    this.mustMark('(')
    const [lat, lng, metres] = this.numbers(')') as [number, number, number]
    if (Math.abs(lat) > 90) throw new FilterFault('latitude')
    return ({ _geo: point }) => metresBetween(point, { lat, lng }) <= metres
  }

  private box(): Test {
    this.mustMark('(')
    this.mustMark('[')
    const [top, right] = this.numbers(']') as [number, number]
    this.takeMark(',')
    this.mustMark('[')
    const [bottom, left] = this.numbers(']') as [number, number]
    this.mustMark(')')
    return ({ _geo: point }) => {
      const { lat, lng } = (point ?? { lat: 999, lng: 999 }) as Point
      return lat <= top && lat >= bottom && lng <= right && lng >= left
    }
  }

  private numbers(end: string): number[] {
    const numbers: number[] = []
    while (!this.takeMark(end)) {
      numbers.push(Number(this.mustWord()))
      this.takeMark(',')
    }
    return numbers
  }

  private list(): string[] {
    this.mustMark('[')
    const values: string[] = []
    while (!this.takeMark(']')) {
      values.push(this.mustWord())
      this.takeMark(',')
    }
    return values
  }

  private takeWord(word: string): boolean {
    const token = this.tokens[this.at]
    if (!token || !('word' in token) || token.word.toUpperCase() !== word) return false
    this.at += 1
    return true
  }

  private takeMark(mark: string): boolean {
    const token = this.tokens[this.at]
    if (!token || !('mark' in token) || token.mark !== mark) return false
    this.at += 1
    return true
  }

  private takeAnyMark(marks: readonly string[]): string | undefined {
    return marks.find((mark) => this.takeMark(mark))
  }

  private mustMark(mark: string): void {
    if (!this.takeMark(mark)) throw new FilterFault(`expected ${mark}`)
  }

  private mustWord(): string {
    const token = this.tokens[this.at]
    if (!token || !('word' in token)) throw new FilterFault('expected a value')
    this.at += 1
    return token.word
  }
}

const isNumberThat = (value: unknown, test: (value: number) => boolean) =>
  typeof value === 'number' && test(value)

type Point = { lat: number; lng: number }

/** By the haversine formula; infinitely far where there is no point. */
export function metresBetween(from: unknown, to: Point): number {
  if (!from) return Number.POSITIVE_INFINITY
  const { lat, lng } = from as Point
  const rad = Math.PI / 180
  const half =
    Math.sin(((to.lat - lat) * rad) / 2) ** 2 +
    Math.cos(lat * rad) * Math.cos(to.lat * rad) * Math.sin(((to.lng - lng) * rad) / 2) ** 2
  return 2 * 6_371_000 * Math.asin(Math.sqrt(half))
}

/**
 * A filter as text or as lists in lists: inside any, outside all.
 * @throws FilterFault where the server answers 400
 */
export function readFilter(filter: unknown, filterable: readonly string[]): Test {
  if (filter === undefined || filter === null) return () => true
  if (typeof filter === 'string')
    return filter.trim() === '' ? () => true : new Parser(tokensOf(filter), filterable).parse()
  if (!Array.isArray(filter)) throw new FilterFault('neither text nor list')
  const parts = filter.map((part: unknown) => {
    if (!Array.isArray(part)) return readFilter(part, filterable)
    const tests = part.map((one) => readFilter(one, filterable))
    return (document: Document) => tests.some((test) => test(document))
  })
  return (document) => parts.every((test) => test(document))
}
