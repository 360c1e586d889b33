import type { ShortlistFilter } from '../../src/routes/team/shortlist-filter'

/** A shortlist's filters as the end of an address; empty where there are none. Never the letters of a name. */
export function shortlistQuery({ district, adviser, weeks, page }: ShortlistFilter): string {
  const set = [
    ...(district ? [['district', district]] : []),
    ...(adviser ? [['adviser', adviser]] : []),
    ...(weeks > 0 ? [['weeks', String(weeks)]] : []),
    ...(page > 1 ? [['page', String(page)]] : []),
  ]
  return set.length === 0 ? '' : `?${new URLSearchParams(set).toString()}`
}
