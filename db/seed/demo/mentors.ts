import { normaliseName, SYSTEM_ACTOR_ID } from '../../../src/domain/account'
import { MENTOR_KINDS, type StepStage, type MentorKind } from '../../../src/domain/mentor'
import {
  DISTRICT_CODES,
  type Language,
  LANGUAGE_CODES,
  TOPICS,
  type WeekTime,
  WEEK_TIMES,
} from '../../../src/domain/taxonomy'
import { addDays, type Instant } from '../../../src/domain/dates'
import type { MentorId } from '../../../src/domain/ids'
import type { Staff } from './staff'
import type { World } from './world'

const WAY = [
  'identity',
  'interview',
  'references',
  'references',
  'dbs-requested',
  'dbs-clear',
  'trained',
  'approved',
] as const satisfies readonly StepStage[]

/** How many steps each has taken: most can be matched, the rest stand at every stage on the way. */
const STEPS_TAKEN = [
  ...Array.from({ length: 16 }, () => WAY.length),
  0,
  0,
  0,
  1,
  2,
  2,
  3,
  4,
  4,
  5,
  5,
  6,
  6,
  7,
]

type Stop = 'paused' | 'lapsed' | 'ended'

const ACTION: Record<(typeof WAY)[number] | Stop | 'matched' | 'supervised', string> = {
  identity: 'check-identity',
  interview: 'interview',
  references: 'take-reference',
  'dbs-requested': 'request-dbs',
  'dbs-clear': 'clear-dbs',
  trained: 'train',
  approved: 'approve',
  // A young person picks them, which is told of the request.
  matched: '',
  supervised: 'supervise',
  paused: 'pause',
  lapsed: 'lapse',
  ended: 'end',
}

const ABOUT = [
  'I left care myself a long time ago. I like long walks and bad jokes.',
  'I ran a bakery for twenty years. I can teach you to make bread.',
  'I am a retired bus driver. I know how to get anywhere in Kent.',
  'I play football on Sundays and fix bikes for neighbours.',
  'I came to Kent from another country and learned English here.',
  'I work in a library. I like quiet places, films and good tea.',
  'I keep an allotment. You can come and dig, or just sit and talk.',
  'I help people with forms and money. I am patient and I listen.',
]

const REASON = { paused: 'away', lapsed: 'renewal-passed', ended: 'moved-away' } as const

const isStop = (stage: string): stage is Stop => stage in REASON

/** Two are on a break, one let the check run out and one has stopped. */
const STOPPED: Readonly<Record<number, Stop>> = { 3: 'paused', 9: 'paused', 12: 'lapsed', 14: 'ended' }

/** Three are with somebody, two of them since long enough to have been supervised; one of these has a check to renew. */
const WITH_SOMEBODY: Readonly<Record<number, readonly ('matched' | 'supervised')[]>> = {
  0: ['matched', 'supervised'],
  1: ['matched'],
  5: ['matched', 'supervised'],
}

/** A mentor who is with somebody, and the moment at which they were picked. */
export type Picked = { id: MentorId; kind: MentorKind; at: Instant }

/**
 * About thirty mentors and befrienders at every stage; one whose check is due to be renewed soon.
 * @returns those who are with somebody
 */
export async function addMentors(world: World, staff: Staff): Promise<Picked[]> {
  const picked: Picked[] = []
  for (const [index, taken] of STEPS_TAKEN.entries()) {
    const mentor = await addMentor(world, staff, index, taken)
    if (mentor) picked.push(mentor)
  }
  return picked
}

async function addMentor(
  world: World,
  { coordinator }: Staff,
  index: number,
  taken: number,
): Promise<Picked | null> {
  const { chance, calendar, names, secrets, rows, history } = world
  const id = chance.id() as MentorId
  const { first, last } = names.next()
  const stopped = STOPPED[index]
  const stages: readonly (keyof typeof ACTION)[] = [
    ...WAY.slice(0, taken),
    ...(stopped ? [stopped] : (WITH_SOMEBODY[index] ?? [])),
  ]
  let daysAgo = 6 + stages.length * chance.between(6, 12)
  // Four days and more between two steps: no weekend brings them onto one day.
  const moments = calendar.moments([daysAgo, ...stages.map(() => (daysAgo -= chance.between(4, 6)))])
  const at = (step: number) => moments[step] ?? calendar.now
  const renewOn = renewalOf(world, index, {
    issuedOn: at(6).slice(0, 10),
    lastOn: at(stages.length).slice(0, 10),
  })
  rows.add('mentor', {
    id,
    kind: MENTOR_KINDS[index % 2] ?? 'mentor',
    first_name: first,
    family_name: last,
    name_hash: await secrets.hash('not-told', normaliseName(`${first} ${last}`)),
    district: DISTRICT_CODES[index % 12] ?? 'E07000110',
    travel_km_max: chance.pick([3, 8, 16, 32, null]),
    topics: JSON.stringify(chance.shuffled(TOPICS).slice(0, chance.between(2, 4))),
    languages: JSON.stringify(languagesOf(world, index)),
    week_times: JSON.stringify(timesOf(world)),
    about: ABOUT[index % ABOUT.length] ?? '',
    capacity: 1 + (index % 3),
    stage_since: at(0),
    version: history.record(`mentor:${id}`, [
      { at: at(0), by: coordinator.id, action: 'mentor.write', to: 'applied' },
      ...stages.flatMap((to, step) => {
        const by = to === 'lapsed' ? SYSTEM_ACTOR_ID : coordinator.id
        return ACTION[to] ? [{ at: at(step + 1), by, action: `mentor.${ACTION[to]}`, to }] : []
      }),
    ]),
    created_at: at(0),
  })
  for (const [step, stage] of stages.entries()) {
    const onDay = at(step + 1).slice(0, 10)
    const isClear = stage === 'dbs-clear'
    rows.add('mentor_step', {
      id: chance.id(),
      mentor_id: id,
      stage,
      on_day: onDay,
      checked_by: stage === 'lapsed' ? SYSTEM_ACTOR_ID : coordinator.id,
      setting: stage === 'references' ? (step === 2 ? 'work' : 'community') : null,
      known_years: stage === 'references' ? chance.between(2, 15) : null,
      dbs_level: isClear ? 'enhanced' : null,
      dbs_workforce: isClear ? 'adult' : null,
      issued_on: isClear ? addDays(onDay, -3) : null,
      renew_on: isClear ? renewOn : null,
      reason: isStop(stage) ? REASON[stage] : null,
      words: '',
      created_at: at(step + 1),
    })
  }
  const picked = stages.indexOf('matched')
  return picked < 0 ? null : { id, kind: MENTOR_KINDS[index % 2] ?? 'mentor', at: at(picked + 1) }
}

/** The first one's check came from elsewhere and is due to be renewed; that of the one who lapsed ran out. */
function renewalOf(
  { calendar }: World,
  index: number,
  { issuedOn, lastOn }: Record<'issuedOn' | 'lastOn', string>,
) {
  if (index === 0) return addDays(calendar.today, 25)
  return STOPPED[index] === 'lapsed' ? lastOn : addDays(issuedOn, 3 * 365)
}

function languagesOf({ chance }: World, index: number): Language[] {
  const others = LANGUAGE_CODES.filter((code) => code !== 'english')
  return index % 3 === 0 ? ['english', chance.pick(others)] : ['english']
}

const timesOf = ({ chance }: World): WeekTime[] => WEEK_TIMES.filter(() => chance.happens(0.6))
