import { findOpportunityWork } from '../../../db/queries/opportunities'
import type { OpportunityId } from '../../../src/domain/ids'
import type { OpportunitySection } from '../../../src/domain/opportunity'
import { paths } from '../../../src/paths'
import type { Fields } from '../../support/browser'
import { givenOrganisation, givenSignedIn } from '../../support/givens'
import type { World } from '../../support/world'

// What the champion's tests do over and over.

/** What somebody types into each step of the task list. */
export const STEPS: Record<OpportunitySection, Fields> = {
  basics: {
    kind: 'work-experience',
    title: 'A week with the tree team',
    summary: 'Spend a week outdoors with the people who look after the trees along the roads.',
    outcomes: ['employment-education-training', 'health'],
    heading: 'employment',
  },
  doing: {
    whatYouWillDo: 'You will plant and water young trees.',
    description: 'You will be with Jo and her team. They bring cake on Fridays.',
    topics: ['nature-outdoors'],
  },
  criteria: { criteria: '- Can lift 10 kg\n\n• Happy to be outdoors in rain', qualificationLevel: '0' },
  dates: {
    places: '2',
    'startsOn-day': '11',
    'startsOn-month': '1',
    'startsOn-year': '2027',
    'endsOn-day': '15',
    'endsOn-month': '1',
    'endsOn-year': '2027',
    'closesOn-day': '18',
    'closesOn-month': '12',
    'closesOn-year': '2026',
    hours: '10am to 3pm',
    weekTimes: ['weekday-days'],
  },
  where: { isRemote: 'no', placeOfWork: 'Maidstone depot, Forstal Road', place: 'ME14 1XX' },
  pay: {
    pay: 'expenses',
    payText: 'Not paid, lunch and travel covered',
    travelHelp: 'We pay the bus fare on the day',
  },
  checks: {
    minAge: '18',
    maxAge: '25',
    definition: 'any-care-experience',
    needsRightToWork: 'no',
    dbsLevel: 'none',
  },
  support: { supports: ['named-person', 'travel-practice'] },
  audience: { visibility: 'public', priority: 'none' },
}

/** A champion of a department of their own, signed in, where one postcode and two towns are known. */
export async function givenChampion(world: World, department = 'Highways') {
  const organisation = await givenOrganisation(world, { name: department })
  const champion = await givenSignedIn(world, 'champion', {
    organisationId: organisation.id,
    name: 'Ash Reed',
  })
  return { ...champion, organisationId: organisation.id, organisation }
}

export async function givenPlaces(world: World) {
  const { query } = world.db
  await world.db.commit([
    query
      .insertInto('postcode')
      .values({ postcode: 'ME141XX', district: 'E07000110', cell_east: 576, cell_north: 156 }),
    query
      .insertInto('town')
      .values({ name: 'Maidstone', district: 'E07000110', cell_east: 575, cell_north: 155 }),
    query
      .insertInto('town')
      .values({ name: 'Dover', district: 'E07000108', cell_east: 631, cell_north: 141 }),
  ])
}

type Poster = Awaited<ReturnType<typeof givenChampion>>

/** Starts a draft; its id is in the address people are sent to. */
export async function startDraft(
  poster: Pick<Poster, 'post'>,
  fields: Fields = { pledge: 'none' },
): Promise<OpportunityId> {
  const response = await poster.post(paths.champion.newOpportunity, fields)
  return (response.headers.get('location') ?? '').split('/').at(-1) as OpportunityId
}

/** Fills in every step. */
export async function writeDraft(poster: Pick<Poster, 'post'>): Promise<OpportunityId> {
  const id = await startDraft(poster)
  for (const [section, fields] of Object.entries(STEPS))
    await poster.post(paths.champion.section(id, section), fields)
  return id
}

export const workOf = async (world: World, id: OpportunityId) => {
  const work = await findOpportunityWork(world.db, id)
  if (!work) throw new Error(`There is no opportunity ${id}`)
  return work
}
