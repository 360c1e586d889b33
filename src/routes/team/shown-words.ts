import type { Context } from 'hono'
import { listUnfoundWords } from '../../../db/queries/unfound-words'
import { addDays, dayOf } from '../../domain/dates'
import type { AppEnv } from '../../http/app-env'

/** Fewer people than this stay among themselves. */
const PEOPLE_MIN = 3
const WORDS_DAYS = 30

/** Words that found nothing and may be shown to the team, the most typed first. */
export function listShownWords(c: Context<AppEnv>) {
  const { db, now } = c.var.deps
  return listUnfoundWords(db, addDays(dayOf(now()), -WORDS_DAYS), PEOPLE_MIN)
}
