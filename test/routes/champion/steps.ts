import { randomId } from '../../../src/auth/secrets'
import { acceptProposal } from '../../../src/commands/matches/answer-proposal'
import { proposeMatch } from '../../../src/commands/matches/propose-match'
import { findCareLeaver } from '../../../db/queries/care-leavers'
import { findOpportunityWork } from '../../../db/queries/opportunities'
import type { CareLeaver } from '../../../src/domain/care-leaver'
import type { AccountId, CareLeaverId, MatchId, OpportunityId } from '../../../src/domain/ids'
import type { OpportunitySection } from '../../../src/domain/opportunity'
import { paths } from '../../../src/paths'
import type { Fields } from '../../support/browser'
import { givenAccount, givenCareLeaver, givenOrganisation, givenSignedIn } from '../../support/givens'
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

/** What a command needs when somebody acts outside a browser. */
export const acting = (world: World, id: AccountId) => ({
  db: world.db,
  now: world.now,
  newId: randomId,
  secrets: world.secrets,
  actor: { id },
})

/** A broker puts somebody to an offer: its place is held. */
export async function givenProposal(world: World, opportunityId: OpportunityId, careLeaverId: CareLeaverId) {
  const broker = await givenAccount(world, 'broker', { name: 'Grace Okoro' })
  const matchId = randomId() as MatchId
  const proposal = {
    matchId,
    opportunityId,
    careLeaverId,
    reason: 'Likes trees',
    wordsToPerson: '',
    holdUntil: '2026-11-30',
  }
  const outcome = await proposeMatch(acting(world, broker.id), proposal)
  if (outcome !== 'committed') throw new Error(`Not proposed: ${outcome}`)
  return { matchId, broker }
}

/** Somebody who said yes, and what they chose to share. */
export async function givenIntroduction(world: World, opportunityId: OpportunityId, name = 'Robin') {
  const account = await givenAccount(world, 'care-leaver', { name: `${name} Marsh` })
  const person = await givenCareLeaver(world, { name, accountId: account.id })
  const { matchId, broker } = await givenProposal(world, opportunityId, person.id)
  const careLeaver = (await findCareLeaver(world.db, person.id)) as CareLeaver
  const choice = {
    nameUsed: 'Rob',
    pronouns: 'they/them',
    words: 'I am good with my hands.',
    supports: ['named-person'] as const,
    theirWords: '',
    receiver: '',
  }
  const outcome = await acceptProposal(acting(world, account.id), careLeaver, matchId, choice)
  if (outcome !== 'committed') throw new Error(`Not accepted: ${outcome}`)
  const { reference } = await world.db.query
    .selectFrom('share')
    .select('reference')
    .where('match_id', '=', matchId)
    .executeTakeFirstOrThrow()
  return { account, careLeaver, matchId, broker, reference }
}
