import { describe, expect, it } from 'vitest'
import { paths } from '../../../src/paths'
import { choose, wordsOf } from '../../journeys/bringing-in.journey'
import { testDatabase } from '../../support/database'
import { givenAccount, givenSignedIn } from '../../support/givens'
import { createWorld } from '../../support/world'
import { givenChampion } from '../champion/steps'
import { isolated } from '../../../views/words/names'

const CSV = 'title,kind\nA day out,insight-day'

async function aBroker() {
  const world = createWorld(testDatabase())
  const champion = await givenChampion(world)
  const broker = await givenSignedIn(world, 'broker', { name: 'Grace Okoro' })
  const look = async (accountId: string) => {
    const answer = await choose(broker, paths.team.import, CSV, { accountId })
    const html = await answer.text()
    return { status: answer.status, html, text: wordsOf(html) }
  }
  const confirm = (accountId: string) =>
    broker.post(paths.team.importConfirm, { text: CSV, rows: ['2'], accountId })
  const all = () => world.db.query.selectFrom('opportunity').selectAll().execute()
  return { world, champion, broker, look, confirm, all }
}

describe('a file that the team brings in', () => {
  it('becomes drafts of the champion they chose, who is told that there is an update', async () => {
    const { world, champion, broker, look, confirm, all } = await aBroker()
    expect(await broker.text(paths.team.import)).toContain(`Highways: ${isolated('Ash Reed')}`)
    expect((await look(champion.id)).text).toContain('The drafts become those of Ash Reed, Highways')
    expect((await confirm(champion.id)).headers.get('location')).toBe(`${paths.team.importDone}?drafts=1`)
    const [made] = await all()
    expect(made).toMatchObject({
      state: 'draft',
      owner_id: champion.id,
      organisation_id: champion.organisationId,
    })
    const audit = await world.db.query
      .selectFrom('audit_event')
      .select(['action', 'actor_id', 'version'])
      .where('subject', '=', `opportunity:${made?.id}`)
      .execute()
    expect(audit).toEqual([{ action: 'opportunity.write', actor_id: broker.id, version: 1 }])
    await world.drain()
    const mail = (await world.sentMail()).filter(({ subject }) => subject === 'You have an update')
    expect(mail.map(({ to }) => to)).toEqual([champion.email])
  })

  it('says that there is one already, and nothing of a draft that was not sent', async () => {
    const { champion, look, confirm } = await aBroker()
    await confirm(champion.id)
    const { html, text } = await look(champion.id)
    expect(text).toContain('They already have one with this title and first day')
    expect(html).not.toContain('/champion/opportunities/')
    expect(html).not.toMatch(/name="rows"[^>]*\schecked/)
  })

  it('needs somebody active who posts, whoever is named', async () => {
    const { world, champion, broker, look, confirm, all } = await aBroker()
    const adviser = await givenAccount(world, 'adviser')
    for (const id of ['', 'a'.repeat(32), adviser.id, broker.id]) {
      const shown = await look(id)
      expect([shown.status, shown.text.includes('Choose whose drafts they become')]).toEqual([422, true])
      expect((await confirm(id)).status).toBe(422)
    }
    await world.db.commit([
      world.db.query.updateTable('account').set({ state: 'suspended' }).where('id', '=', champion.id),
    ])
    expect((await confirm(champion.id)).status).toBe(422)
    expect(await broker.text(paths.team.import)).not.toContain('Ash Reed')
    expect(await all()).toEqual([])
  })

  it('keeps who was chosen when the file is wrong', async () => {
    const { champion, broker } = await aBroker()
    const answer = await choose(broker, paths.team.import, 'nonsense', { accountId: champion.id })
    expect(await answer.text()).toMatch(new RegExp(`<option value="${champion.id}"[^>]*selected`))
  })
})
