import { describe, expect, it } from 'vitest'
import { publishOpportunity, requestChanges } from '../../../src/commands/opportunities/review-opportunity'
import type { OpportunityId } from '../../../src/domain/ids'
import { OPPORTUNITY_SECTIONS } from '../../../src/domain/opportunity'
import { paths } from '../../../src/paths'
import { createBrowser } from '../../support/browser'
import { testDatabase } from '../../support/database'
import { givenAccount, givenOrganisation, givenSignedIn, acting } from '../../support/givens'
import { createWorld } from '../../support/world'
import { givenChampion, givenPlaces, startDraft, STEPS, workOf, writeDraft } from './steps'

async function aPoster() {
  const world = createWorld(testDatabase())
  await givenPlaces(world)
  return { world, champion: await givenChampion(world) }
}

describe('posting an opportunity', () => {
  it('goes from a draft through every step to the 18+ team, and is found once they publish it', async () => {
    const { world, champion } = await aPoster()
    const id = await startDraft(champion)
    let next = paths.champion.section(id, 'basics')
    for (const section of OPPORTUNITY_SECTIONS) {
      expect(next).toBe(paths.champion.section(id, section))
      expect((await champion.get(next)).status).toBe(200)
      next = (await champion.post(next, STEPS[section])).headers.get('location') ?? ''
    }
    expect(next).toBe(paths.champion.check(id))
    expect(await champion.text(next)).toContain('A week with the tree team')

    const sent = await champion.post(paths.champion.submit(id))
    expect(sent.headers.get('location')).toBe(paths.champion.submitted(id))
    expect(await champion.text(paths.champion.submitted(id))).toContain('By Monday 30 November')
    expect(await createBrowser(world).text(paths.browse)).not.toContain('A week with the tree team')

    const broker = await givenAccount(world, 'broker')
    expect(await publishOpportunity(acting(world, broker.id), id)).toBe('committed')
    expect(await createBrowser(world).text(`${paths.browse}?words=trees`)).toContain(
      'A week with the tree team',
    )
  })

  it('keeps what was typed in the fields that search and matching read', async () => {
    const { world, champion } = await aPoster()
    const id = await writeDraft(champion)
    const { draft } = (await workOf(world, id)).revision ?? {}
    expect(draft).toMatchObject({
      kind: 'work-experience',
      outcomes: ['employment-education-training', 'health'],
      criteria: ['Can lift 10 kg', 'Happy to be outdoors in rain'],
      qualificationLevel: 0,
      places: 2,
      startsOn: '2027-01-11',
      endsOn: '2027-01-15',
      closesOn: '2026-12-18',
      minAge: 18,
      maxAge: 25,
      needsRightToWork: false,
      supports: ['named-person', 'travel-practice'],
      visibility: 'public',
      priorityUntil: null,
    })
  })

  it('turns the postcode into town, district and square, and keeps it nowhere', async () => {
    const { world, champion } = await aPoster()
    const id = await writeDraft(champion)
    const { draft } = (await workOf(world, id)).revision ?? {}
    expect(draft).toMatchObject({
      isRemote: false,
      town: 'Maidstone',
      district: 'E07000110',
      cellEast: 576,
      cellNorth: 156,
    })
    const kept = await Promise.all([
      world.db.query.selectFrom('opportunity_revision').selectAll().execute(),
      world.db.query.selectFrom('idempotency').selectAll().execute(),
      world.db.query.selectFrom('audit_event').selectAll().execute(),
    ])
    expect(JSON.stringify(kept)).not.toMatch(/ME14 ?1XX/i)
  })

  it('keeps the exact square when the step is saved again with the town it shows', async () => {
    const { world, champion } = await aPoster()
    const id = await writeDraft(champion)
    await champion.post(paths.champion.section(id, 'where'), {
      ...STEPS.where,
      place: 'Maidstone',
      placeOfWork: 'The new depot',
    })
    const { draft } = (await workOf(world, id)).revision ?? {}
    expect(draft).toMatchObject({ placeOfWork: 'The new depot', cellEast: 576, cellNorth: 156 })
    await champion.post(paths.champion.section(id, 'where'), { ...STEPS.where, place: 'Dover' })
    expect((await workOf(world, id)).revision?.draft).toMatchObject({
      town: 'Dover',
      district: 'E07000108',
      cellEast: 631,
    })
  })

  it('forgets the place of one that is online', async () => {
    const { world, champion } = await aPoster()
    const id = await writeDraft(champion)
    await champion.post(paths.champion.section(id, 'where'), { ...STEPS.where, isRemote: 'yes' })
    expect((await workOf(world, id)).revision?.draft).toMatchObject({
      isRemote: true,
      placeOfWork: '',
      town: '',
      district: null,
      cellEast: null,
    })
  })

  it('has one effect when the start is posted twice', async () => {
    const { world, champion } = await aPoster()
    const key = 'a'.repeat(32)
    const [first, second] = [
      await champion.post(paths.champion.newOpportunity, { pledge: 'none' }, key),
      await champion.post(paths.champion.newOpportunity, { pledge: 'none' }, key),
    ]
    expect(second.headers.get('location')).toBe(first.headers.get('location'))
    expect(await world.db.query.selectFrom('opportunity').select('id').execute()).toHaveLength(1)
  })

  it('has one effect when a step and the sending are posted twice', async () => {
    const { world, champion } = await aPoster()
    const id = await writeDraft(champion)
    const before = (await workOf(world, id)).version
    for (const _again of [1, 2])
      await champion.post(paths.champion.section(id, 'support'), STEPS.support, 'b'.repeat(32))
    expect((await workOf(world, id)).version).toBe(before + 1)
    for (const _again of [1, 2]) {
      const sent = await champion.post(paths.champion.submit(id), {}, 'c'.repeat(32))
      expect(sent.headers.get('location')).toBe(paths.champion.submitted(id))
    }
    expect((await workOf(world, id)).version).toBe(before + 2)
  })

  it('takes Change links back to the answers', async () => {
    const { champion } = await aPoster()
    const id = await writeDraft(champion)
    const change = `${paths.champion.section(id, 'pay')}?from=check`
    expect(await champion.text(paths.champion.check(id))).toContain(`href="${change}"`)
    expect(await champion.text(change)).toContain(`action="${change}"`)
    expect((await champion.post(change, STEPS.pay)).headers.get('location')).toBe(paths.champion.check(id))
  })

  it('shows a preview in the words young people read', async () => {
    const { champion } = await aPoster()
    const id = await writeDraft(champion)
    const html = await champion.text(paths.champion.preview(id))
    expect(html).toContain('wm-preview')
    expect(html).toContain('Happy to be outdoors in rain')
    expect(html).toContain('Closes 18 December 2026')
  })

  it('says which steps a preview still lacks', async () => {
    const { champion } = await aPoster()
    const id = await startDraft(champion)
    const html = await champion.text(paths.champion.preview(id))
    expect(html).toContain(paths.champion.section(id, 'audience'))
    expect(html).not.toContain('wm-preview')
  })

  it('warns, and does not block', async () => {
    const { champion } = await aPoster()
    const id = await writeDraft(champion)
    await champion.post(paths.champion.section(id, 'dates'), {
      ...STEPS.dates,
      'endsOn-month': '3',
      'closesOn-day': '',
      'closesOn-month': '',
      'closesOn-year': '',
    })
    const long = `You will ${'walk along the road and look at every tree and '.repeat(4)}write down what you see for the ABC team.`
    const then = await champion.post(paths.champion.section(id, 'doing'), {
      ...STEPS.doing,
      description: long,
      next: 'words',
    })
    const again = await champion.text(then.headers.get('location') ?? '')
    expect(again).toContain('One long sentence')
    expect(again).toContain('<li>ABC</li>')

    const check = await champion.text(paths.champion.check(id))
    for (const words of [
      'looks like work without pay',
      'no closing day',
      'One long sentence',
      'Letters people may not know',
    ]) {
      expect(check).toContain(words)
    }
    expect((await champion.post(paths.champion.submit(id))).status).toBe(303)
  })

  it('prefills the right to work by the kind of offer', async () => {
    const { champion } = await aPoster()
    const checked = async (kind: string) => {
      const id = await startDraft(champion)
      await champion.post(paths.champion.section(id, 'basics'), { ...STEPS.basics, kind })
      return /name="needsRightToWork"[^>]*value="(yes|no)"[^>]*checked/.exec(
        await champion.text(paths.champion.section(id, 'checks')),
      )?.[1]
    }
    expect([await checked('job'), await checked('event')]).toEqual(['yes', 'no'])
  })

  it('copies one as a new draft without its dates', async () => {
    const { world, champion } = await aPoster()
    const id = await writeDraft(champion)
    const copied = await champion.post(paths.champion.copy(id))
    const copy = (copied.headers.get('location') ?? '').split('/').at(-1) as OpportunityId
    expect(copy).not.toBe(id)
    expect((await workOf(world, copy)).revision).toMatchObject({
      state: 'draft',
      draft: { title: 'A week with the tree team', startsOn: null, closesOn: null },
    })
  })

  it('shows what the 18+ team asked for, and goes back to them', async () => {
    const { world, champion } = await aPoster()
    const id = await writeDraft(champion)
    await champion.post(paths.champion.submit(id))
    const broker = await givenAccount(world, 'broker')
    const review = {
      codes: ['pay-unclear', 'safeguarding'] as const,
      words: 'Who is with them on the first day?',
    }
    expect(await requestChanges(acting(world, broker.id), id, review)).toBe('committed')

    const page = await champion.text(paths.champion.opportunity(id))
    expect(page).toContain('Say clearly what people are paid')
    expect(page).toContain('Who is with them on the first day?')
    expect(await champion.text(paths.champion.home)).toContain('The 18+ team asked for changes')
    expect((await champion.post(paths.champion.submit(id))).status).toBe(303)
    expect((await workOf(world, id)).revision?.state).toBe('submitted')
  })
})

