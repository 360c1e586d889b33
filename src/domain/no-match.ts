import { addDays, type Day } from './dates'

/** Why a human found nothing for somebody either. */
export const NO_MATCH_CODES = [
  'no-such-offer',
  'too-far',
  'times',
  'answer-missing',
  'check-missing',
  'other',
] as const
export type NoMatchCode = (typeof NO_MATCH_CODES)[number]

/** The same to the person it is about. */
export const NO_MATCH_IN_PLAIN_WORDS: Record<NoMatchCode, string> = {
  'no-such-offer': 'There is no offer of the kind you want right now.',
  'too-far': 'The offers there are too far away for you.',
  times: 'The offers are at times that do not work for you.',
  'answer-missing': 'We need to ask you something first.',
  'check-missing': 'A check has to be done first.',
  other: 'There was another reason.',
}

/** What a broker records when nothing fits somebody: until that day they are not on the list of the unmatched. */
export type NoMatch = { code: NoMatchCode; words: string; lookAgainOn: Day }

const WEEK = 7
const LOOK_AGAIN_WEEKS = 4
const LOOK_AGAIN_WEEKS_MAX = 26

/** When to look again unless somebody says otherwise. */
export const usualDayToLookAgain = (today: Day): Day => addDays(today, LOOK_AGAIN_WEEKS * WEEK)

/** From tomorrow on, and within half a year. */
export const isDayToLookAgain = (day: Day, today: Day): boolean =>
  day > today && day <= addDays(today, LOOK_AGAIN_WEEKS_MAX * WEEK)
