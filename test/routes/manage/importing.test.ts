import { describe, expect, it } from 'vitest'
import { addNotTold } from '../../../db/statements/care-leavers'
import { randomId } from '../../../src/auth/secrets'
import { testDatabase } from '../../support/database'
import { givenAccount, givenSignedIn } from '../../support/givens'
import { createWorld } from '../../support/world'

const HEAD = 'reference,preferred_name,birth_date,statutory_category,category_since,district,adviser_email'

async function aManager() {
  const world = createWorld(testDatabase())
  const manager = await givenSignedIn(world, 'manager')
  const adviser = await givenAccount(world, 'adviser', { email: 'ada@kent.example', name: 'Ada Frost' })
  const later = await givenAccount(world, 'adviser', { email: 'bo@kent.example', name: 'Bo Marsh' })
  const file = (...rows: string[]) => [HEAD, ...rows].join('\r\n')
  const preview = async (text: string) => {
    const body = new FormData()
    body.set('key', randomId())
    body.set('file', new File([text], 'people.csv', { type: 'text/csv' }))
    const headers = { origin: 'http://localhost:3000' }
    const answer = await manager.send('/manage/import', { method: 'POST', body, headers })
    return (await answer.text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
  }
  const confirm = (text: string) => manager.post('/manage/import/confirm', { text })
  const people = () =>
    world.db.query.selectFrom('care_leaver').selectAll().orderBy('case_reference').execute()
  return { world, manager, adviser, later, file, preview, confirm, people }
}

const ROBIN = 'K-1,Robin,2005-03-04,former-relevant,2023-03-04,Maidstone,ada@kent.example'
const SKY = 'K-2,Sky,2004-07-01,former-relevant,2022-07-01,Swale,'

describe('a second file from the case system', () => {
  it('brings people up to date, adds the new and leaves the name they chose', async () => {
    const { file, preview, confirm, people, later } = await aManager()
    await confirm(file(ROBIN, SKY))
    const next = file(
      'K-1,ROBERT,2005-03-04,qualifying,2026-03-04,Thanet,bo@kent.example',
      SKY,
      'K-3,Ash,2006-01-20,qualifying,2024-01-20,unknown,',
    )
    const shown = await preview(next)
    expect(shown).toContain('Add 1 person and change 1?')
    expect(shown).toContain('1 person is here as in the file')
    expect(shown).toContain('district: Maidstone → Thanet')
    expect(shown).toContain('adviser: ada@kent.example → bo@kent.example')
    expect((await confirm(next)).status).toBe(303)

    const [robin, sky, ash] = await people()
    expect(robin).toMatchObject({
      preferred_name: 'Robin',
      statutory_category: 'qualifying',
      category_since: '2026-03-04',
      district: 'E07000114',
      adviser_id: later.id,
      version: 2,
    })
    expect(sky?.version).toBe(1)
    expect(ash?.preferred_name).toBe('Ash')
  })

  it('says so when there is nothing to do', async () => {
    const { file, preview, confirm } = await aManager()
    await confirm(file(ROBIN))
    expect(await preview(file(ROBIN))).toContain('There is nothing to do')
  })

  it('keeps people who have grown older than the service is for', async () => {
    const { world, manager, file, preview, confirm } = await aManager()
    await confirm(file(ROBIN))
    world.setTime('2031-06-01T10:00:00.000Z')
    await manager.signIn(manager.email)
    expect(await preview(file(ROBIN.replace('Maidstone', 'Dover')))).toContain('Change 1 person?')
  })

  it('never makes somebody an adviser whom the person does not want told', async () => {
    const { world, adviser, later, file, confirm, people } = await aManager()
    await confirm(file(ROBIN))
    const [robin] = await people()
    const entry = {
      id: randomId(),
      careLeaverId: robin?.id as never,
      kind: 'email' as const,
      organisationId: null,
      matchHash: await world.secrets.hash('not-told', later.email),
      sealedWords: null,
      addedBy: adviser.id,
      addedAt: world.now().toISOString(),
    }
    await world.db.commit([addNotTold(world.db, entry)])
    const next = file(ROBIN.replace('ada@', 'bo@').replace('Maidstone', 'Dover'))
    await confirm(next)
    expect((await people())[0]).toMatchObject({ adviser_id: adviser.id, district: 'E07000108', version: 2 })
    await confirm(next)
    expect((await people())[0]?.version).toBe(2)
  })

  it('leaves the adviser who is there when the file names none', async () => {
    const { adviser, file, preview, confirm, people } = await aManager()
    await confirm(file(ROBIN))
    const next = file(ROBIN.replace('ada@kent.example', ''))
    expect(await preview(next)).toContain('There is nothing to do')
    await confirm(next)
    expect((await people())[0]?.adviser_id).toBe(adviser.id)
  })

  it('tells whoever becomes an adviser that there is something new', async () => {
    const { world, later, file, confirm } = await aManager()
    await confirm(file(ROBIN))
    await confirm(file(ROBIN.replace('ada@', 'bo@')))
    await world.drain()
    expect((await world.sentMail()).map(({ to }) => to)).toContain(later.email)
  })

  it('leaves alone who has closed their account', async () => {
    const { world, file, preview, confirm, people } = await aManager()
    await confirm(file(ROBIN))
    await world.db.commit([world.db.query.updateTable('care_leaver').set({ state: 'closed' })])
    const next = file(ROBIN.replace('Maidstone', 'Dover'))
    expect(await preview(next)).toContain('1 person has closed their account here')
    await confirm(next)
    expect((await people())[0]?.district).toBe('E07000110')
  })

  it('changes nobody when one of them was changed meanwhile', async () => {
    const { world, file, confirm, people } = await aManager()
    await confirm(file(ROBIN, SKY))
    const [robin] = await people()
    await world.db.commit([
      world.db.query.insertInto('audit_event').values({
        at: world.now().toISOString(),
        actor_id: 'test',
        action: 'test.given',
        subject: `care-leaver:${robin?.id}`,
        version: 2,
      }),
    ])
    const next = file(ROBIN.replace('Maidstone', 'Dover'), SKY.replace('Swale', 'Dover'))
    expect((await confirm(next)).status).toBe(409)
    expect((await people()).map(({ district }) => district)).toEqual(['E07000110', 'E07000113'])
  })
})
