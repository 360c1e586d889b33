import type { OpportunityId } from '../../domain/ids'
import type { Candidate, Opening } from '../candidate'
import { alreadyAnswered, ANSWER_AFTER, answeredBefore } from '../rules/already-answered'
import { NOT_TOLD, notTold, notToldTo } from '../rules/not-told'
import type { OpeningColumns } from './openings'
import { wordOf } from './word'

/** What few people have, and of few openings: it is kept apart from the columns. */
export type Exceptions = {
  /** Of each slot: whom not to tell, and what the rule on earlier answers says of each opening that had one. */
  bySlot: ({ notTold: ReadonlySet<string>; answered: ReadonlyMap<OpportunityId, number> } | undefined)[]
  /** The slots that have one, by the id of the opening or organisation. */
  slotsOf: Map<string, Set<number>>
}

const NOT_TOLD_WORD = wordOf(notTold, NOT_TOLD)

export function emptyExceptions(count: number): Exceptions {
  return { bySlot: Array.from({ length: count }), slotsOf: new Map() }
}

const hasExceptions = (person: Candidate): boolean =>
  notToldTo(person).length > 0 || person.history.length > 0

/** Replaces what was known of a slot. */
export function setExceptions({ bySlot, slotsOf }: Exceptions, slot: number, person: Candidate): void {
  const before = bySlot[slot]
  if (before) for (const id of [...before.notTold, ...before.answered.keys()]) slotsOf.get(id)?.delete(slot)
  bySlot[slot] = undefined
  if (!hasExceptions(person)) return
  const organisations = notToldTo(person)
  const answered = new Map(
    person.history.map(({ opportunityId }) => [
      opportunityId,
      wordOf(alreadyAnswered, ANSWER_AFTER[answeredBefore(person, opportunityId)]),
    ]),
  )
  bySlot[slot] = { notTold: new Set(organisations), answered }
  for (const id of [...organisations, ...answered.keys()]) {
    const slots = slotsOf.get(id)
    if (slots) slots.add(slot)
    else slotsOf.set(id, new Set([slot]))
  }
}

/** What the rules say of a pair because of what has gone before between the two, or whom not to tell. */
function exceptionWord({ bySlot }: Exceptions, slot: number, { id, organisationId }: Opening): number {
  const found = bySlot[slot]
  if (found === undefined) return 0
  return (found.notTold.has(organisationId) ? NOT_TOLD_WORD : 0) | (found.answered.get(id) ?? 0)
}

/** The words of a few pairs that share a person or an opening, by the slot or the index of the other. */
export type ExceptionWords = ReadonlyMap<number, number>

const NONE: ExceptionWords = new Map()

/** By slot. */
export function exceptionsOfOpening(exceptions: Exceptions, opening: Opening): ExceptionWords {
  const { slotsOf } = exceptions
  const slots = [...(slotsOf.get(opening.id) ?? []), ...(slotsOf.get(opening.organisationId) ?? [])]
  return new Map(slots.map((slot) => [slot, exceptionWord(exceptions, slot, opening)]))
}

/** By index of the opening. */
export function exceptionsOfPerson(
  exceptions: Exceptions,
  slot: number,
  { indexesOf }: Pick<OpeningColumns, 'indexesOf'>,
): ExceptionWords {
  const found = exceptions.bySlot[slot]
  if (found === undefined) return NONE
  const words = new Map<number, number>()
  const add = (id: string, word: number) => {
    for (const index of indexesOf.get(id) ?? []) words.set(index, (words.get(index) ?? 0) | word)
  }
  for (const id of found.notTold) add(id, NOT_TOLD_WORD)
  for (const [id, word] of found.answered) add(id, word)
  return words
}
