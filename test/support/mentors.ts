import type { Statement } from '../../db/database'
import { addMentor, addMentorStep } from '../../db/statements/mentors'
import { recordAudit } from '../../db/statements/record'
import { randomId } from '../../src/auth/secrets'
import { normaliseName } from '../../src/domain/account'
import { dayOf } from '../../src/domain/dates'
import type { AccountId, MentorId } from '../../src/domain/ids'
import type { MentorDetails, StepDetail, StepStage } from '../../src/domain/mentor'
import type { World } from './world'

export const CHECK: StepDetail = {
  dbsLevel: 'enhanced',
  dbsWorkforce: 'adult',
  issuedOn: '2026-06-01',
  renewOn: '2029-06-01',
}

/** Every step up to being approved, with what is kept of each. */
export const STEPS: readonly (readonly [StepStage, StepDetail])[] = [
  ['identity', {}],
  ['interview', {}],
  ['references', { setting: 'work', knownYears: 4 }],
  ['references', { setting: 'community', knownYears: 2 }],
  ['dbs-requested', {}],
  ['dbs-clear', CHECK],
  ['trained', {}],
  ['approved', {}],
]

export const aMentor = (overrides: Partial<MentorDetails> = {}): MentorDetails => ({
  kind: 'mentor',
  firstName: 'Ines',
  familyName: 'Marlow',
  district: 'E07000110',
  travelKmMax: 16,
  topics: ['cooking-food'],
  languages: ['english'],
  weekTimes: ['weekends'],
  about: 'I cook and walk a lot.',
  capacity: 1,
  ...overrides,
})

/** The statements behind somebody who has taken so many of the steps. */
export function mentorRows(
  db: World['db'],
  given: {
    id: MentorId
    steps: number
    by: AccountId
    at: string
    nameHash?: string
    details?: Partial<MentorDetails>
  },
): Statement[] {
  const at = (index: number) => new Date(Date.parse(given.at) - (STEPS.length - index) * 1000).toISOString()
  const { id, nameHash = `hash-of-${id}` } = given
  return [
    addMentor(db, { ...aMentor(given.details), id, nameHash, createdAt: at(-1) }),
    ...STEPS.slice(0, given.steps).map(([stage, detail], index) =>
      addMentorStep(db, {
        ...detail,
        id: randomId(),
        mentorId: id,
        stage,
        onDay: dayOf(new Date(given.at)),
        checkedBy: given.by,
        createdAt: at(index),
      }),
    ),
  ]
}

/** Somebody who has taken so many of the steps; all of them when it is not said. */
export async function givenMentor(
  world: World,
  { steps = STEPS.length, ...details }: Partial<MentorDetails> & { steps?: number } = {},
): Promise<MentorId> {
  const id = randomId() as MentorId
  const at = world.now().toISOString()
  const { firstName, familyName } = aMentor(details)
  const nameHash = await world.secrets.hash('not-told', normaliseName(`${firstName} ${familyName}`))
  const given = { id, steps, by: 'test' as AccountId, at, nameHash, details }
  const audit = { at, actorId: 'test', action: 'test.given', subject: `mentor:${id}`, version: 1 }
  await world.db.commit([...mentorRows(world.db, given), recordAudit(world.db, audit)])
  return id
}
