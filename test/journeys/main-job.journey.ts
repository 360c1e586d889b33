import { expect } from 'vitest'
import { inviteAccount } from '../../src/commands/accounts/invite-account'
import { SYSTEM_ACTOR_ID } from '../../src/domain/account'
import { randomId } from '../../src/auth/secrets'
import { type Browser, createBrowser, type Fields } from '../support/browser'
import { acting } from '../support/givens'
import { DAY, type World } from '../support/world'

/** Posts and expects to be sent on, as when everything was right. */
async function posted(browser: Browser, path: string, fields: Fields = {}): Promise<string> {
  const response = await browser.post(path, fields)
  if (response.status !== 303)
    throw new Error(`${path} answered ${response.status}: ${textOf(await response.text()).slice(0, 600)}`)
  return response.headers.get('location') ?? ''
}

async function shown(browser: Browser, path: string): Promise<string> {
  const response = await browser.get(path)
  if (response.status !== 200) throw new Error(`${path} answered ${response.status}`)
  return textOf(await response.text())
}

const textOf = (html: string) =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')

async function newestMail(world: World, to: string) {
  await world.drain()
  return (await world.sentMail()).find((mail) => mail.to === to)
}

/** Opens the link of an invitation and types the code that comes to the same address. */
async function accepts(world: World, email: string): Promise<Browser> {
  const browser = createBrowser(world)
  const link = /\/join\/([\w-]+)/.exec((await newestMail(world, email))?.body ?? '')
  expect(link).not.toBeNull()
  await browser.get(link?.[0] ?? '')
  await posted(browser, '/join', { token: link?.[1] ?? '' })
  const code = /\d{6}/.exec((await newestMail(world, email))?.body ?? '')?.[0] ?? ''
  await posted(browser, '/sign-in/code', { code })
  return browser
}

const hrefIn = (html: string, pattern: RegExp): string => pattern.exec(html)?.[0] ?? ''

/** The id of the first link to a thing. */
const idAfter = (html: string, prefix: string): string =>
  new RegExp(`${prefix}/([0-9a-f]{32})`).exec(html)?.[1] ?? ''

const CHAMPION = 'cora.hill@kent.example'
const BROKER = 'grace.lane@kent.gov.uk'
const ADVISER = 'amir.wood@kent.gov.uk'
const MANAGER = 'may.stone@kent.gov.uk'

/** Starts an empty installation: a manager, an organisation, and everyone invited. */
async function gettingIn(world: World) {
  await world.db.commit([
    world.db.query
      .insertInto('town')
      .values({ name: 'Maidstone', district: 'E07000110', cell_east: 576, cell_north: 155 }),
  ])
  const system = acting(world, SYSTEM_ACTOR_ID)
  await inviteAccount(system, { email: MANAGER, name: 'May Stone', role: 'manager', organisationId: null })
  const manager = await accepts(world, MANAGER)
  await posted(manager, '/manage/organisations', {
    name: 'Country Parks',
    kind: 'department',
    'signedOn-day': '1',
    'signedOn-month': '6',
    'signedOn-year': '2023',
  })
  expect(await shown(manager, '/manage')).toContain('Country Parks')
  const organisationId = idAfter(await manager.text('/manage/organisations'), '/manage/organisations')

  await posted(manager, '/manage/accounts/invite', {
    role: 'champion',
    name: 'Cora Hill',
    email: CHAMPION,
    organisationId,
  })
  await posted(manager, '/manage/accounts/invite', { role: 'broker', name: 'Grace Lane', email: BROKER })
  await posted(manager, '/manage/accounts/invite', { role: 'adviser', name: 'Amir Wood', email: ADVISER })
  const [champion, broker, adviser] = [
    await accepts(world, CHAMPION),
    await accepts(world, BROKER),
    await accepts(world, ADVISER),
  ]
  expect(await shown(manager, '/manage')).toContain('Every department has a champion')
  await importing(world, manager)
  return { manager, champion, broker, adviser }
}

const CSV = [
  'reference,preferred_name,birth_date,statutory_category,category_since,district,adviser_email',
  `K-1,Robin,2005-03-04,former-relevant,2023-03-04,Maidstone,${ADVISER}`,
  `K-2,Sky,2004-07-01,former-relevant,2022-07-01,Swale,${ADVISER}`,
  `K-3,Ash,2006-01-20,qualifying,2024-01-20,unknown,${ADVISER}`,
].join('\r\n')

