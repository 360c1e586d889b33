import type { Chance } from '../../db/seed/demo/chance'
import type { County } from './county'
import { ADVISER_DEEDS } from './deeds/adviser'
import { CARE_LEAVER_DEEDS } from './deeds/care-leaver'
import { CHAMPION_DEEDS } from './deeds/champion'
import type { Deed, DeedKind } from './deeds/deed'
import { MENTORING_DEEDS } from './deeds/mentoring'
import { MANAGE_DEEDS } from './deeds/manage'
import { SIGN_IN_DEEDS } from './deeds/sign-in'
import { TEAM_DEEDS } from './deeds/team'

/** Every kind of change there is, each with people and things made for it alone. */
export const DEEDS: readonly DeedKind[] = [
  ...SIGN_IN_DEEDS,
  ...CARE_LEAVER_DEEDS,
  ...CHAMPION_DEEDS,
  ...ADVISER_DEEDS,
  ...TEAM_DEEDS,
  ...MANAGE_DEEDS,
  ...MENTORING_DEEDS,
]

/** Forms of which it cannot be counted that they happened once, and why. */
export const NOT_DEEDS: Readonly<Record<string, string>> = {
  'POST /sign-in/code': 'a code works once, whatever key its form has; the proof `codes` counts that',
  'POST /demo/sign-in': 'only a demonstration has it',
  'POST /sign-out':
    'ends the session it is sent in: who sends it again is nobody, and nothing is left to end',
  'POST /account/sessions/end-all': 'ends the session it is sent in, like signing out',
  'POST /account/sessions/:id/end': 'ends what may have ended already: twice is the same as once',
  'POST /updates-off': 'turns off what may be off already: twice is the same as once',
  'POST /my/recent-searches/forget': 'takes away what may be gone already: twice is the same as once',
  'POST /where': 'sets a cookie and writes nothing',
  'POST /team/unmet-needs/synonyms': 'a word has one meaning: said twice is the same as once',
  'POST /team/unmet-needs/synonyms/remove': 'takes away what may be gone already',
  'POST /team/rules': 'one change of the rules at a time: of two at once the second is refused',
  'POST /team/rules/:id/decide':
    'one version is in force for everybody: of two at once the second is refused',
  'POST /team/opportunities/:id/people/:person/checks':
    'what is asked already stays as it is: twice is the same as once',
  'POST /my/unmet-needs':
    'what it writes has nobody’s name, so nobody can tell whose it was; the proof `fuzz` posts it',
  'POST /my/offers/:id/yes': 'shows what would be shared and writes nothing',
  'POST /champion/import': 'shows what a file would draft and writes nothing',
  'POST /team/import': 'shows what a file would draft and writes nothing',
  'POST /manage/import': 'shows what a file would change and writes nothing',
  'POST /manage/search/mend':
    'asks for what the service does by itself every hour: twice is the same as once',
  'POST /manage/settings':
    'one page for everybody: of two at once the second is refused, so neither is its own',
}

export type MadeDeed = Deed & Pick<DeedKind, 'route'>

/** Hands out deeds of every kind in turn, in an order of their own each time round. */
export function dealDeeds(county: County, chance: Chance): () => Promise<MadeDeed> {
  let left: DeedKind[] = []
  return async () => {
    if (left.length === 0) left = chance.shuffled(DEEDS)
    const { route, make } = left.pop() as DeedKind
    return { route, ...(await make(county)) }
  }
}
