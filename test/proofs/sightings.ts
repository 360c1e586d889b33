import type { Canary } from '../../db/seed/canary/canaries'
import type { Known } from './actors'

/** Ids that name a person, or lead to one, are as telling as a name. */
function idsOf(map: Known): Canary[] {
  const about = (column: string, list: readonly { id: string; person: string }[]) =>
    list.map(({ id, person }) => ({ column, of: person, id, texts: [id] }))
  return [
    ...map.people.map(({ id, key }) => ({ column: 'care_leaver.id', of: key, id, texts: [id] })),
    ...map.people.flatMap(({ account, key }) =>
      map.accounts
        .filter((one) => one.key === account)
        .map(({ id }) => ({ column: 'care_leaver.account_id', of: key, id, texts: [id] })),
    ),
    ...about('match.id', map.matches),
    ...about('interest.id', map.interests),
    ...about('share.id', map.shares),
    ...map.shares.map((share) => ({
      column: 'share.reference',
      of: share.person,
      id: share.id,
      texts: [share.reference],
    })),
  ]
}

/** What a canary may look like; whatever looks so is looked up. */
const SHAPES = [/zq[bcdfghjkmnpqrstvwxz]{8}/g, /\d{4}-\d{2}-\d{2}/g, /\d{1,2} [a-z]+ \d{4}/g, /[0-9a-f]{32}/g]

/** Finds every canary in a text, each once. */
export function createFinder(map: Known): (text: string) => Canary[] {
  const known = new Map<string, Canary>()
  for (const canary of [...map.canaries, ...idsOf(map)])
    for (const text of canary.texts) known.set(text.toLowerCase(), canary)
  return (text) => {
    const lower = text.toLowerCase()
    const found = SHAPES.flatMap((shape) => lower.match(shape) ?? []).flatMap((one) => known.get(one) ?? [])
    return [...new Set(found)]
  }
}
