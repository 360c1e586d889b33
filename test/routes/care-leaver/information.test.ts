import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../support/database'
import { givenSignedIn, givenYoungPerson } from '../../support/givens'
import { createWorld } from '../../support/world'

async function aScene() {
  const world = createWorld(testDatabase())
  const young = await givenYoungPerson(world, { name: 'Robin' })
  const broker = await givenSignedIn(world, 'broker', { name: 'Grace Whitlock' })
  const look = async (times: number) => {
    for (let left = times; left > 0; left -= 1) await broker.get(`/team/people/${young.person.id}`)
  }
  return { young, look }
}

const count = (html: string, words: string) => html.split(words).length - 1

describe('who has looked at my information', () => {
  it('puts equal looks of a day in one line, and keeps each in the download', async () => {
    const { young, look } = await aScene()
    expect(await young.text('/my/information')).toContain('Nobody has opened your information yet')
    await look(3)
    const html = await young.text('/my/information')
    expect(count(html, 'Grace Whitlock')).toBe(1)
    expect(html).toContain('<strong>3 times</strong>, the last at')
    const bundle = JSON.parse(await young.text('/my/information/download')) as { whoLooked: object[] }
    expect(bundle.whoLooked).toHaveLength(3)
    expect(Object.keys(bundle.whoLooked[0] ?? {}).sort()).toEqual(['at', 'name', 'role', 'what'])
  })
})
