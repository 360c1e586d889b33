import type { MentorChoiceId, MentorRequestId } from '../../../src/domain/ids'
import { byKey, type Scene } from './scene'

/** What each state looks like to a coordinator, and what came before it. */
const STEPS = {
  open: ['ask'],
  offered: ['ask', 'offer'],
  matched: ['ask', 'offer', 'pick'],
} as const

type Cast = readonly [person: string, state: keyof typeof STEPS, mentor: string | null]

/** One young person who has a choice to answer, one who waits for a choice, and one who has somebody. */
const CAST: readonly Cast[] = [
  ['first', 'offered', 'approved'],
  ['suspended', 'open', null],
  ['other', 'matched', 'with-somebody'],
]

const STATE_AFTER = { ask: 'open', offer: 'offered', pick: 'matched' } as const

export function addMentorRequests(scene: Scene): void {
  for (const cast of CAST) addRequest(scene, cast)
}

function addRequest(scene: Scene, [person, state, mentorKey]: Cast): void {
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
      ...STEPS[state].map((verb, index) => ({
        action: `mentor-request.${verb}`,
        at: daysAgo(5 - index / 2),
        by: verb === 'offer' ? coordinator : young,
        to: STATE_AFTER[verb],
      })),
    ),
    created_at: daysAgo(5),
  })
  map.mentorRequests.push({ key: person, id, person })
  if (!mentorKey) return
  rows.add('mentor_choice', {
    id: chance.id() as MentorChoiceId,
    request_id: id,
    mentor_id: byKey(map.mentors, mentorKey).id,
    state: state === 'matched' ? 'chosen' : 'offered',
    hold_until: daysAgo(-6).slice(0, 10),
    reason: canaries.sentence({ column: 'mentor_choice.reason', of: person, id }),
    evidence: '{}',
    offered_by: coordinator,
    created_at: daysAgo(4),
  })
}
