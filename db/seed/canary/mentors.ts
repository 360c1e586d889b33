import { normaliseName } from '../../../src/domain/account'
import type { MentorId } from '../../../src/domain/ids'
import type { StepStage } from '../../../src/domain/mentor'
import { byKey, type Scene } from './scene'

const TO_APPROVED: readonly StepStage[] = [
  'identity',
  'interview',
  'references',
  'references',
  'dbs-requested',
  'dbs-clear',
  'trained',
  'approved',
]

const ACTIONS: Partial<Record<StepStage, string>> = {
  identity: 'check-identity',
  references: 'take-reference',
  'dbs-requested': 'request-dbs',
  'dbs-clear': 'clear-dbs',
  trained: 'train',
  approved: 'approve',
  paused: 'pause',
  ended: 'end',
}

/** One who has applied, one who may be matched, one who is with somebody, one who is paused and one who has ended. */
export async function addMentors(scene: Scene): Promise<void> {
  await addMentor(scene, 'applied', [])
  await addMentor(scene, 'approved', TO_APPROVED)
  await addMentor(scene, 'with-somebody', [...TO_APPROVED, 'matched'])
  await addMentor(scene, 'paused', [...TO_APPROVED, 'paused'])
  await addMentor(scene, 'ended', ['ended'])
}

async function addMentor(scene: Scene, key: string, stages: readonly StepStage[]): Promise<void> {
  const { chance, canaries, secrets, rows, map, daysAgo, told } = scene
  const id = chance.id() as MentorId
  const coordinator = byKey(map.accounts, 'coordinator').id
  const spot = { of: key, id }
  const first = canaries.name({ column: 'mentor.first_name', ...spot })
  const family = canaries.name({ column: 'mentor.family_name', ...spot })
  const atOf = (step: number) => daysAgo(90 - 3 * step)
  rows.add('mentor', {
    id,
    kind: 'mentor',
    first_name: first,
    family_name: family,
    name_hash: await secrets.hash('not-told', normaliseName(`${first} ${family}`)),
    district: 'E07000110',
    travel_km_max: 16,
    topics: JSON.stringify(['nature-outdoors']),
    languages: JSON.stringify(['english']),
    week_times: JSON.stringify(['weekday-days']),
    about: canaries.sentence({ column: 'mentor.about', ...spot }),
    capacity: 2,
    stage_since: daysAgo(90),
    version: told(
      `mentor:${id}`,
      { action: 'mentor.write', at: daysAgo(90), by: coordinator, to: 'applied' },
      ...stages.map((to, index) => ({
        action: `mentor.${ACTIONS[to] ?? to}`,
        at: atOf(index),
        by: coordinator,
        to,
      })),
    ),
    created_at: daysAgo(90),
  })
  for (const [index, stage] of stages.entries()) {
    rows.add('mentor_step', {
      id: chance.id(),
      mentor_id: id,
      stage,
      on_day: atOf(index).slice(0, 10),
      checked_by: coordinator,
      setting: stage === 'references' ? (index === 2 ? 'work' : 'community') : null,
      known_years: stage === 'references' ? 4 : null,
      dbs_level: stage === 'dbs-clear' ? 'enhanced' : null,
      dbs_workforce: stage === 'dbs-clear' ? 'adult' : null,
      issued_on: stage === 'dbs-clear' ? daysAgo(80).slice(0, 10) : null,
      renew_on: stage === 'dbs-clear' ? daysAgo(-900).slice(0, 10) : null,
      reason: stage === 'paused' || stage === 'ended' ? 'their-wish' : null,
      words: canaries.sentence({ column: 'mentor_step.words', ...spot }),
      created_at: atOf(index),
    })
  }
  map.mentors.push({ key, id })
}
