import type { Day } from '../../domain/dates'
import { type DbsLevel, DBS_LEVELS } from '../../domain/opportunity'
import type { Candidate, MatchingContext, Opening } from '../candidate'
import type { ByClass } from '../decision'
import { type Answer, type Reader, rule } from '../rule'

type Found = 'none-asked' | 'good' | 'not-recorded' | 'lower' | 'old'
type BackgroundCheckFacts = { level: DbsLevel; found: Found }

const WORDS: Record<Found, Record<Reader, string>> = {
  'none-asked': {
    'young-person': 'This needs no background check.',
    adviser: 'No DBS check is asked for.',
    broker: 'No DBS check is asked for.',
  },
  good: {
    'young-person': 'You have the background check for this.',
    adviser: 'The DBS check asked for is on record.',
    broker: 'The DBS check asked for is on record.',
  },
  'not-recorded': {
    'young-person': 'This needs a background check. We will help you with it.',
    adviser: 'No DBS check is on record. Start one, or record the one they have.',
    broker: 'Ask the adviser about the DBS check.',
  },
  lower: {
    'young-person': 'This needs a different background check. We will help you with it.',
    adviser: 'The DBS check on record is of a lower level than asked for.',
    broker: 'Ask the adviser about the DBS check.',
  },
  old: {
    'young-person': 'This needs a newer background check. We will help you with it.',
    adviser: 'The DBS check on record is too old, or has no date.',
    broker: 'Ask the adviser about the DBS check.',
  },
}

/** The same day of the year some years earlier. Good for comparing; 29 February is kept as it is. */
function yearsBefore(day: Day, years: number): Day {
  return `${Number(day.slice(0, 4)) - years}${day.slice(4)}`
}

/** The check on record as one number: its level among the levels, twice, and one more when it is recent. */
function checkHeld(
  { facts: { dbsLevel, dbsIssuedOn } }: Candidate,
  { today, ruleSet }: MatchingContext,
): number {
  const oldest = yearsBefore(today, ruleSet.parameters['dbs-years-max'])
  const isRecent = dbsIssuedOn !== null && dbsIssuedOn >= oldest
  return 2 * DBS_LEVELS.indexOf(dbsLevel ?? 'none') + Number(isRecent)
}

function find(held: number, opening: Opening): Found {
  const asked = DBS_LEVELS.indexOf(opening.dbsLevel)
  const level = held >> 1
  if (asked === 0) return 'none-asked'
  if (level === 0) return 'not-recorded'
  if (level < asked) return 'lower'
  return held % 2 === 1 ? 'good' : 'old'
}

const answerTo = (found: Found): Answer =>
  found === 'none-asked' || found === 'good' ? 'eligible' : 'needs-check'

export const byBackgroundCheck: ByClass<number> = {
  classes: Array.from({ length: 2 * DBS_LEVELS.length }, (_, held) => held),
  classOf: checkHeld,
  answer: (held, opening) => answerTo(find(held, opening)),
}

/** A check can be got, so its lack is a thing to do and never a no. What a certificate says is not held here. */
export const backgroundCheck = rule<BackgroundCheckFacts>({
  id: 'background-check',
  sentence: 'A DBS check of the level that the offer asks for, recent enough.',
  check(candidate, opening, context) {
    const found = find(checkHeld(candidate, context), opening)
    const facts = { level: opening.dbsLevel, found }
    const answer = answerTo(found)
    return answer === 'eligible' ? { answer, facts } : { answer, by: 'adviser', facts }
  },
  explain: ({ facts }, reader) => WORDS[facts.found][reader],
})