/** A file from the case system: faults by row and column first, then all of them at once. */
async function importing(world: World, manager: Browser) {
  const send = (text: string) => {
    const body = new FormData()
    body.set('key', randomId())
    body.set('file', new File([text], 'people.csv', { type: 'text/csv' }))
    return manager.send('/manage/import', {
      method: 'POST',
      body,
      headers: { origin: 'http://localhost:3000' },
    })
  }
  const faulty = await send(CSV.replace('2004-07-01', '2004-02-30').replace('Swale', 'Narnia'))
  expect(faulty.status).toBe(422)
  const faults = textOf(await faulty.text())
  expect(faults).toContain('3 birth_date is not a day')
  expect(faults).toContain('3 district is not a district')
  expect((await world.db.query.selectFrom('care_leaver').select('id').execute()).length).toBe(0)

  const preview = await send(CSV)
  expect(textOf(await preview.text())).toContain('Add 3 people?')
  await posted(manager, '/manage/import/confirm', { text: CSV })
  expect((await world.db.query.selectFrom('care_leaver').select('id').execute()).length).toBe(3)
}

const SECTIONS: Readonly<Record<string, Fields>> = {
  basics: {
    kind: 'work-experience',
    title: 'Help the rangers at Shorne Woods',
    summary: 'Two days outdoors with the rangers.',
    outcomes: ['employment-education-training'],
    heading: 'employment',
  },
  doing: {
    whatYouWillDo: 'Mend paths. Plant trees.',
    description: 'You work beside a ranger.',
    topics: ['nature-outdoors'],
  },
  criteria: { criteria: 'Happy to be outdoors', qualificationLevel: '0' },
  dates: {
    places: '2',
    'startsOn-day': '11',
    'startsOn-month': '1',
    'startsOn-year': '2027',
    'endsOn-day': '12',
    'endsOn-month': '1',
    'endsOn-year': '2027',
    'closesOn-day': '5',
    'closesOn-month': '1',
    'closesOn-year': '2027',
    hours: '10am to 3pm',
    weekTimes: ['weekday-days'],
  },
  where: { isRemote: 'no', placeOfWork: 'Shorne Woods Country Park', place: 'Maidstone' },
  pay: { pay: 'expenses', payText: 'Not paid, lunch and travel covered', travelHelp: 'We pay the bus' },
  checks: {
    minAge: '18',
    maxAge: '25',
    definition: 'any-care-experience',
    needsRightToWork: 'no',
    dbsLevel: 'none',
  },
  support: { supports: ['meet-someone-first'] },
  audience: { visibility: 'public', priority: 'reserved' },
}

/** A pledge, then an opportunity through the task list, sent back once, and published. */
async function posting(world: World, champion: Browser, broker: Browser): Promise<string> {
  await posted(champion, '/champion/pledges/new', {
    what: 'Ten days in our parks',
    outcome: 'employment-education-training',
    places: '10',
    'dueOn-day': '1',
    'dueOn-month': '9',
    'dueOn-year': '2027',
  })
  const pledge = idAfter(await champion.text('/champion/pledges'), '/champion/pledges')
  await posted(broker, `/team/pledges/${pledge}/change`, { action: 'agree' })

  const started = await posted(champion, '/champion/opportunities/new', { pledge })
  const id = /[0-9a-f]{32}/.exec(started)?.[0] ?? ''
  for (const [section, fields] of Object.entries(SECTIONS))
    await posted(champion, `/champion/opportunities/${id}/sections/${section}`, fields)
  expect(await shown(champion, `/champion/opportunities/${id}/preview`)).toContain(
    'Two days outdoors with the rangers',
  )
  await posted(champion, `/champion/opportunities/${id}/submit`)
  expect((await createBrowser(world).get(`/opportunities/${id}`)).status).toBe(404)

  await posted(broker, `/team/opportunities/${id}/request-changes`, {
    codes: ['travel-unclear'],
    words: 'Which bus?',
  })
  expect(await shown(champion, `/champion/opportunities/${id}`)).toContain('Which bus?')
  await posted(champion, `/champion/opportunities/${id}/sections/pay`, {
    ...SECTIONS.pay,
    travelHelp: 'We pay bus 700',
  })
  await posted(champion, `/champion/opportunities/${id}/submit`)
  expect(await shown(broker, '/team')).toContain('Help the rangers at Shorne Woods')
  await posted(broker, `/team/opportunities/${id}/publish`)

  const visitor = createBrowser(world)
  expect(await shown(visitor, '/opportunities?words=ranger')).toContain('1 offer')
  expect(await shown(visitor, `/opportunities/${id}`)).toContain('We pay bus 700')
  return id
}