describe('asking again', () => {
  it.each([
    ['basics', { title: '' }, 'Enter a title', 'Spend a week outdoors'],
    ['basics', { title: 'x'.repeat(81) }, 'Title must be 80 characters or fewer', 'x'.repeat(81)],
    ['basics', { outcomes: [] }, 'Choose at least one thing it helps with', 'A week with the tree team'],
    ['basics', { kind: 'yacht' }, 'Choose what kind of offer it is', 'A week with the tree team'],
    ['doing', { description: '' }, 'Enter a description', 'You will plant'],
    ['criteria', { criteria: 'one\n'.repeat(11) }, 'Enter 10 things or fewer', 'one\none'],
    [
      'criteria',
      { criteria: 'y'.repeat(151) },
      'Each thing must be 150 characters or fewer',
      'y'.repeat(151),
    ],
    ['dates', { places: '0' }, 'Places must be a whole number from 1 to 500', '10am to 3pm'],
    ['dates', { places: 'many' }, 'Places must be a whole number from 1 to 500', 'value="many"'],
    [
      'dates',
      { 'endsOn-year': '2026' },
      'The last day must be the same as or after the first day',
      '10am to 3pm',
    ],
    ['dates', { 'closesOn-month': '10' }, 'The closing day must be today or later', '10am to 3pm'],
    [
      'dates',
      { 'startsOn-day': '31', 'startsOn-month': '2' },
      'Enter the first day as a real date',
      'value="31"',
    ],
    ['where', { place: 'Atlantis' }, 'We do not know that place', 'value="Atlantis"'],
    ['where', { place: '' }, 'Enter the town or postcode of the place', 'Forstal Road'],
    ['pay', { pay: 'wage', payText: '' }, 'Enter the pay, for example', 'We pay the bus fare'],
    ['checks', { minAge: '15' }, 'The youngest age must be a whole number from 16 to 30', 'value="15"'],
    ['checks', { minAge: '25', maxAge: '18' }, 'The oldest age must not be below the youngest', 'value="25"'],
    ['support', { supports: ['a-pony'] }, 'Choose from the list', 'Regular check-ins'],
    [
      'audience',
      { priority: 'window' },
      'Enter the last day on which care leavers come first',
      'name="visibility"',
    ],
    ['audience', { visibility: '' }, 'Choose who can see it', 'name="priority"'],
  ] as const)(
    '%s %o: says what is wrong, keeps what was typed and saves nothing',
    async (section, wrong, message, kept) => {
      const { world, champion } = await aPoster()
      const id = await startDraft(champion)
      const response = await champion.post(paths.champion.section(id, section), {
        ...STEPS[section],
        ...wrong,
      })
      const html = await response.text()
      expect(response.status).toBe(422)
      expect(html).toContain('<title>Error: ')
      expect(html).toContain(message)
      expect(html).toContain(kept)
      expect((await workOf(world, id)).revision?.draft).toEqual({})
    },
  )

  it('links every error to a box that is on the page, and never speaks like a machine', async () => {
    const { champion } = await aPoster()
    const id = await startDraft(champion)
    for (const section of OPPORTUNITY_SECTIONS) {
      const html = await (await champion.post(paths.champion.section(id, section), {})).text()
      const targets = [...html.matchAll(/<li><a href="#([^"]+)"/g)].map(([, target]) => target ?? '')
      for (const target of targets) expect(html).toContain(`id="${target}"`)
      expect(html).not.toMatch(/Invalid input|Invalid option|expected/i)
    }
  })

  it('names the steps that are left when it is sent too early, and sends nothing', async () => {
    const { world, champion } = await aPoster()
    const id = await startDraft(champion)
    await champion.post(paths.champion.section(id, 'basics'), STEPS.basics)
    const response = await champion.post(paths.champion.submit(id))
    expect(response.status).toBe(422)
    expect(await response.text()).toContain('Finish these steps first')
    expect((await workOf(world, id)).state).toBe('draft')
  })

  it('does not take a pledge or a copy that is not of the organisation', async () => {
    const { world, champion } = await aPoster()
    const stranger = await givenChampion(world, 'Libraries')
    const theirs = await startDraft(stranger)
    for (const fields of [{ pledge: 'f'.repeat(32) }, { copy: theirs }]) {
      expect((await champion.post(paths.champion.newOpportunity, fields)).status).toBe(422)
    }
    expect(await world.db.query.selectFrom('opportunity').select('id').execute()).toHaveLength(1)
  })
})

