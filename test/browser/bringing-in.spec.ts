import { paths } from '../../src/paths'
import { addressOf, type Look, type Person } from './person'
import { dayFromToday, expect, test } from './walk'

const day = (days: number) => dayFromToday(days).split('-').reverse().join('/')

const FILE = [
  'title,kind,places,first day,closing date,description',
  `Lighthouse week one,Work experience,2,${day(60)},${day(40)},Ring 01622 123456`,
  `Lighthouse week two,Work experience,2,${day(67)},32/13/2026,`,
  `lighthouse  week ONE,Work experience,2,${day(60)},,`,
].join('\r\n')

async function chooseFile(person: Person, content: string) {
  const buffer = Buffer.from(content)
  await person.main
    .getByLabel('File', { exact: true })
    .setInputFiles({ name: 'weeks.csv', mimeType: 'text/csv', buffer })
  await person.press('Look at it')
}

for (const look of ['desktop', 'phone without JavaScript'] satisfies Look[]) {
  test(`a champion brings in a spreadsheet, ${look}`, async ({ aPerson }) => {
    const champion = await aPerson(look)
    await champion.signIn(addressOf('Rosa Pemble'))
    await champion.follow('Post several from a file')
    await chooseFile(champion, 'titel,kind\nA,job')
    await expect(champion.main).toContainText('lacks the column “title”')
    await chooseFile(champion, FILE.replace(/lighthouse/gi, `Lighthouse ${look}`))
    await expect(champion.main).toContainText('Row 3, “closing date”: “32/13/2026” is not a date')
    await expect(champion.main).toContainText('has a phone number')
    await expect(champion.main.getByRole('checkbox', { checked: true })).toHaveCount(1)
    await champion.press('Make the ticked drafts')
    await expect(champion.main).toContainText('1 draft saved')
    await champion.press('See your drafts')
    await expect(champion.main).toContainText(`Lighthouse ${look} week one`)
  })
}

test('a broker brings in a page for a champion', async ({ aPerson }) => {
  const broker = await aPerson()
  await broker.signIn(addressOf('Grace Whitlock'))
  await broker.goTo('Opportunities')
  await broker.follow('Bring in drafts for a champion from a file')
  await broker.visit(paths.team.import)
  const posting = { '@type': 'JobPosting', title: 'Lamp keeper', description: '<p>Keep the lamp.</p>' }
  const page = `<!doctype html><script type="application/ld+json">${JSON.stringify(posting)}</script>`
  await chooseFile(broker, page)
  await expect(broker.main).toContainText('Choose whose drafts they become')
  await broker.main.getByLabel('Whose drafts they become', { exact: true }).selectOption({ index: 1 })
  await chooseFile(broker, page)
  await expect(broker.main).toContainText('Posting 1: Job')
  await broker.press('Make the ticked drafts')
  await expect(broker.main).toContainText('1 draft saved')
})
