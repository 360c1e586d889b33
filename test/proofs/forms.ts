import { FIRST_RULE_SET } from '../../src/domain/rule-set/first-rule-set'
import { RULE_IDS } from '../../src/domain/rule-set/rule-set'
import { ruleValues, weightsValues } from '../../src/routes/team/rule-sets/rule-set.forms'
import { detailsValues } from '../../src/routes/mentoring/mentor.forms'
import { aMentor } from '../support/mentors'
import { byKey } from '../../db/seed/canary/scene'
import type { Fields } from '../support/browser'
import type { Known } from './actors'
import type { Filling } from './things'

const MENTOR = detailsValues(aMentor())

type Given = { map: Known; things: Filling['things']; today: string }
type Form = Fields | ((given: Given) => Fields)

/** A day in its three boxes. */
function day(name: string, text: string): Fields {
  const [year = '', month = '', date = ''] = text.split('-')
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year }
}

const later = (today: string, days: number) =>
  new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

const ANSWERS: Readonly<Record<string, Fields>> = {
  likes: { choices: ['music'], words: 'Playing the drums' },
  goals: { choices: ['get-a-job'], words: 'Soon' },
  travel: { distance: '8', from: '' },
  'free-times': { choices: ['weekends'] },
  support: { choices: ['named-person'], words: '' },
  'not-suggest': { choices: ['event'] },
}

const SECTIONS: Readonly<Record<string, (today: string) => Fields>> = {
  basics: () => ({
    kind: 'insight-day',
    title: 'A day with us',
    summary: 'See what we do',
    outcomes: ['health'],
    heading: 'employment',
  }),
  doing: () => ({ whatYouWillDo: 'Walk around', description: 'A day out', topics: ['music'] }),
  criteria: () => ({ criteria: 'Good shoes', qualificationLevel: '0' }),
  dates: (today) => ({
    places: '3',
    ...day('startsOn', later(today, 60)),
    ...day('closesOn', later(today, 40)),
    hours: '10am to 3pm',
    weekTimes: ['weekends'],
  }),
  where: () => ({ isRemote: 'yes', placeOfWork: '', place: '' }),
  pay: () => ({ pay: 'expenses', payText: 'Lunch', travelHelp: 'Bus fare' }),
  checks: () => ({
    minAge: '18',
    maxAge: '25',
    definition: 'any-care-experience',
    needsRightToWork: 'no',
    dbsLevel: 'none',
  }),
  support: () => ({ supports: ['named-person'] }),
  audience: () => ({ visibility: 'public', priority: 'none' }),
}

const FACTS: Readonly<Record<string, (today: string) => Fields>> = {
  'right-to-work': (today) => ({
    status: 'any-work',
    source: 'Passport',
    ...day('until', later(today, 900)),
    ...day('checkedOn', today),
  }),
  qualification: () => ({ level: '2', source: 'Certificate' }),
  dbs: (today) => ({ level: 'basic', ...day('issuedOn', today) }),
  availability: (today) => day('from', later(today, 20)),
}

const SHARE: Fields = { nameUsed: 'Robbie', pronouns: 'they', words: 'Hello', supports: ['named-person'] }
const NOT_TOLD: Fields = { kind: 'person', person: 'Somebody Else', email: '', organisationId: '' }

const CSV = [
  'reference,preferred_name,birth_date,statutory_category,category_since,district,adviser_email',
  'K-77001,Robin,2005-03-27,former-relevant,2023-03-27,Maidstone,',
].join('\n')

const OFFERS = ['title,kind,places', 'A week with the tree team,work-experience,2'].join('\n')

/** The suggestion of the person that the path names. */
const seenBy = ({ map, things }: Given): Fields => ({
  suggestion: map.suggestions[Number(things[':number']?.id ?? 0)]?.id ?? map.rounds[0]?.id ?? '',
  seen: '1',
})

