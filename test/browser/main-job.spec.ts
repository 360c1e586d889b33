import { paths } from '../../src/paths'
import {
  fillInSteps,
  inQueue,
  meetAndWrite,
  type Offer,
  propose,
  publish,
  review,
  sayInterested,
  sayYes,
  send,
} from './main-job'
import { addressOf, type Person } from './person'
import { dayFromToday, expect, test } from './walk'

const OFFER: Offer = {
  title: 'Kingfisher count with the river wardens',
  word: 'kingfisher',
  travelHelp: 'We help',
}
const CHAMPION = 'cora.hill@kent.gov.uk'
const YOUNG = 'robbie@mail.example'

/** A department and its first champion, from nothing. */
async function invitesChampion(manager: Person, champion: Person) {
  await manager.signIn(addressOf('Imran Sadler'))
  await manager.goTo('Manage')
  await manager.follow('Organisations')
  await manager.press('Add')
  await expect(manager.main).toContainText('There is a problem')
  await manager.type('Name', 'River and Coast Wardens')
  await manager.pick('Kind', 'Council department')
  await manager.typeDay('Signed the Covenant on', dayFromToday(-400))
  await manager.press('Add')
  await expect(manager.main).toContainText('River and Coast Wardens')

  await manager.goTo('Manage')
  await expect(manager.main).toContainText('River and Coast Wardens')
  await manager.follow('Accounts and invitations')
  await manager.press('Invite someone')
  await manager.press('Send the invitation')
  await expect(manager.main).toContainText('There is a problem')
  await manager.tick('Post opportunities, for a department or a partner')
  await manager.main.getByLabel(/organisation/i).selectOption({ label: 'River and Coast Wardens' })
  await manager.type('Their name', 'Cora Hill')
  await manager.type('Their email address', CHAMPION)
  await champion.join(CHAMPION, () => manager.press('Send the invitation'))
}

/** A pledge, and an opportunity through the whole task list. */
async function posts(champion: Person) {
  await champion.goTo('Pledges')
  await champion.press('Make a pledge')
  await champion.press('Make the pledge')
  await champion.type(
    'What do you promise?',
    'Two days a year by the river for young adults who have left care',
  )
  await champion.tick('Work, education and training')
  await champion.type('How many places?', '4')
  await champion.typeDay('By when?', dayFromToday(300))
  await champion.press('Make the pledge')
  await champion.press('Post an opportunity under this pledge')
  await champion.press('Start')
  await champion.follow('What it is')
  await champion.press('Save and continue')
  await expect(champion.main).toContainText('Enter a title')
  await champion.goTo('Opportunities')
  await champion.follow('Opportunity without a title')
  await fillInSteps(champion, OFFER)
  await champion.follow('Preview it first')
  await expect(champion.main).toContainText('You will walk along the river')
  await champion.press('Check and send it')
  await send(champion)
  await champion.goTo('Home')
}

async function asksForChanges(broker: Person) {
  await broker.signIn(addressOf('Grace Whitlock'))
  await review(broker, OFFER)
  await broker.unfold('Ask for changes')
  await broker.press('Ask for changes')
  await expect(broker.main).toContainText('There is a problem')
  await broker.tick('Say how people get there')
  await broker.type('What should the champion do?', 'Which bus goes there, and who pays?')
  await broker.press('Ask for changes')
}

async function sendsAgain(champion: Person) {
  await champion.goTo('Home')
  await champion.follow(/^Change it/, inQueue(champion, OFFER.title))
  await expect(champion.main).toContainText('Which bus goes there, and who pays?')
  await champion.follow('Pay and travel help')
  await champion.type('How do you help people get there?', 'We pay bus 101 from the station')
  await champion.press('Save and continue')
  await champion.press('Check and send it')
  await send(champion)
}

async function findsIt(visitor: Person) {
  await visitor.visit(paths.home)
  await visitor.type('What are you looking for?', OFFER.word)
  await visitor.press(/^Search \d+ offers$/)
  await expect(visitor.main.getByRole('heading', { level: 1 })).toHaveText('1 offer')
  await visitor.tick('Insight day (1)')
  await visitor.press('Show offers')
  await expect(visitor.main.getByRole('list', { name: 'Filters that are on' })).toContainText('Insight day')
  await visitor.follow(OFFER.title)
  await expect(visitor.main).toContainText('We pay bus 101 from the station')
  await visitor.pressFirst('Sign in to say you’re interested')
}

