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
 * @returns the first field that is wrong where a number stands twice
 */
export function toOrder({
  offers,
  ranks,
}: z.output<typeof OrderForm>): { order: OpportunityId[] } | { error: FieldError } {
  const ranked = offers.flatMap((id, index) =>
    ranks[index] ? [{ id, rank: Number(ranks[index]), index }] : [],
  )
  const twice = ranked.find(({ rank, index }) =>
    ranked.some((other) => other.index < index && other.rank === rank),
  )
  if (twice)
    return {
      error: {
        field: `rank-${twice.index}`,
        message: `You gave the number ${twice.rank} twice. Give each offer its own number`,
      },
    }
  if (offers.length !== ranks.length || new Set(offers).size !== offers.length)
    return { error: { field: 'rank-0', message: 'Open the page again' } }
  const order = ranked.sort((one, other) => one.rank - other.rank).map(({ id }) => id as OpportunityId)
  return { order }
}
