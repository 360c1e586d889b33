import type { Profile } from '../../../src/domain/care-leaver'
import { addDays } from '../../../src/domain/dates'
import type { SeededAccount } from './accounts'
import { addInterest } from './interests'
import { addMatch } from './matches'
import type { Offer } from './opportunities'
import { answerConsideration, invite, type Person } from './people'
import { SHOWCASE } from './showcase-people'
import type { Staff } from './staff'
import { townCalled, type World } from './world'

const CASELOAD = 25

/** The young people who are shown: taken from everybody, with a story of their own. */
export type Leads = { withProposal: Person; withIntroduction: Person; newcomer: Person; helped: Person }

/** Gives the shown adviser a caseload, and the three their beginnings. Before anybody is matched. */
export async function castLeads(world: World, staff: Staff, people: readonly Person[]): Promise<Leads> {
  const [adviser] = staff.advisers as [SeededAccount]
  const plain = people.filter(
    (person) =>
      person.account === null &&
      person.category === 'former-relevant' &&
      person.consideration === 'not-asked',
  )
  const considered = people.filter(
    (person) =>
      person.account !== null && person.consideration === 'yes' && person.category === 'former-relevant',
  )
  const [withProposal, withIntroduction, newcomer, helped] = plain as [Person, Person, Person, Person]
  for (const person of [...plain.slice(0, 12), ...considered.slice(0, CASELOAD - 12)])
    person.adviser = adviser
  await begin(world, staff, withProposal, { name: SHOWCASE.withProposal, town: 'Canterbury', profile: COOK })
  await begin(world, staff, withIntroduction, {
    name: SHOWCASE.withIntroduction,
    town: 'West Malling',
    profile: OUTDOORS,
  })
  await begin(world, staff, newcomer, { name: SHOWCASE.newcomer, town: 'Maidstone', profile: null })
  beginHelped(world, staff, helped)
  return { withProposal, withIntroduction, newcomer, helped }
}

const COOK: Profile = {
  likes: {
    topics: ['cooking-food', 'people-customers', 'music'],
    words: 'I cook for my flatmates every Sunday.',
  },
  goals: { goals: ['get-a-job', 'meet-people'], words: 'A job in a kitchen that does not shout.' },
  travel: { distanceKmMax: 16, cellEast: null, cellNorth: null },
  'free-times': { times: ['weekday-days', 'weekends'] },
  support: { supports: ['meet-someone-first', 'regular-check-ins'], words: '' },
}

const OUTDOORS: Profile = {
  likes: { topics: ['nature-outdoors', 'animals', 'science'], words: 'Anything outdoors. Dogs most of all.' },
  goals: { goals: ['try-work', 'earn-and-learn'], words: 'To see if I could be a ranger.' },
  travel: { distanceKmMax: 16, cellEast: null, cellNorth: null },
  'free-times': { times: ['weekday-days'] },
  support: {
    supports: ['named-person', 'travel-practice'],
    words: 'New bus routes are easier if I have done them once.',
  },
}

const WITH_THE_RANGERS = [
  'Hello Leila, we are really pleased that you said yes. Would you like to come and look round one afternoon first?',
  'Hi, yes please. Is Thursday ok? And is it far from the station?',
  'Thursday at 2pm is perfect. It is twenty minutes on foot, or I can meet you at the station with the truck.',
  'The truck would be great, thank you.',
] as const

type Beginning = { name: string; town: string; profile: Profile | null }

