import type { Fields } from '../../support/browser'
import type { County, Person } from '../county'

/** A form that changes something of its own, so that what it did can be told from everything else. */
export type Deed = {
  by: Person
  path: string
  fields: Fields
  /** How often it has happened. */
  effects: () => number
}

/** One kind of deed; each one that is made has people and things of its own. */
export type DeedKind = {
  /** As `npm run routes` names it. */
  route: string
  make: (county: County) => Promise<Deed>
}

/** Audit rows of one action on one thing. */
export const told = (county: County, subject: string, action: string) => () =>
  county.count('SELECT count(*) FROM audit_event WHERE subject = ? AND action = ?', subject, action)

/** Rows that have a value in a column. */
export const rows = (county: County, table: string, column: string, value: string) => () =>
  county.count(`SELECT count(*) FROM "${table}" WHERE "${column}" = ?`, value)

/** What has to happen together: as often as each part has, and no number at all when the parts differ. */
export const together =
  (...parts: readonly (() => number)[]) =>
  () => {
    const [first = 0, ...others] = parts.map((part) => part())
    return others.every((other) => other === first) ? first : Number.NaN
  }
