import { addDays } from '../../../src/domain/dates'
import type { MentorChoiceId, MentorRequestId } from '../../../src/domain/ids'
import { MENTOR_KINDS } from '../../../src/domain/mentor'
import { CHOICE_DAYS, MENTOR_HELP } from '../../../src/domain/mentor-request'
import type { Picked } from './mentors'
import type { Person } from './people'
import type { Staff } from './staff'
import type { World } from './world'

const REQUESTS = 8

/**
 * A few young people who wait for a mentor or befriender, for up to three weeks, and those who picked somebody.
 * @param picked the mentors who are with somebody
 */
export function addMentorRequests(
  world: World,
  staff: Staff,
  { people, picked }: { people: readonly Person[]; picked: readonly Picked[] },
): void {
  const { chance, calendar, rows, history } = world
  const asking = chance.some(
    people.filter(({ account, isShowcase }) => account?.activeSince && !isShowcase),
    REQUESTS + picked.length,
  )
  picked.forEach((mentor, index) => addTogether(world, staff, asking[REQUESTS + index] as Person, mentor))
  for (const [index, person] of asking.slice(0, REQUESTS).entries()) {
    const id = chance.id() as MentorRequestId
    const at = calendar.moment(1 + index * 2)
    rows.add('mentor_request', {
      id,
      care_leaver_id: person.id,
      kind: MENTOR_KINDS[index % 2] ?? 'mentor',
      languages: JSON.stringify(index % 3 === 0 ? ['english'] : []),
      help: JSON.stringify(chance.some(MENTOR_HELP, chance.between(1, 3))),
      state: 'open',
      state_since: at,
      version: history.record(`mentor-request:${id}`, [
        { at, by: person.account?.id ?? 'system', action: 'mentor-request.ask', to: 'open' },
      ]),
      created_at: at,
    })
  }
}

const DAY_MS = 86_400_000

/** Somebody who asked, was offered one, and picked them. */
function addTogether(
  { chance, rows, history }: World,
  { coordinator }: Staff,
  person: Person,
  mentor: Picked,
): void {
  const id = chance.id() as MentorRequestId
  const daysBefore = (days: number) => new Date(Date.parse(mentor.at) - days * DAY_MS).toISOString()
  const [askedAt, offeredAt] = [daysBefore(9), daysBefore(2)]
  const young = person.account?.id ?? 'system'
  rows.add('mentor_request', {
    id,
    care_leaver_id: person.id,
    kind: mentor.kind,
    languages: '[]',
    help: JSON.stringify(['confidence']),
    state: 'matched',
    state_since: mentor.at,
    version: history.record(`mentor-request:${id}`, [
      { at: askedAt, by: young, action: 'mentor-request.ask', to: 'open' },
      { at: offeredAt, by: coordinator.id, action: 'mentor-request.offer', from: 'open', to: 'offered' },
      { at: mentor.at, by: young, action: 'mentor-request.pick', from: 'offered', to: 'matched' },
    ]),
    created_at: askedAt,
  })
  rows.add('mentor_choice', {
    id: chance.id() as MentorChoiceId,
    request_id: id,
    mentor_id: mentor.id,
    state: 'chosen',
    hold_until: addDays(offeredAt.slice(0, 10), CHOICE_DAYS),
    reason: 'They like the same things and live close to each other.',
    evidence: '{}',
    offered_by: coordinator.id,
    created_at: offeredAt,
  })
}
