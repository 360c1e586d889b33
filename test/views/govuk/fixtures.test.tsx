import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { TEMPLATE_SCRIPT } from '../../../views/layout/page'
import { ADAPTERS, type Adapter } from './adapters'
import { toTrees } from './dom'
import { Options } from './options'
import { SKIPPED } from './skipped'

const GOVUK = new URL('../../../node_modules/govuk-frontend/dist/govuk/', import.meta.url)

const Fixtures = z.object({
  fixtures: z.array(z.object({ name: z.string(), options: z.unknown(), html: z.string() })),
})
type Fixture = z.infer<typeof Fixtures>['fixtures'][number]

function fixturesOf(component: string): Fixture[] {
  const file = new URL(`components/${component}/fixtures.json`, GOVUK)
  return Fixtures.parse(JSON.parse(readFileSync(file, 'utf8'))).fixtures
}

function compare(adapter: Adapter, fixture: Fixture): void {
  const options = new Options(fixture.options)
  const { element, expected, actual } = adapter(options)
  options.assertAllRead()
  const ours = toTrees(String(<>{element}</>))
  const theirs = toTrees(expected ? expected(fixture.html) : fixture.html)
  expect(actual ? actual(ours) : ours).toEqual(theirs)
}

describe.each(Object.entries(ADAPTERS))('%s', (component, adapter) => {
  const fixtures = fixturesOf(component)
  const skipped = Object.values(SKIPPED[component] ?? {}).flat()
  const compared = fixtures.filter(({ name }) => !skipped.includes(name))

  it.each(compared)('renders the fixture "$name" as govuk-frontend does', (fixture) => {
    compare(adapter, fixture)
  })

  it('skips no fixture that is gone or that it could render', () => {
    const names = fixtures.map(({ name }) => name)
    expect(skipped.filter((name) => !names.includes(name))).toEqual([])
    for (const fixture of fixtures.filter(({ name }) => skipped.includes(name)))
      expect(() => compare(adapter, fixture), fixture.name).toThrow()
  })
})

describe('the template script', () => {
  it('is the one whose hash the content security policy allows', () => {
    const hash = createHash('sha256').update(TEMPLATE_SCRIPT).digest('base64')
    expect(hash).toBe('GUQ5ad8JK5KmEWmROf3LZd9ge94daqNvd8xy9YS1iDw=')
  })

  it('is what govuk-frontend ships', () => {
    expect(readFileSync(new URL('template.njk', GOVUK), 'utf8')).toContain(`>${TEMPLATE_SCRIPT}</script>`)
  })
})
