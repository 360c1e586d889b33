import { dayInWords } from '../../../src/matching/words'
import type { Chance } from '../demo/chance'

/** A text that is in one place only, so that wherever it is met it came from there. */
export type Canary = {
  /** `table.column` */
  column: string
  /** Key of the account, person, organisation, offer or match it belongs to. */
  of: string
  /** Id of the row. */
  id: string
  /** How it may be written on a page: a day has several ways. */
  texts: readonly string[]
}

/** Where a canary is put, and how many characters a form would take there. */
export type Spot = Pick<Canary, 'column' | 'of' | 'id'> & { room?: number }

/** No vowels, so that it is no word of any language; letters only, so that it passes as a name. */
const LETTERS = 'bcdfghjkmnpqrstvwxz'
const LENGTH = 10

/** Makes canaries and keeps the list of where each one is. */
export class Canaries {
  readonly list: Canary[] = []
  readonly #chance: Chance

  constructor(chance: Chance) {
    this.#chance = chance
  }

  /** One word that nobody else has. */
  word(spot: Spot): string {
    let letters = 'zq'
    while (letters.length < LENGTH) letters += this.#chance.pick([...LETTERS])
    return this.#keep(spot, letters)
  }

  /** The same, as somebody would be called. */
  name(spot: Spot): string {
    const word = this.word(spot)
    return `${word[0]?.toUpperCase()}${word.slice(1)}`
  }

  /** The same, as an offer would be called. */
  title(spot: Spot): string {
    return this.name(spot)
  }

  /** A sentence with a word that nobody else has. */
  sentence(spot: Spot): string {
    return `I wrote ${this.word(spot)} here.`
  }

  address(spot: Spot, domain: string): string {
    return `${this.word(spot)}@${domain}`
  }

  /** A day that is nobody else's, in a year in which nothing else happens. */
  day(spot: Spot, year: number): string {
    for (;;) {
      const [month, day] = [this.#chance.between(1, 12), this.#chance.between(13, 28)]
      const text = `${year}-${String(month).padStart(2, '0')}-${day}`
      if (this.list.some(({ texts }) => texts.includes(text))) continue
      this.#keep(spot, text, dayInWords(text))
      return text
    }
  }

  #keep({ column, of, id }: Spot, ...texts: readonly [string, ...string[]]): string {
    this.list.push({ column, of, id, texts })
    return texts[0]
  }
}
