import type { Context } from 'hono'
import { normaliseName } from '../../domain/account'
import { DISTRICT_CODES, type HomeDistrict } from '../../domain/taxonomy'
import type { AppEnv } from '../../http/app-env'
import { pageOf } from '../../http/paging'

export type ShortlistFilter = {
  district: HomeDistrict | ''
  /** An adviser's id, `none` for people without one, empty for all. */
  adviser: string
  /** At least so many weeks waiting. */
  weeks: number
  /** Letters of a name, for "why is X not here?"; as they were typed, though they are too few to look for. */
  who: string
  isTooShort: boolean
  page: number
}

const HOMES: readonly HomeDistrict[] = [...DISTRICT_CODES, 'outside-kent', 'unknown']

const WAITING_WEEKS = [0, 4, 12, 26] as const

const NAME_LETTERS_MIN = 3

/** Reads the filter from the address; whatever is not known is left out. */
export function readShortlistFilter(c: Context<AppEnv>): ShortlistFilter {
  const value = (name: string) => c.req.query(name) ?? ''
  const who = value('who').trim().slice(0, 60)
  return {
    district: HOMES.find((one) => one === value('district')) ?? '',
    adviser: /^([0-9a-f]{32}|none)$/.test(value('adviser')) ? value('adviser') : '',
    weeks: WAITING_WEEKS.find((weeks) => String(weeks) === value('weeks')) ?? 0,
    who,
    isTooShort: who !== '' && normaliseName(who).length < NAME_LETTERS_MIN,
    page: pageOf(c),
  }
}