/** The first of the caseload who agreed to be suggested and has no account yet; their name as the page has it. */
async function invitesYoungPerson(adviser: Person, young: Person): Promise<void> {
  await adviser.signIn(addressOf('Samira Holt'))
  const row = adviser.main
    .getByRole('row')
    .filter({ hasText: 'Yes, suggest me' })
    .filter({ hasText: 'Not invited' })
    .first()
  await adviser.follow(/./, row)
  await adviser.type('Their email address', YOUNG)
  await young.join(YOUNG, () => adviser.press('Send the invitation'))
}

async function choosesAndPreviews(young: Person) {
  await young.goTo('Home')
  await young.press('Look at it')
  await young.pressFirst('Yes, choose what to share')
  await young.type('What should they call you?', '')
  await young.press('See it as they would')
  await expect(young.main).toContainText('There is a problem')
  await young.type('What should they call you?', 'Robbie')
  await young.press('See it as they would')
  await young.press('Change something')
  await sayYes(young, OFFER, 'Robbie')
}

async function records(champion: Person) {
  await champion.press('Tell the 18+ team')
  await expect(champion.main).toContainText('There is a problem')
  await champion.tick('Interview or taster')
  await champion.press('Tell the 18+ team')
  await expect(champion.main).toContainText('Interview or taster')
  await champion.tick('Started')
  await champion.typeDay('If they started: on which day?', dayFromToday(0))
  await champion.press('Tell the 18+ team')
  await expect(champion.main).toContainText('First day')
}

test('the main job, by clicks and typing only', async ({ aPerson }) => {
  const [manager, champion, broker] = [await aPerson(), await aPerson(), await aPerson()]
  const [visitor, adviser, young] = [await aPerson(), await aPerson(), await aPerson()]

  await test.step('a manager adds a department and invites its champion', () =>
    invitesChampion(manager, champion))
  await test.step('the champion posts an opportunity', () => posts(champion))
  await test.step('a broker asks for changes', () => asksForChanges(broker))
  await test.step('the champion makes them', () => sendsAgain(champion))
  await test.step('the broker publishes it', () => publish(broker, OFFER))
  await test.step('a visitor finds it', () => findsIt(visitor))
  await test.step('an adviser invites a young person', () => invitesYoungPerson(adviser, young))
  await test.step('the young person asks about it', () => sayInterested(young, OFFER))
  await test.step('the broker proposes it', async () => {
    await broker.goTo('Opportunities')
    await broker.type('Title or organisation', OFFER.word)
    await broker.press('Show')
    await broker.follow(OFFER.title)
    await broker.press('Open the shortlist')
    await propose(broker, OFFER)
    await broker.follow('History')
  })
  await test.step('the young person chooses what to share, and says yes', () => choosesAndPreviews(young))
  await test.step('the champion meets them', async () => {
    await meetAndWrite(champion, OFFER, 'Robbie')
    await records(champion)
  })
  await test.step('the broker sees that they started', async () => {
    await broker.goTo('Opportunities')
    await broker.type('Title or organisation', OFFER.word)
    await broker.press('Show')
    await broker.follow(OFFER.title)
    await expect(broker.main.getByRole('region', { name: 'Matches' })).toContainText('Started')
    await broker.goOn(() => broker.main.getByRole('region', { name: 'Matches' }).getByRole('link').click())
    await expect(broker.main).toContainText('Not due yet')
  })
  await test.step('the young person answers, then stops', async () => {
    await young.goTo('Home')
    await young.follow(OFFER.title)
    await young.follow('Messages with Cora Hill')
    await young.press('Send')
    await young.type('Write a message', 'Yes, the boathouse is fine.')
    await young.press('Send')
    await young.goBack()
    await young.follow('Everything that has happened')
    await young.goBack()
    await young.press('Stop, and share nothing more')
    await expect(young.main).toContainText('Nothing is shared any more')
  })
  await test.step('the champion’s page knows nothing from that moment', async () => {
    const introduction = champion.page.url()
    await champion.visit(introduction)
    await expect(champion.main.getByRole('heading', { level: 1 })).toHaveText('Page not found')
    await champion.visit(paths.champion.home)
    await expect(champion.main).not.toContainText('Robbie')
  })
})
