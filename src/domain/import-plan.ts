import type { Day } from './dates'
import type { AccountId, CareLeaverId } from './ids'
import type { HomeDistrict, StatutoryCategory } from './taxonomy'

/** One person as the case system gives them, checked. */
export type ImportedPerson = {
  caseReference: string
  preferredName: string
  dateOfBirth: Day
  statutoryCategory: StatutoryCategory
  categorySince: Day
  district: HomeDistrict
  adviserId: AccountId | null
}

/** Somebody who is in the service already, as far as an import may change them. */
export type KnownPerson = Omit<ImportedPerson, 'preferredName'> & {
  id: CareLeaverId
  version: number
  isClosed: boolean
  /** Advisers this person does not want told: an import never makes one of them theirs. */
  neverAdvisers: readonly AccountId[]
}

/** What the case system is the source of. What somebody likes to be called is theirs: an import leaves it alone. */
const IMPORTED_FIELDS = [
  'dateOfBirth',
  'statutoryCategory',
  'categorySince',
  'district',
  'adviserId',
] as const
export type ImportedField = (typeof IMPORTED_FIELDS)[number]

/** Somebody the file changes; only these fields are touched. */
export type ImportChange = { known: KnownPerson; person: ImportedPerson; fields: ImportedField[] }

export type ImportPlan = {
  added: ImportedPerson[]
  changed: ImportChange[]
  /** People in the file who are here as they are there. */
  same: number
  /** People in the file who have closed their account here: nothing of theirs is changed. */
  closed: number
}

/** What a file would do: whom it adds, whom it changes and in what. */
export function planImport(
  people: readonly ImportedPerson[],
  known: ReadonlyMap<string, KnownPerson>,
): ImportPlan {
  const plan: ImportPlan = { added: [], changed: [], same: 0, closed: 0 }
  for (const person of people) {
    const before = known.get(person.caseReference)
    if (!before) plan.added.push(person)
    else if (before.isClosed) plan.closed += 1
    else {
      const fields = IMPORTED_FIELDS.filter((field) => differs(field, before, person))
      if (fields.length === 0) plan.same += 1
      else plan.changed.push({ known: before, person, fields })
    }
  }
  return plan
}

/** A blank adviser leaves the one who is there: somebody without one in the file is not without one here. */
function differs(field: ImportedField, before: KnownPerson, person: ImportedPerson): boolean {
  if (field !== 'adviserId') return before[field] !== person[field]
  const { adviserId } = person
  return adviserId !== null && adviserId !== before.adviserId && !before.neverAdvisers.includes(adviserId)
}
