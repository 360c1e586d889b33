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

/** What brokers wrote for some of those who waited longest. */
const FOUND: readonly { code: NoMatchCode; words: string; daysAgo: number; weeks: number }[] = [
  {
    code: 'times',
    words: 'You are free at weekends. We asked two teams for weekend days.',
    daysAgo: 3,
    weeks: 4,
  },
  { code: 'too-far', words: 'There is nothing you can reach by bus yet.', daysAgo: 5, weeks: 6 },
  { code: 'answer-missing', words: 'We will ask you how you would get there.', daysAgo: 9, weeks: 4 },
  {
    code: 'check-missing',
    words: 'A check takes a few weeks. Your adviser has asked for it.',
    daysAgo: 10,
    weeks: 8,
  },
  { code: 'no-such-offer', words: 'We asked for a mentor near you.', daysAgo: 12, weeks: 4 },
  { code: 'times', words: 'Evenings only: we keep asking.', daysAgo: 30, weeks: 4 },
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
  const context = { today: calendar.day(0), ruleSet: FIRST_RULE_SET }
  const longest = findUnmatched(candidates, openings, context)
    .map(({ person }) => person)
    .sort((one, other) => compareText(one.waitingSince ?? '', other.waitingSince ?? ''))
  for (const [index, { code, words, daysAgo, weeks }] of FOUND.entries()) {
    const person = longest[index]
    if (!person) return
    const broker = chance.pick(brokers).id
    const at = calendar.moment(daysAgo)
    rows.add('no_match', {
      care_leaver_id: person.id,
      version: history.record(`no-match:${person.id}`, [{ at, by: broker, action: 'no-match.record', code }]),
      code,
      words,
      recorded_on: at.slice(0, 10),
      look_again_on: addDays(at.slice(0, 10), 7 * weeks),
      recorded_by: broker,
    })
  }
}
