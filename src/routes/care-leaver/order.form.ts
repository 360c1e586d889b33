import { z } from 'zod'
import { type FieldError, list } from '../../http/form'
import type { OpportunityId } from '../../domain/ids'

/** How many saved offers somebody can put in order. */
export const RANKS_MAX = 10

/** Each offer with the number chosen for it, in the same order; an empty number is none. */
export const OrderForm = z.object({
  offers: list(z.string().regex(/^[0-9a-f]{32}$/, 'Open the page again')),
  ranks: list(z.string().regex(/^([1-9]|10|)$/, 'Choose numbers from the lists')),
})

/**
 * The offers from the favourite on. Numbers may leave gaps: only their order counts.
 * @param names what the page calls each offer: none for one that cannot be found any more
 * @returns the first field that is wrong where a number stands twice
 */
export function toOrder(
  { offers, ranks }: z.output<typeof OrderForm>,
  names: ReadonlyMap<string, string>,
): { order: OpportunityId[] } | { error: FieldError } {
  const ranked = offers.flatMap((id, index) =>
    ranks[index] ? [{ id, rank: Number(ranks[index]), index }] : [],
  )
  for (const { id, rank, index } of ranked) {
    const first = ranked.find((other) => other.rank === rank)
    if (first && first.index < index)
      return { error: { field: `rank-${index}`, message: twiceText(rank, [first.id, id], names) } }
  }
  if (offers.length !== ranks.length || new Set(offers).size !== offers.length)
    return { error: { field: 'rank-0', message: 'Open the page again' } }
  const order = ranked.sort((one, other) => one.rank - other.rank).map(({ id }) => id as OpportunityId)
  return { order }
}

/** Which two offers have one number: offers of one title are told apart by their names here. */
function twiceText(rank: number, ids: readonly string[], names: ReadonlyMap<string, string>): string {
  const named = ids.flatMap((id) => names.get(id) ?? [])
  const which = named.length === 2 ? `: to “${named.join('” and to “')}”` : ''
  return `You gave the number ${rank} twice${which}. Give each offer its own number`
}
