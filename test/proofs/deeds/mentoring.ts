import { addMentorStep } from '../../../db/statements/mentors'
import { randomId } from '../../../src/auth/secrets'
import type { AccountId, MentorId } from '../../../src/domain/ids'
import { detailsValues } from '../../../src/routes/mentoring/mentor.forms'
import { aMentor, mentorRows, STEPS } from '../../support/mentors'
import { type County, dayBoxes } from '../county'
import { type DeedKind, rows, told } from './deed'

async function aMentorRecord(county: County, steps: number) {
  const by = await county.account('coordinator')
  const id = randomId() as MentorId
  const given = { id, steps, by: by.id as AccountId, at: county.now() }
  await county.make(`mentor:${id}`, 1, mentorRows(county.db, given))
  return { id, by, path: `/mentoring/mentors/${id}` }
}

export const MENTORING_DEEDS: readonly DeedKind[] = [
  {
    route: 'POST /mentoring/mentors',
    async make(county) {
      const familyName = `Marlow ${randomId()}`
      const fields = detailsValues(aMentor({ familyName })) as Record<string, string>
      const by = await county.account('coordinator')
      return {
        by,
        path: '/mentoring/mentors',
        fields,
        effects: rows(county, 'mentor', 'family_name', familyName),
      }
    },
  },
  {
    route: 'POST /mentoring/mentors/:id/details',
    async make(county) {
      const { id, by, path } = await aMentorRecord(county, 0)
      const fields = detailsValues(aMentor()) as Record<string, string>
      return { by, path: `${path}/details`, fields, effects: told(county, `mentor:${id}`, 'mentor.write') }
    },
  },
  {
    route: 'POST /mentoring/mentors/:id/step',
    async make(county) {
      const { id, by, path } = await aMentorRecord(county, 0)
      const fields = { step: 'check-identity', ...dayBoxes('onDay', county.today()) }
      const effects = told(county, `mentor:${id}`, 'mentor.check-identity')
      return { by, path: `${path}/step`, fields, effects }
    },
  },
  {
    route: 'POST /mentoring/mentors/:id/stop',
    async make(county) {
      const { id, by, path } = await aMentorRecord(county, 0)
      const fields = { stop: 'end', reason: 'other', stopWords: '' }
      return { by, path: `${path}/stop`, fields, effects: told(county, `mentor:${id}`, 'mentor.end') }
    },
  },
  {
    route: 'POST /mentoring/mentors/:id/resume',
    async make(county) {
      const { id, by, path } = await aMentorRecord(county, STEPS.length)
      await county.db.commit([
        addMentorStep(county.db, {
          id: randomId(),
          mentorId: id,
          stage: 'paused',
          reason: 'away',
          onDay: county.today(),
          checkedBy: by.id as AccountId,
          createdAt: county.now(),
        }),
      ])
      return {
        by,
        path: `${path}/resume`,
        fields: {},
        effects: told(county, `mentor:${id}`, 'mentor.resume'),
      }
    },
  },
]
