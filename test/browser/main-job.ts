import { addressOf, type Person } from './person'
import { dayFromToday, expect, test } from './walk'

/** What a walk posts, so that each can find its own again. */
export type Offer = { title: string; word: string; travelHelp: string }

/** The nine steps, one after the other: each leads to the next by itself. */
export async function fillInSteps(champion: Person, offer: Offer): Promise<void> {
  await champion.follow('What it is')
  await basics(champion, offer)
  await champion.press('Save and continue')
  await champion.type('What will people do?', 'You will walk along the river with a warden and count birds.')
  await champion.type('What else should they know?', 'The wardens bring boots and a flask of tea.')
  await champion.tick('Nature and the outdoors')
  await champion.press('Save and continue')
  await champion.type('What is essential?', 'Happy to be outdoors in any weather')
  await champion.tick('None needed')
  await champion.press('Save and continue')
  await dates(champion)
  await champion.press('Save and continue')
  await champion.tick('People go somewhere')
  await champion.type('Name and address of the place', 'The boathouse, Fairmeadow')
  await champion.type('Its town or postcode', 'Maidstone')
  await champion.press('Save and continue')
  await champion.tick('Not paid, expenses covered')
  await champion.type('What do people get, in plain words?', 'Not paid, lunch and travel covered')
  await champion.type('How do you help people get there?', offer.travelHelp)
  await champion.press('Save and continue')
  const rightToWork = champion.main.getByRole('group', {
    name: 'Do people need the right to work in the UK?',
  })
  await champion.tick('No', rightToWork)
  await champion.press('Save and continue')
  await champion.tick('Meet someone from the place first')
  await champion.press('Save and continue')
  await champion.tick('Everyone can see it')
  await champion.tick('Kept for care leavers')
  await champion.press('Save and continue')
}

async function basics(champion: Person, { title, word }: Offer) {
  await champion.pick('What kind of offer is it?', 'Insight day')
  await champion.type('Title', title)
  await champion.type('Summary', `A day by the river with the wardens, looking for every ${word}.`)
  await champion.tick('Work, education and training')
  await champion.tick('Employment')
}

async function dates(champion: Person) {
  await champion.type('How many places are there?', '2')
  await champion.typeDay('First day', dayFromToday(40))
  await champion.typeDay('Last day', dayFromToday(41))
  await champion.typeDay('Closing day', dayFromToday(30))
  await champion.type('Hours', '10am to 3pm')
  await champion.tick('Daytime, Monday to Friday')
}

/** From the page with everything on it to the page that says what happens next. */
export async function send(champion: Person): Promise<void> {
  await champion.press('Send it')
  await expect(champion.main).toContainText('What happens next')
}

/** The line of a queue that says this. */
export const inQueue = (person: Person, text: string) =>
  person.main.getByRole('listitem').filter({ hasText: text })

/** The newest stands last: a broker who wants it turns the pages. */
async function findInQueue(broker: Person, text: string) {
  await broker.goTo('Waiting')
  const line = inQueue(broker, text)
  while ((await line.count()) === 0) await broker.follow(/^Next/)
  return line
}

export async function review(broker: Person, offer: Offer): Promise<void> {
  await broker.follow(/^Review/, await findInQueue(broker, `New or changed opportunity: ${offer.title}`))
}

export async function publish(broker: Person, offer: Offer): Promise<void> {
  await review(broker, offer)
  await broker.press('Publish')
  await expect(broker.main.page().getByRole('alert')).toContainText('Published')
}

/** The young person finds it by its word and says so. */
export async function sayInterested(young: Person, offer: Offer): Promise<void> {
  await young.goTo('Find an offer')
  await young.type('Search for', offer.word)
  await young.press('Search')
  await young.follow(offer.title)
  await young.page.getByRole('button', { name: 'I’m interested' }).first().waitFor()
  await young.pressFirst('I’m interested')
  await expect(young.main).toContainText('The 18+ team is looking')
}

/** The broker answers the request with a proposal. */
export async function propose(broker: Person, offer: Offer): Promise<void> {
  await broker.follow(/^Answer/, await findInQueue(broker, `Interest: ${offer.title}`))
  await broker.press('Look at the fit, and propose')
  await broker.type('Why you propose this', 'Asked for it themselves, and lives near the river.')
  await broker.type('What you want to say to them', 'I think you would like these people.')
  await broker.press('Propose')
  await expect(broker.main).toContainText('Waiting for their answer')
}

/** Yes, with a name, some words and one kind of help; read first exactly as the champion will. */
export async function sayYes(young: Person, offer: Offer, nameUsed: string): Promise<void> {
  await young.goTo('Home')
  await young.follow(offer.title)
  await young.pressFirst('Yes, choose what to share')
  await young.type('What should they call you?', nameUsed)
  await young.type('What would you like them to know?', 'I am quiet at first.')
  await young.tick('Meet someone from the place first')
  await young.press('See it as they would')
  await expect(young.main).toContainText(`${nameUsed}`)
  await expect(young.main).toContainText('I am quiet at first.')
  await young.press('Yes, share this')
  await expect(young.main).toContainText('What they can see')
}

/** The champion reads the introduction and writes. */
export async function meetAndWrite(champion: Person, offer: Offer, nameUsed: string): Promise<void> {
  await champion.goTo('Home')
  await champion.follow(/^Meet them/, inQueue(champion, offer.title))
  await expect(champion.main).toContainText('I am quiet at first.')
  await champion.type(
    `Write to ${nameUsed}`,
    'Hello, we are glad you are coming. Shall we meet at the boathouse?',
  )
  await champion.press('Send')
  await expect(champion.main).toContainText('Shall we meet at the boathouse?')
}

/** From an empty page to the first message: an offer posted and published, an interest, a proposal, a yes, a meeting. */
export async function theHeartOfIt(
  { champion, broker, young }: Record<'champion' | 'broker' | 'young', Person>,
  offer: Offer,
): Promise<void> {
  await test.step('a partner posts an opportunity', async () => {
    await champion.signIn(addressOf('Rosa Pemble'))
    await champion.press('Post an opportunity')
    await champion.press('Start')
    await fillInSteps(champion, offer)
    await send(champion)
  })

  await test.step('a broker publishes it', async () => {
    await broker.signIn(addressOf('Grace Whitlock'))
    await publish(broker, offer)
  })

  await test.step('a young person asks, and is asked', async () => {
    await young.signIn(addressOf('Leila Hartnell'))
    await sayInterested(young, offer)
    await propose(broker, offer)
    await sayYes(young, offer, 'Lee')
  })

  await test.step('the partner meets them', async () => {
    await meetAndWrite(champion, offer, 'Lee')
    await expect(champion.main).not.toContainText('Leila')
  })
}
