import type { MentorChoiceId, MentorRequestId } from '../../../src/domain/ids'
import { byKey, type Scene } from './scene'

/** One young person who waits for a choice, and one who has one to answer. */
export function addMentorRequests(scene: Scene): void {
  addRequest(scene, 'first', 'offered')
  addRequest(scene, 'stranger', 'open')
}

function addRequest(scene: Scene, person: string, state: 'open' | 'offered'): void {
  const { rows, map, chance, canaries, daysAgo, told } = scene
  const id = chance.id() as MentorRequestId
  const { id: careLeaverId, account } = byKey(map.people, person)
  const young = byKey(map.accounts, account ?? '').id
  const coordinator = byKey(map.accounts, 'coordinator').id
  rows.add('mentor_request', {
    id,
    care_leaver_id: careLeaverId,
    kind: 'mentor',
    languages: JSON.stringify(['english']),
    help: JSON.stringify(['confidence']),
    state,
    state_since: daysAgo(4),
    version: told(
      `mentor-request:${id}`,
      { action: 'mentor-request.ask', at: daysAgo(5), by: young, to: 'open' },
      ...(state === 'offered'
        ? [{ action: 'mentor-request.offer', at: daysAgo(4), by: coordinator, from: 'open', to: state }]
        : []),
    ),
    created_at: daysAgo(5),
  })
  map.mentorRequests.push({ key: person, id, person })
  if (state !== 'offered') return
  const mentor = byKey(map.mentors, 'approved')
  rows.add('mentor_choice', {
    id: chance.id() as MentorChoiceId,
    request_id: id,
    mentor_id: mentor.id,
    state: 'offered',
    hold_until: daysAgo(-6).slice(0, 10),
    reason: canaries.sentence({ column: 'mentor_choice.reason', of: person, id }),
    evidence: '{}',
    offered_by: coordinator,
    created_at: daysAgo(4),
  })
}
