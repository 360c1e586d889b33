import { describe, expect, it } from 'vitest'
import { highlight } from '../../src/search/highlight'
import type { Term } from '../../src/search/understand'
import { createBrowser } from '../support/browser'
import { testDatabase } from '../support/database'
import { givenAccount, givenOrganisation, givenPublished } from '../support/givens'
import { createWorld } from '../support/world'

const term = (typed: string, isPrefix = false): Term => ({
  typed,
  meant: [typed],
  forms: [{ words: typed.split(' '), isPrefix, weight: 1 }],
  isWeak: false,
})

/** The pieces as one text, what is found in brackets. */
const marked = (text: string, ...terms: Term[]) =>
  highlight(text, terms)
    ?.map(({ text: piece, isFound }) => (isFound ? `[${piece}]` : piece))
    .join('') ?? null

describe('a text with what was looked for', () => {
  it.each([
    ['Cook lunch with us.', [term('cooking')], '[Cook] lunch with us.'],
    ['Lunch: cooking, cooks’ tales', [term('cook')], 'Lunch: [cooking], [cooks’] tales'],
    ['A café by the sea', [term('cafe')], 'A [café] by the sea'],
    ['Bricklayers wanted', [term('brickl', true)], '[Bricklayers] wanted'],
    ['Bring food to the bank', [term('food bank')], 'Bring [food] to the [bank]'],
    ['Nothing of it', [term('otter')], null],
    ['', [term('otter')], null],
    ['Anything', [], null],
    ['<b>otters</b> & owls', [term('otter')], '<b>[otters]</b> & owls'],
  ])('%j for %j', (text, terms, expected) => {
    expect(marked(text, ...terms)).toBe(expected)
  })

  it('loses and adds nothing', () => {
    const text = ' Otters,\n“otters” – and o’otters! 🦦 otter'
    expect(
      highlight(text, [term('otter')])
        ?.map((piece) => piece.text)
        .join(''),
    ).toBe(text)
  })

  it('stands on the card, escaped', async () => {
    const world = createWorld(testDatabase())
    const { id: organisationId } = await givenOrganisation(world)
    const owner = await givenAccount(world, 'champion', { organisationId })
    await givenPublished(
      world,
      { id: owner.id, organisationId },
      { title: 'Riverside day', summary: 'Count <b>otters</b> & owls' },
    )
    const page = await createBrowser(world).text('/opportunities?words=otter')
    expect(page).toContain('Count &lt;b&gt;<mark>otters</mark>&lt;/b&gt; &amp; owls')
    expect(await createBrowser(world).text('/opportunities')).not.toContain('<mark>')
  })
})
