import type { Context } from 'hono'
import type { RoundPerson, Suggestion } from '../../../../db/queries/rounds'
import type { RoundState } from '../../../domain/round'
import type { AppEnv } from '../../../http/app-env'
import type { Round } from '../../../matching/allocate/round'
import { fitOf } from '../../../matching/cohort/standings'

const SHOWS = ['to-decide', 'proposed', 'dropped', 'placed', 'without'] as const
/** Which of the people of a round are listed. */
export type Show = (typeof SHOWS)[number]

/** Somebody of a round as they stand now. */
export type PersonStanding = {
  person: RoundPerson
  /** The offer's number; -1 for none. */
  placement: number
  fit: number
  suggestion: Suggestion | null
}

/** Before a rule is chosen nothing is to be decided. */
export function readShow(c: Context<AppEnv>, state: RoundState): Show {
  const wanted = SHOWS.find((one) => one === c.req.query('show'))
  return wanted ?? (state === 'chosen' ? 'to-decide' : 'placed')
}

/** What the rule gave, with what was dropped and swapped since. */
export function placementsNow(placements: readonly number[], suggestions: readonly Suggestion[]): number[] {
  if (suggestions.length === 0) return [...placements]
  const now = placements.map(() => -1)
  for (const { person, opportunity, state } of suggestions) if (state !== 'dropped') now[person] = opportunity
  return now
}

/** Everybody, the earliest band first, in each the best fit. */
export function listStandings(
  people: readonly RoundPerson[],
  placements: readonly number[],
  suggestions: readonly Suggestion[],
  round: Round,
): PersonStanding[] {
  const byPerson = new Map<number, Suggestion>()
  for (const one of suggestions)
    if (one.state !== 'dropped' || !byPerson.has(one.person)) byPerson.set(one.person, one)
  return people
    .map((person): PersonStanding => {
      const placement = placements[person.number] ?? -1
      return {
        person,
        placement,
        fit: placement === -1 ? 0 : (fitOf(round, person.number, placement) ?? 0),
        suggestion: byPerson.get(person.number) ?? null,
      }
    })
    .sort(
      (one, other) =>
        one.person.band - other.person.band || other.fit - one.fit || one.person.number - other.person.number,
    )
}

export function isShown({ placement, suggestion }: PersonStanding, show: Show): boolean {
  switch (show) {
    case 'to-decide':
      return suggestion?.state === 'waiting'
    case 'proposed':
    case 'dropped':
      return suggestion?.state === show
    case 'placed':
      return placement !== -1
    case 'without':
      return placement === -1 && suggestion?.state !== 'dropped'
  }
}
