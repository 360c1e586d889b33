import type { OpportunityId, OrganisationId } from '../domain/ids'
import type { Mentor } from '../domain/mentor'
import type { Candidate, Opening } from './candidate'

/** From so many kilometres on somebody goes to meet people in the districts around their own. */
const COMES_TO_YOU_KM = 16

/** Lifelong Links serves young people from 16, in care or after. */
const AGES = { minAge: 16, maxAge: 25 }

/**
 * A mentor or befriender as the engine knows them: an opening with as many places as they have capacity, of no
 * organisation. Nothing of their own record is in it.
 * @param candidate whom they are looked at for: one time of the week in common is enough for two people to meet
 */
export function toMentorOpening(mentor: Mentor, candidate: Candidate): Opening {
  const { kind, topics, languages, district, capacity, travelKmMax } = mentor
  const free = candidate.profile['free-times']?.times ?? []
  const shared = mentor.weekTimes.filter((time) => free.includes(time))
  return {
    id: mentor.id as string as OpportunityId,
    organisationId: '' as OrganisationId,
    isCharityOrPublicBody: true,
    kind: kind === 'mentor' ? 'mentoring' : 'befriending',
    title: '',
    summary: '',
    description: '',
    whatYouWillDo: '',
    topics,
    languages,
    outcomes: ['safety-security', 'health'],
    heading: 'relationships',
    criteria: [],
    qualificationLevel: 0,
    places: capacity,
    startsOn: null,
    endsOn: null,
    closesOn: null,
    hours: '',
    weekTimes: shared.length > 0 ? shared : mentor.weekTimes,
    isRemote: false,
    placeOfWork: '',
    town: '',
    district,
    cellEast: null,
    cellNorth: null,
    pay: 'unpaid',
    payText: '',
    travelHelp: (travelKmMax ?? 0) >= COMES_TO_YOU_KM ? 'They can come to you' : '',
    ...AGES,
    definition: 'any-care-experience',
    needsRightToWork: false,
    dbsLevel: 'none',
    supports: ['meet-someone-first', 'regular-check-ins'],
    visibility: 'care-leavers-only',
    priority: 'none',
    priorityUntil: null,
  }
}
