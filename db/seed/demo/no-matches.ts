import { addDays } from '../../../src/domain/dates'
import { FIRST_RULE_SET } from '../../../src/domain/rule-set/first-rule-set'
import type { NoMatchCode } from '../../../src/domain/no-match'
import { findUnmatched } from '../../../src/matching/coverage/unmatched'
import { compareText } from '../../../src/matching/turn'
import { isOpenAt } from './interests'
import { toCandidate, toOpening } from './matches'
import type { Offer } from './opportunities'
import type { Person } from './people'
import type { Staff } from './staff'
import type { World } from './world'

type Found = { reasons: readonly string[]; code: NoMatchCode; words: string; daysAgo: number; weeks: number }

/** What brokers wrote, each for the one who waited longest of those in whose way this stands. */
const FOUND: readonly Found[] = [
  {
    reasons: ['availability'],
    code: 'times',
    words: 'What there is is at times when you are not free. We asked two teams for other days.',
    daysAgo: 3,
    weeks: 4,
  },
  {
    reasons: ['travel'],
    code: 'too-far',
    words: 'There is nothing you can reach easily yet. We asked for one near you.',
    daysAgo: 5,
    weeks: 6,
  },
  {
    reasons: ['several'],
    code: 'answer-missing',
    words: 'We will ask you a few things first.',
    daysAgo: 9,
    weeks: 4,
  },
  {
    reasons: ['right-to-work', 'background-check'],
    code: 'check-missing',
    words: 'A check takes a few weeks. Your adviser has asked for it.',
    daysAgo: 10,
    weeks: 8,
  },
  {
    reasons: ['age-on-start-date', 'qualification', 'definition'],
    code: 'other',
    words: 'What there is starts too late for you. We asked for an earlier start.',
    daysAgo: 12,
    weeks: 4,
  },
  {
    reasons: ['travel'],
    code: 'too-far',
    words: 'There was nothing near you in October.',
    daysAgo: 30,
    weeks: 4,
  },
]

/** Some for whom a human has looked and found nothing; the last is to be looked at again. */
export function addNoMatches(
  world: World,
  { brokers }: Staff,
  { people, offers }: { people: readonly Person[]; offers: readonly Offer[] },
): void {
  const { calendar, chance, rows, history } = world
  const candidates = people.filter(({ isShowcase }) => !isShowcase).map(toCandidate)
  const openings = offers
    .filter((offer) => isOpenAt(offer, 0) && offer.taken < offer.content.places)
    .map(toOpening)
  const left = findUnmatched(candidates, openings, { today: calendar.day(0), ruleSet: FIRST_RULE_SET }).sort(
    (one, other) => compareText(one.person.waitingSince ?? '', other.person.waitingSince ?? ''),
  )
  for (const { reasons, code, words, daysAgo, weeks } of FOUND) {
    const at = left.findIndex(({ reason }) => reasons.includes(reason))
    const [found] = at < 0 ? [] : left.splice(at, 1)
    if (!found) continue
    const [{ id }, broker, moment] = [found.person, chance.pick(brokers).id, calendar.moment(daysAgo)]
    const recordedOn = moment.slice(0, 10)
    rows.add('no_match', {
      care_leaver_id: id,
      version: history.record(`no-match:${id}`, [
        { at: moment, by: broker, action: 'no-match.record', code },
      ]),
      code,
      words,
      recorded_on: recordedOn,
      look_again_on: addDays(recordedOn, 7 * weeks),
      recorded_by: broker,
    })
  }
}