/** What somebody would fill in, for every form there is: it works where its thing is in the right state. */
const FORMS: Readonly<Record<string, Form>> = {
  '/demo/sign-in': ({ map }) => ({ email: byKey(map.accounts, 'champion').email }),
  '/sign-in': ({ map }) => ({ email: byKey(map.accounts, 'champion').email, device: 'shared' }),
  '/sign-in/code': { code: '123456' },
  '/join': ({ map }) => ({ token: map.invitations[0]?.token ?? '', device: 'shared' }),
  '/sign-out': {},
  '/account/sessions/end-all': {},
  '/account/sessions/:id/end': {},
  '/where': { place: 'Canterbury' },
  '/updates-off': { token: 'a'.repeat(22) },

  '/my/welcome': { answer: 'no' },
  '/my/answers/:question': ({ things }) => ANSWERS[things[':question']?.key ?? ''] ?? {},
  '/my/saved/:id': {},
  '/my/saved/:id/remove': {},
  '/my/order': ({ map }) => ({ offers: [byKey(map.offers, 'partners').id], ranks: ['1'] }),
  '/my/searches': { query: 'words=music&kind=event', alerts: 'daily' },
  '/my/searches/:id/alerts': { alerts: 'none' },
  '/my/searches/:id/remove': {},
  '/my/recent-searches/forget': {},
  '/my/unmet-needs': { kind: ['event'], district: ['E07000106'] },
  '/my/interests/:id': { words: 'Please' },
  '/my/requests/:id/withdraw': {},
  '/my/offers/:id/no': { code: 'too-far', words: 'No bus' },
  '/my/offers/:id/yes': SHARE,
  '/my/offers/:id/yes/send': SHARE,
  '/my/offers/:id/stop': {},
  '/my/offers/:id/messages': { body: 'Hello' },
  '/my/talk': { kind: 'mentor', languages: ['english'], help: ['confidence'] },
  '/my/talk/withdraw': {},
  '/my/talk/pick': { pick: 'none' },
  '/my/talk/end': { endCode: 'other' },
  '/my/private': NOT_TOLD,
  '/my/private/:id/remove': {},
  '/my/information/close': {},

  '/champion/pledges/new': ({ today }) => ({
    what: 'Three days out',
    outcome: 'health',
    places: '3',
    ...day('dueOn', later(today, 90)),
  }),
  '/champion/pledges/:id/withdraw': { reason: 'We cannot keep it' },
  '/champion/asks/:id': { code: 'later', words: 'After Easter' },
  '/champion/opportunities/new': ({ map }) => ({
    pledge: 'none',
    copy: '',
    ask: byKey(map.asks, 'of-champion').id,
  }),
  '/champion/opportunities/:id/submit': {},
  '/champion/opportunities/:id/edit': {},
  '/champion/opportunities/:id/copy': {},
  '/champion/opportunities/:id/drop': {},
  '/champion/opportunities/:id/pause': {},
  '/champion/opportunities/:id/resume': {},
  '/champion/opportunities/:id/close': {},
  '/champion/opportunities/:id/withdraw': {},
  '/champion/opportunities/:id/reinstate': ({ today }) => day('closesOn', later(today, 30)),
  '/champion/opportunities/:id/sections/:section': ({ things, today }) =>
    SECTIONS[things[':section']?.key ?? '']?.(today) ?? {},
  '/champion/import': { file: OFFERS },
  '/champion/import/confirm': { text: OFFERS, rows: ['2'] },
  '/champion/introductions/:reference/report': { kind: 'offer' },
  '/champion/introductions/:reference/messages': { body: 'Hello' },

  '/adviser/people/:id/invite': { email: 'somebody.new@mail.example' },
  '/adviser/people/:id/facts/:fact': ({ things, today }) => FACTS[things[':fact']?.key ?? '']?.(today) ?? {},
  '/adviser/people/:id/answers/:question': ({ things }) => ({
    ...ANSWERS[things[':question']?.key ?? ''],
    theirWords: 'Told me so',
  }),
  '/adviser/people/:id/interests': ({ map }) => ({
    opportunityId: byKey(map.offers, 'only').id,
    words: 'Wants it',
  }),
  '/adviser/people/:id/private': NOT_TOLD,
  '/adviser/people/:id/private/:entry/remove': {},
  '/adviser/people/:id/offers/:match': { ...SHARE, answer: 'no', code: 'too-far', theirWords: 'No bus' },

  '/team/import': ({ map }) => ({ file: OFFERS, accountId: byKey(map.accounts, 'champion').id }),
  '/team/import/confirm': ({ map }) => ({
    text: OFFERS,
    rows: ['2'],
    accountId: byKey(map.accounts, 'champion').id,
  }),
  '/team/opportunities/:id/publish': {},
  '/team/opportunities/:id/request-changes': { codes: ['pay-unclear'], words: 'Say more of the pay' },
  '/team/opportunities/:id/stop': { reason: 'Asked to' },
  '/team/opportunities/:id/lift': {},
  '/team/opportunities/:id/people/:person/propose': ({ today }) => ({
    reason: 'It fits',
    wordsToPerson: 'Have a look',
    ...day('holdUntil', later(today, 5)),
  }),
  '/team/opportunities/:id/people/:person/checks': {},
  '/team/opportunities/:id/people/:person/checks/:check': { ending: 'answered', words: 'They can go' },
  '/adviser/people/:id/checks/:check': { words: 'They can go' },
  '/my/checks/:check': { words: 'Yes I can go' },
  '/team/unmatched/:id': ({ today }) => ({
    code: 'too-far',
    words: 'The bus does not go there',
    seen: '1',
    ...day('lookAgainOn', later(today, 28)),
  }),
  '/team/asks': ({ map }) => {
    const { id } = byKey(map.organisations, 'highways')
    return {
      what: 'advice',
      district: 'E07000113',
      organisations: [id],
      [`words-${id}`]: 'Could you post one?',
    }
  },
  '/team/asks/:id/take-back': {},
  '/team/rounds': ({ map, today }) => ({
    which: 'some',
    opportunities: [byKey(map.offers, 'published').id],
    waitWeeksMin: '0',
    pairs: 'also-unclear',
    ...day('day', later(today, 20)),
  }),
  '/team/rounds/:id/choose': { rule: 'band-by-band', reason: 'It is the usual one' },
  '/team/rounds/:id/end': { ending: 'close', endReason: 'All done' },
  '/team/rounds/:id/people/:number/accept': (given) => ({
    reason: 'It fits',
    wordsToPerson: 'Have a look',
    ...seenBy(given),
    ...day('holdUntil', later(given.today, 5)),
  }),
  '/team/rounds/:id/people/:number/drop': (given) => ({ dropReason: 'Too far', ...seenBy(given) }),
  '/team/rounds/:id/people/:number/swap': (given) => ({
    person: '2',
    reason: 'Asked for it',
    ...seenBy(given),
  }),
  '/team/rules': { reason: 'The guidance has changed' },
  '/team/rules/:id/rule/:rule': ({ today, things }) => ({
    ...ruleValues(FIRST_RULE_SET, RULE_IDS.find((id) => id === things[':rule']?.id) ?? 'travel'),
    ...day('asOf', today),
    ...day('reviewOn', later(today, 200)),
  }),
  '/team/rules/:id/weights': weightsValues(FIRST_RULE_SET),
  '/team/rules/:id/submit': {},
  '/team/rules/:id/decide': { decision: 'send-back', words: 'Say more', seen: '2' },
  '/team/rules/:id/withdraw': { withdrawReason: 'Not needed' },
  '/team/interests/:id/answer': { answer: 'refuse', code: 'full', words: 'Sorry' },
  '/team/unmet-needs/synonyms': { word: 'barista', means: 'nature' },
  '/team/unmet-needs/synonyms/remove': { word: 'barista' },
  '/team/matches/:id/withdraw': { ending: 'withdraw', reason: 'Asked to' },
  '/team/matches/:id/report': { kind: 'offer' },
  '/team/matches/:id/outcomes/:week': { result: 'going-well', words: 'Fine' },
  '/team/pledges/:id/change': { action: 'agree', reason: 'Good' },
  '/team/invite': ({ map }) => ({
    name: 'New Person',
    email: 'new.person@mail.example',
    organisationId: byKey(map.organisations, 'college').id,
  }),

  '/mentoring/requests/:id/offer': ({ map }) => ({
    mentors: [byKey(map.mentors, 'approved').id],
    reason: 'They like the same things',
  }),
  '/mentoring/requests/:id/end': { endCode: 'other' },
  '/mentoring/mentors': MENTOR,
  '/mentoring/mentors/:id/details': MENTOR,
  '/mentoring/mentors/:id/step': ({ today }) => ({ step: 'check-identity', ...day('onDay', today) }),
  '/mentoring/mentors/:id/stop': { stop: 'end', reason: 'other', stopWords: 'Asked to' },
  '/mentoring/mentors/:id/resume': {},

  '/manage/organisations': { name: 'A new one', kind: 'department', version: '0' },
  '/manage/organisations/:id': { name: 'Another name', kind: 'department', version: '1' },
  '/manage/accounts/invite': ({ map }) => ({
    role: 'champion',
    name: 'New Champion',
    email: 'new.champion@kent.example',
    organisationId: byKey(map.organisations, 'highways').id,
  }),
  '/manage/accounts/:id/suspend': { reason: 'Left' },
  '/manage/accounts/:id/reinstate': {},
  '/manage/accounts/:id/reassign': ({ map, things }) => ({ to: colleagueOf(map, things[':id']?.key ?? '') }),
  '/manage/invitations/:id/revoke': {},
  '/manage/search/mend': {},
  '/manage/import': { file: CSV },
  '/manage/import/confirm': { text: CSV },
  '/manage/settings': {
    'team-name': 'The team',
    'team-phone': '03000 000000',
    'team-email': 'team@kent.example',
    'team-hours': 'Nine to five',
  },
}

/** Somebody active who does the same in the same organisation. */
function colleagueOf(map: Known, key: string): string {
  const account = map.accounts.find((one) => one.key === key)
  const colleague = map.accounts.find(
    (one) =>
      one.key !== key &&
      one.state === 'active' &&
      one.role === account?.role &&
      one.organisation === account.organisation,
  )
  return (colleague ?? account)?.id ?? ''
}

/**
 * A form as somebody would send it.
 * @throws when nobody has said what the route's form is: add it above
 */
export function formFor(route: { path: string }, filling: Filling, map: Known): Fields {
  const form = FORMS[route.path.replace(/\{[^}]*\}/g, '')]
  if (!form) throw new Error(`Nothing says what is filled in at ${route.path}`)
  const given = { map, things: filling.things, today: new Date().toISOString().slice(0, 10) }
  return typeof form === 'function' ? form(given) : form
}
