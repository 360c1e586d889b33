import type { Context } from 'hono'

const PAGE_MAX = 999

/** The page that the address asks for; the first when it asks for none or for nonsense. */
export function pageOf(c: Context): number {
  const page = Number(c.req.query('page'))
  return Number.isInteger(page) && page > 0 && page <= PAGE_MAX ? page : 1
}

/** How many pages so many things fill; one when there is none. */
export const countPages = (total: number, size: number): number => Math.max(1, Math.ceil(total / size))
