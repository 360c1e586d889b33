import type { Chance } from './chance'
import { FIRST_NAMES, SURNAMES } from './names'

export type FullName = { first: string; last: string; full: string }

/** Gives everybody a name of their own. */
export class Names {
  readonly #chance: Chance
  readonly #given = new Set<string>()

  constructor(chance: Chance) {
    this.#chance = chance
  }

  next(): FullName {
    const name = toFullName(`${this.#chance.pick(FIRST_NAMES)} ${this.#chance.pick(SURNAMES)}`)
    if (this.#given.has(name.full)) return this.next()
    return this.keep(name.full)
  }

  /** A name that is decided; nobody else gets it. */
  keep(full: string): FullName {
    this.#given.add(full)
    return toFullName(full)
  }
}

export function toFullName(full: string): FullName {
  const [first = '', last = ''] = full.split(' ')
  return { first, last, full }
}

/** `first.last@domain`, in small letters. */
export function mailAddress({ first, last }: FullName, domain: string): string {
  return `${first}.${last}@${domain}`.toLowerCase()
}