async function idOf(world: World, name: string): Promise<string> {
  const row = await world.db.query
    .selectFrom('care_leaver')
    .select('id')
    .where('preferred_name', '=', name)
    .executeTakeFirstOrThrow()
  return row.id
}

/** The adviser invites somebody, who says what they like and that they may be suggested. */
async function joining(world: World, adviser: Browser, name: string): Promise<Browser> {
  const email = `${name.toLowerCase()}@mail.example`
  await posted(adviser, `/adviser/people/${await idOf(world, name)}/invite`, { email })
  const person = await accepts(world, email)
  expect(await shown(person, '/my')).toContain('Start here')
  await posted(person, '/my/welcome', { answer: 'yes' })
  await posted(person, '/my/answers/likes', { choices: ['nature-outdoors'], words: 'Trees' })
  await posted(person, '/my/answers/travel', { distance: '16', from: 'Maidstone' })
  return person
}

async function proposes(world: World, broker: Browser, offer: string, name: string): Promise<string> {
  expect(await shown(broker, `/team/opportunities/${offer}/shortlist`)).toContain(name)
  const pair = `/team/opportunities/${offer}/people/${await idOf(world, name)}`
  expect(await shown(broker, pair)).not.toMatch(/200[456]/)
  const hold = new Date(world.now().getTime() + 7 * DAY).toISOString().slice(0, 10).split('-')
  const location = await posted(broker, `${pair}/propose`, {
    reason: 'Wants to be outdoors',
    wordsToPerson: 'I think you would like this.',
    'holdUntil-day': hold[2] ?? '',
    'holdUntil-month': hold[1] ?? '',
    'holdUntil-year': hold[0] ?? '',
  })
  return /[0-9a-f]{32}/.exec(location)?.[0] ?? ''
}

/** Yes, with exactly what the champion will see; then the champion meets them. */
async function sayingYes(
  world: World,
  people: { person: Browser; champion: Browser },
  match: string,
): Promise<string> {
  const { person, champion } = people
  expect(await newestMail(world, 'robin@mail.example')).toMatchObject({ subject: 'You have an update' })
  expect(await shown(champion, '/champion')).not.toContain('Robbie')
  expect(await shown(person, `/my/offers/${match}`)).toContain('I think you would like this.')
  const share = {
    nameUsed: 'Robbie',
    pronouns: 'they/them',
    words: 'I like quiet mornings.',
    supports: ['meet-someone-first'],
  }
  const preview = textOf(await (await person.post(`/my/offers/${match}/yes`, share)).text())
  expect(preview).toContain('Robbie')
  await posted(person, `/my/offers/${match}/yes/send`, share)

  const home = await champion.text('/champion')
  const introduction = hrefIn(home, /\/champion\/introductions\/[0-9a-f]{32}/)
  const page = await shown(champion, introduction)
  expect(page).toContain('I like quiet mornings.')
  expect(page).not.toMatch(/Robin|2005|Swale|nature|robin@/)
  await posted(champion, `${introduction}/messages`, { body: 'Hello Robbie, see you at the gate.' })
  expect(await shown(person, `/my/offers/${match}/messages`)).toContain('see you at the gate')
  return introduction
}