describe('refusing', () => {
  const pagesOf = (id: string) => [
    paths.champion.opportunity(id),
    paths.champion.section(id, 'basics'),
    paths.champion.preview(id),
    paths.champion.check(id),
    paths.champion.submitted(id),
    paths.champion.drop(id),
    paths.champion.change(id, 'close'),
    paths.champion.change(id, 'withdraw'),
    paths.champion.change(id, 'reinstate'),
    paths.champion.history(id),
  ]
  const postsOf = (id: string) => [
    paths.champion.section(id, 'basics'),
    paths.champion.submit(id),
    paths.champion.edit(id),
    paths.champion.copy(id),
    paths.champion.drop(id),
    ...['pause', 'resume', 'close', 'withdraw', 'reinstate'].map((verb) => paths.champion.change(id, verb)),
  ]

  it('has nothing there for a champion of another organisation, as for an id that was never given', async () => {
    const { world, champion } = await aPoster()
    const id = await writeDraft(champion)
    const stranger = await givenChampion(world, 'Libraries')
    for (const path of pagesOf(id)) expect([path, (await stranger.get(path)).status]).toEqual([path, 404])
    for (const path of postsOf(id))
      expect([path, (await stranger.post(path, STEPS.basics)).status]).toEqual([path, 404])
    const [theirs, nobodys] = [
      await stranger.text(paths.champion.opportunity(id)),
      await stranger.text(paths.champion.opportunity('e'.repeat(32))),
    ]
    const withoutKeys = (html: string) => html.replace(/value="[0-9a-f]{32}"/g, '')
    expect(withoutKeys(theirs)).toBe(withoutKeys(nobodys))
    expect(await stranger.text(paths.champion.opportunities)).not.toContain('tree team')
  })

  it.each(['care-leaver', 'adviser', 'broker'] as const)('is no place for a %s', async (role) => {
    const { world, champion } = await aPoster()
    const id = await writeDraft(champion)
    const other = await givenSignedIn(world, role)
    const pages = [
      paths.champion.home,
      paths.champion.pledges,
      paths.champion.opportunities,
      paths.champion.newOpportunity,
      ...pagesOf(id),
    ]
    for (const path of pages) expect([path, (await other.get(path)).status]).toEqual([path, 403])
    for (const path of postsOf(id))
      expect([path, (await other.post(path, STEPS.basics)).status]).toEqual([path, 403])
  })

  it('lets a partner and a colleague of the same organisation work on it', async () => {
    const { world, champion } = await aPoster()
    const id = await writeDraft(champion)
    const colleague = await givenSignedIn(world, 'champion', { organisationId: champion.organisationId })
    expect((await colleague.get(paths.champion.opportunity(id))).status).toBe(200)
    const charity = await givenOrganisation(world, { name: 'Porchlight', kind: 'charity' })
    const partner = await givenSignedIn(world, 'partner', { organisationId: charity.id })
    expect((await partner.get(paths.champion.opportunity(await startDraft(partner)))).status).toBe(200)
  })

  it('does not change what is with the 18+ team', async () => {
    const { world, champion } = await aPoster()
    const id = await writeDraft(champion)
    await champion.post(paths.champion.submit(id))
    const response = await champion.post(paths.champion.section(id, 'basics'), {
      ...STEPS.basics,
      title: 'Something else',
    })
    expect(response.status).toBe(409)
    expect((await workOf(world, id)).title).toBe('A week with the tree team')
    expect((await champion.get(paths.champion.section(id, 'basics'))).headers.get('location')).toBe(
      paths.champion.opportunity(id),
    )
    expect((await champion.post(paths.champion.submit(id))).status).toBe(409)
  })

  it('asks visitors to sign in', async () => {
    const { world } = await aPoster()
    expect((await createBrowser(world).get(paths.champion.home)).headers.get('location')).toContain(
      paths.signIn,
    )
  })
})

