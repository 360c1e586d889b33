import type { Day } from '../../domain/dates'
import type { Candidate } from '../candidate'
import { compareText, compareWaiting } from '../turn'

/** Whose turn is before whose among equals: by waiting, then by id. */
export type Turns = {
  waitingSince: (Day | null)[]
  ids: string[]
  /** The turn of each slot, from 0, and the slot of each turn. */
  turnOf: Int32Array
  atTurn: Int32Array
}

function compareTurns({ waitingSince, ids }: Turns, one: number, other: number): number {
  return (
    compareWaiting(waitingSince[one]!, waitingSince[other]!) ||
    compareText(ids[one]!, ids[other]!) ||
    one - other
  )
}

/** @param people by slot */
export function turnsOf(people: readonly Candidate[]): Turns {
  const turns: Turns = {
    waitingSince: people.map(({ waitingSince }) => waitingSince),
    ids: people.map(({ id }) => id),
    turnOf: new Int32Array(people.length),
    atTurn: Int32Array.from(people, (_, slot) => slot),
  }
  turns.atTurn.sort((one, other) => compareTurns(turns, one, other))
  renumber(turns, 0, people.length)
  return turns
}

function renumber({ turnOf, atTurn }: Turns, from: number, to: number): void {
  for (let turn = from; turn < to; turn += 1) turnOf[atTurn[turn]!] = turn
}

/** Gives somebody who has changed the turn that is theirs now. */
export function takeTurn(turns: Turns, slot: number, { waitingSince, id }: Candidate): void {
  if (turns.waitingSince[slot] === waitingSince && turns.ids[slot] === id) return
  const { atTurn, turnOf } = turns
  const before = turnOf[slot]!
  const last = atTurn.length - 1
  atTurn.copyWithin(before, before + 1)
  turns.waitingSince[slot] = waitingSince
  turns.ids[slot] = id
  let low = 0
  let high = last
  while (low < high) {
    const middle = (low + high) >> 1
    if (compareTurns(turns, atTurn[middle]!, slot) < 0) low = middle + 1
    else high = middle
  }
  atTurn.copyWithin(low + 1, low, last)
  atTurn[low] = slot
  renumber(turns, Math.min(before, low), Math.max(before, low) + 1)
}