/** Interview, offer, start; then the checks at 1, 4, 13 and 26 weeks as they fall due. */
async function following(
  world: World,
  people: { champion: Browser; broker: Browser; person: Browser },
  at: { introduction: string; match: string },
) {
  const { introduction, match } = at
  await posted(people.champion, `${introduction}/report`, { kind: 'interview' })
  await posted(people.champion, `${introduction}/report`, { kind: 'offer' })
  const today = world.now().toISOString().slice(0, 10).split('-')
  await posted(people.champion, `${introduction}/report`, {
    kind: 'start',
    'startedOn-day': today[2] ?? '',
    'startedOn-month': today[1] ?? '',
    'startedOn-year': today[0] ?? '',
  })

  let weeksPassed = 0
  for (const week of [1, 4, 13, 26]) {
    world.wait((week - weeksPassed) * 7 * DAY)
    weeksPassed = week
    await world.runDue()
    await people.broker.signIn(BROKER)
    expect(await shown(people.broker, '/team')).toContain(`Outcome check, week ${week}`)
    await posted(people.broker, `/team/matches/${match}/outcomes/${week}`, {
      result: 'going-well',
      words: '',
    })
  }
  expect(await shown(people.broker, `/team/matches/${match}`)).toContain('Completed')
}

/** The whole main job, from an empty installation to somebody who is still there after half a year. */
export async function walkMainJob(world: World) {
  const { champion, broker, adviser } = await gettingIn(world)
  const offer = await posting(world, champion, broker)

  const robin = await joining(world, adviser, 'Robin')
  expect(await shown(robin, `/opportunities/${offer}`)).toContain('Why this could suit you')
  await posted(robin, `/my/interests/${offer}`)
  expect(await shown(robin, '/my/requests')).toContain('They answer by')
  expect(await shown(champion, '/champion')).not.toContain('interested')
  const [interest = ''] = /\/team\/interests\/[0-9a-f]+/.exec(await broker.text('/team')) ?? []
  await posted(broker, `${interest}/answer`, { answer: 'keep', words: 'We look again soon' })
  expect(await shown(broker, '/team')).toContain('1 interest kept for later')
  expect(await shown(broker, '/team/interests')).toContain('Robin')

  // Robin says yes; Sky says no and loses nothing; Ash does not answer and the hold ends by itself.
  const match = await proposes(world, broker, offer, 'Robin')
  const introduction = await sayingYes(world, { person: robin, champion }, match)

  const sky = await joining(world, adviser, 'Sky')
  const refused = await proposes(world, broker, offer, 'Sky')
  await posted(sky, `/my/offers/${refused}/no`, { code: 'too-far', words: '' })
  await joining(world, adviser, 'Ash')
  const unanswered = await proposes(world, broker, offer, 'Ash')
  world.wait(9 * DAY)
  await world.runDue()
  for (const [browser, email] of [
    [broker, BROKER],
    [champion, CHAMPION],
    [robin, 'robin@mail.example'],
  ] as const)
    await browser.signIn(email)
  expect(await shown(broker, `/team/matches/${unanswered}`)).toContain('No answer by the date')
  const places = await world.db.query
    .selectFrom('opportunity')
    .select(['places_taken', 'places_filled'])
    .where('id', '=', offer as never)
    .executeTakeFirst()
  expect(places).toEqual({ places_taken: 1, places_filled: 1 })

  expect(await shown(robin, '/my/information')).toContain('Grace Lane')
  await following(world, { champion, broker, person: robin }, { introduction, match })

  await robin.signIn('robin@mail.example')
  const download = JSON.parse(await robin.text('/my/information/download')) as { offers: unknown[] }
  expect(download.offers).toHaveLength(1)
  await posted(robin, '/my/information/close')
  expect((await robin.get('/my')).status).toBe(303)
  expect((await champion.get(introduction)).status).not.toBe(200)
}

/** The young person stops after saying yes: from that moment the champion's page knows nothing. */
export async function walkStopping(world: World) {
  const { champion, broker, adviser } = await gettingIn(world)
  const offer = await posting(world, champion, broker)
  const robin = await joining(world, adviser, 'Robin')
  const match = await proposes(world, broker, offer, 'Robin')
  const introduction = await sayingYes(world, { person: robin, champion }, match)
  await posted(robin, `/my/offers/${match}/stop`)
  expect((await champion.get(introduction)).status).toBe(404)
  expect((await champion.post(`${introduction}/messages`, { body: 'Hello?' })).status).toBe(404)
  expect(await shown(champion, '/champion')).not.toContain('Robbie')
}
