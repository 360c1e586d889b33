import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { listRoutes } from '../../../src/cli/app-without-data'
import { DAY } from '../../support/world'
import { aPoster } from './reading'

const LIST = '/api/opportunities.json'

type List = {
  total: number
  pageCount: number
  next: string | null
  opportunities: Record<string, unknown>[]
}

/** With every kind of field filled in, and with as few as there can be. */
const WHOLE = { startsOn: '2027-01-11', endsOn: '2027-02-11', district: 'E07000108', town: 'Dover' } as const
const BARE = {
  startsOn: null,
  endsOn: null,
  district: null,
  town: '',
  criteria: [],
  supports: [],
  topics: [],
}

describe('offers as JSON', () => {
  it('are as the published schema says, field by field', async () => {
    const { publish, read } = await aPoster()
    await publish(WHOLE)
    await publish(BARE)
    const schema = await read<Record<string, unknown>>('/api/opportunity.schema.json')
    const ajv = new Ajv2020({ allErrors: true, validateFormats: false })
    const isOpportunity = ajv.compile(schema)
    const { opportunities } = await read<List>(LIST)
    expect(opportunities).toHaveLength(2)
    for (const one of opportunities) expect([isOpportunity(one), isOpportunity.errors]).toEqual([true, null])
    expect(isOpportunity({ ...opportunities[0], places: 4 })).toBe(false)
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'http://localhost:3000/api/opportunity.schema.json',
      additionalProperties: false,
    })
  })

  it('hold nothing of who posted, how many places there are, or any id but their own', async () => {
    const { visitor, publish, owner, organisation } = await aPoster()
    const { id } = await publish()
    const text = await visitor.text(LIST)
    expect(text).toContain('Highways')
    expect(text).not.toMatch(/Daniel|places|owner|cellEast|version|pledge/)
    expect(text).not.toContain(owner.id)
    expect(text).not.toContain(organisation.id)
    expect(new Set(text.match(/[0-9a-f]{32}/g))).toEqual(new Set([id]))
  })

  it('come newest first, page by page, each saying where the next one is', async () => {
    const { world, publish, read } = await aPoster()
    for (const title of ['oldest', 'older', 'newest']) {
      await publish({ title, kind: 'event' })
      world.wait(DAY)
    }
    const first = await read<List>(`${LIST}?size=2&kind=event`)
    expect(first.opportunities.map(({ title }) => title)).toEqual(['newest', 'older'])
    expect(first).toMatchObject({ total: 3, pageCount: 2 })
    expect(first.next).toBe('http://localhost:3000/api/opportunities.json?kind=event&page=2&size=2')
    const last = await read<List>((first.next ?? '').replace('http://localhost:3000', ''))
    expect(last.opportunities.map(({ title }) => title)).toEqual(['oldest'])
    expect(last.next).toBeNull()
    expect((await read<List>(`${LIST}?page=7`)).opportunities).toEqual([])
  })

  it.each([
    ['kind=job', ['job']],
    ['kind=job&kind=event', ['event', 'job']],
    ['heading=accommodation', ['event']],
    ['district=E07000108', ['job']],
    ['outcome=health', ['event']],
    ['paid=yes', ['job']],
    ['remote=yes', ['event']],
    ['kind=job&remote=yes', []],
    ['utm_source=newsletter', ['event', 'job']],
  ])('can be asked for by %s', async (query, kinds) => {
    const { publish, read } = await aPoster()
    await publish({
      kind: 'job',
      district: 'E07000108',
      pay: 'wage',
      isRemote: false,
      heading: 'employment',
      outcomes: ['finance'],
    })
    await publish({
      kind: 'event',
      district: null,
      isRemote: true,
      heading: 'accommodation',
      outcomes: ['health'],
    })
    const { opportunities } = await read<List>(`${LIST}?${query}`)
    expect(opportunities.map(({ kind }) => kind).sort()).toEqual(kinds)
  })

  it.each([
    ['near=E07000114', ['margate', 'online']],
    ['near=E07000114&within=60', ['ashford', 'margate', 'online']],
    ['near=E07000105', ['ashford', 'online']],
    ['within=1', ['ashford', 'margate', 'nowhere', 'online']],
  ])('can be asked for by how far they are from the middle of a district: %s', async (query, titles) => {
    const { publish, read } = await aPoster()
    await publish({ title: 'margate', isRemote: false, cellEast: 635, cellNorth: 170 })
    await publish({ title: 'ashford', isRemote: false, cellEast: 598, cellNorth: 141 })
    await publish({ title: 'online', isRemote: true, cellEast: null, cellNorth: null })
    await publish({ title: 'nowhere', isRemote: false, cellEast: null, cellNorth: null })
    const { opportunities } = await read<List>(`${LIST}?${query}`)
    expect(opportunities.map(({ title }) => title).sort()).toEqual(titles)
    const { next } = await read<List>(`${LIST}?${query}&size=1`)
    if (query.startsWith('near')) expect(next).toContain(query)
  })

  it.each([
    'kind=apprenticeships',
    'district=Dover',
    'near=Dover',
    'within=0',
    'page=0',
    'page=x',
    'size=101',
    'paid=true',
  ])('refuse %s by the name of the parameter, and do not say it again', async (query) => {
    const { visitor } = await aPoster()
    const response = await visitor.get(`${LIST}?${query}`)
    expect(response.status).toBe(400)
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=UTF-8')
    expect(response.headers.get('cache-control')).toBe('no-store')
    const [name = '', value = ''] = query.split('=')
    const { detail } = (await response.json()) as { detail: string }
    expect(detail).toBe(`The parameter ${name} has a value that is not known`)
    expect(detail).not.toContain(value === 'x' ? '"x"' : value)
  })
})

describe('the description for tools', () => {
  it('is OpenAPI 3.1 and leaves out no address that answers JSON', async () => {
    const { read } = await aPoster()
    const described = await read<{ openapi: string; paths: Record<string, unknown> }>('/api/openapi.json')
    expect(described.openapi).toBe('3.1.0')
    const routes = listRoutes().flatMap(({ path }) => (/^\/api\/(?!openapi)/.test(path) ? [path] : []))
    expect(Object.keys(described.paths).sort()).toEqual(
      routes.map((path) => path.replace(':id', '{id}')).sort(),
    )
  })
})
