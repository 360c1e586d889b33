import type { Offer } from './opportunities'
import type { Person } from './people'
import type { World } from './world'

const SAVED = 350
const RANKS_MAX = 10

/** Offers that people have saved for another look. */
export function addSaved(
  world: World,
  { people, offers }: { people: readonly Person[]; offers: readonly Offer[] },
): void {
  const { chance, calendar, rows } = world
  const saving = people.filter(({ account, isShowcase }) => account?.activeSince && !isShowcase)
  const live = offers.filter(({ state }) => state === 'published')
  const ranks = new Map<string, number>()
  const takesPart = (id: string) => Number.parseInt(id.slice(0, 2), 16) % 2 === 0
  const nextRank = (id: string) => {
    const rank = (ranks.get(id) ?? 0) + 1
    ranks.set(id, rank)
    return rank <= RANKS_MAX ? rank : null
  }
  const pairs = new Set<string>()
  while (pairs.size < SAVED) {
    const person = chance.pick(saving)
    const offer = chance.pick(live)
    const pair = `${person.id} ${offer.id}`
    if (pairs.has(pair)) continue
    pairs.add(pair)
    const daysAgo = chance.between(0, offer.live?.fromDaysAgo ?? 0)
    rows.add('saved_opportunity', {
      care_leaver_id: person.id,
      opportunity_id: offer.id,
      saved_at: calendar.moment(daysAgo),
      // About half of the people put what they saved in an order of their own.
      rank: takesPart(person.id) ? nextRank(person.id) : null,
    })
  }
}