describe('the limits of posting', () => {
  it('lets three wait for the team at once, and keeps the fourth as a draft', async () => {
    const { world, champion } = await aPoster()
    for (const _ of [1, 2, 3]) {
      const id = await writeDraft(champion)
      expect((await champion.post(paths.champion.submit(id))).status).toBe(303)
    }
    const fourth = await writeDraft(champion)
    const refused = await champion.post(paths.champion.submit(fourth))
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('wait for the 18+ team already')
    expect((await workOf(world, fourth)).revision?.state).toBe('draft')
  })

  it('never has a fourth waiting when four are sent at the same moment', async () => {
    const { champion } = await aPoster()
    const ids = [
      await writeDraft(champion),
      await writeDraft(champion),
      await writeDraft(champion),
      await writeDraft(champion),
    ]
    const answers = await Promise.all(ids.map((id) => champion.post(paths.champion.submit(id))))
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 303, 303, 409])
  })

  it('takes ten in seven days and the eleventh after that', async () => {
    const { world, champion } = await aPoster()
    const broker = await givenAccount(world, 'broker')
    const send = async () => {
      const id = await writeDraft(champion)
      const { status } = await champion.post(paths.champion.submit(id))
      if (status === 303) await publishOpportunity(acting(world, broker.id), id)
      return { id, status }
    }
    for (let sent = 0; sent < 10; sent += 1) expect((await send()).status).toBe(303)
    const { id, status } = await send()
    expect(status).toBe(409)
    world.wait(7 * 86_400_000)
    await champion.signIn(champion.email)
    expect((await champion.post(paths.champion.submit(id))).status).toBe(303)
  })
})