async function begin(
  world: World,
  staff: Staff,
  person: Person,
  { name, town, profile }: Beginning,
): Promise<void> {
  person.isShowcase = true
  person.name = world.names.keep(name)
  person.pronouns = ''
  person.district = townCalled(world, town).district
  person.dateOfBirth = addDays(
    `${Number(world.calendar.today.slice(0, 4)) - 20}-03-14`,
    world.chance.between(0, 40),
  )
  person.categorySince = `${Number(person.dateOfBirth.slice(0, 4)) + 18}${person.dateOfBirth.slice(4)}`
  person.createdAt = world.calendar.moment(profile ? 200 : 6)
  person.steps = [{ at: person.createdAt, by: staff.managers[0]?.id ?? '', action: 'care-leaver.import' }]
  person.profile = profile ?? {}
  person.facts = {
    rightToWork: profile && {
      status: 'any-work',
      until: null,
      source: 'Passport',
      checkedOn: world.calendar.day(40),
    },
    qualificationLevel: profile && 1,
    dbsLevel: null,
    dbsIssuedOn: null,
    availableFrom: null,
  }
  await invite(world, staff, person, 'active')
  if (profile) answerConsideration(world, staff, person, 'yes')
}

/** Somebody who cannot get online: the adviser speaks for them, with their words. */
function beginHelped(world: World, staff: Staff, person: Person): void {
  person.isShowcase = true
  person.district = townCalled(world, 'Maidstone').district
  person.createdAt = world.calendar.moment(160)
  person.steps = [{ at: person.createdAt, by: staff.managers[0]?.id ?? '', action: 'care-leaver.import' }]
  person.profile = {
    goals: { goals: ['meet-people', 'feel-better'], words: 'To meet a few people I can trust.' },
  }
  answerConsideration(world, staff, person, 'yes')
}

/** Their matches, interests and saved offers, and an introduction for the shown partner. */
export function tellLeads(world: World, staff: Staff, leads: Leads, offers: readonly Offer[]): void {
  const [broker] = staff.brokers as [SeededAccount]
  const café = offerCalled(offers, 'Café team member', 'Faversham')
  const rangers = offerCalled(offers, 'A week with the country park rangers', 'West Malling')
  addMatch(world, staff, {
    state: 'proposed',
    daysAgo: 1,
    person: leads.withProposal,
    offer: café,
    broker: broker.id,
    fromInterest: false,
    wordsToPerson:
      'You said you would like a kitchen that does not shout. This is one. Come and meet them before you decide.',
  })
  addInterest(world, staff, {
    person: leads.withProposal,
    offer: offerCalled(offers, 'Big shared dinner', 'Faversham'),
    state: 'open',
    daysAgo: 2,
  })
  addMatch(world, staff, {
    state: 'introduced',
    daysAgo: 9,
    person: leads.withIntroduction,
    offer: rangers,
    broker: broker.id,
    fromInterest: true,
    wordsToPerson:
      'You asked about this week with the rangers, and there is a place. They can meet you at the station.',
    share: {
      words: 'I love dogs and being outside. I like to know the plan the day before.',
      conversation: WITH_THE_RANGERS,
    },
  })
  addMatch(world, staff, {
    state: 'interview',
    daysAgo: 16,
    person: leads.helped,
    offer: offerCalled(offers, 'Care-experienced mentor', 'Maidstone'),
    broker: broker.id,
    fromInterest: false,
  })
  for (const title of ['Ranger apprentice', 'Meet the rangers day', 'Conservation volunteer']) {
    save(world, leads.withIntroduction, offerCalled(offers, title, 'West Malling'))
  }
  save(world, leads.withProposal, offerCalled(offers, 'Big shared dinner', 'Faversham'))
}

/** The open offer with this title in this town. */
function offerCalled(offers: readonly Offer[], title: string, town: string): Offer {
  const offer = offers.find(
    (one) => one.state === 'published' && one.content.title === title && one.content.town === town,
  )
  if (!offer) throw new Error(`There is no open offer called ${title} in ${town}`)
  return offer
}

function save({ rows, calendar }: World, person: Person, offer: Offer): void {
  rows.add('saved_opportunity', {
    care_leaver_id: person.id,
    opportunity_id: offer.id,
    saved_at: calendar.moment(3),
    rank: null,
  })
}
