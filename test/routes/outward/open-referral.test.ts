import { describe, expect, it } from 'vitest'
import { toUuid } from '../../../src/domain/uuid'
import { aPoster } from './reading'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What the UK profile of HSDS 3.0 requires of each thing, by the name under which it stands. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  contents: ['id', 'name', 'status', 'url'],
  organization: ['id', 'name', 'description'],
  attributes: ['id'],
  taxonomy_term: ['id', 'name', 'description', 'taxonomy'],
  taxonomy_terms: ['id', 'name', 'description', 'taxonomy'],
  schedules: ['id', 'url'],
  service_areas: ['id'],
  service_at_locations: ['id'],
  location: ['id', 'location_type'],
}

/** What is missing of everything under these names, and ids that are none. */
function faultsIn(value: unknown, name: string): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => faultsIn(one, name))
  if (typeof value !== 'object' || value === null) return []
  const thing = value as Record<string, unknown>
  const missing = (REQUIRED[name] ?? []).filter(
    (field) => typeof thing[field] !== 'string' || thing[field] === '',
  )
  const badIds = Object.entries(thing).filter(([key, id]) => /(^|_)id$/.test(key) && !UUID.test(String(id)))
  return [
    ...missing.map((field) => `${name} has no ${field}`),
    ...badIds.map(([key]) => `${name}.${key} is no UUID`),
    ...Object.entries(thing).flatMap(([key, inner]) => faultsIn(inner, key)),
  ]
}

describe('offers as Open Referral UK services', () => {
  it('say which standard they follow', async () => {
    const { read } = await aPoster()
    expect(await read('/api/oruk')).toEqual({
      version: 'HSDS-UK-3.0',
      profile: 'https://github.com/OpenReferralUK/uk-profile',
      openapi_url: 'http://localhost:3000/api/openapi.json',
    })
  })

  it.each(['/api/oruk/services', '/api/oruk/taxonomies', '/api/oruk/taxonomy_terms'])(
    '%s has the envelope, with all that is required in it',
    async (path) => {
      const { publish, read } = await aPoster()
      await publish({ startsOn: '2027-01-11' })
      const page = await read<Record<string, unknown>>(path)
      expect(Object.keys(page)).toEqual([
        'total_items',
        'total_pages',
        'page_number',
        'size',
        'first_page',
        'last_page',
        'empty',
        'contents',
      ])
      expect(page).toMatchObject({ page_number: 1, first_page: true, last_page: true, empty: false })
      expect(
        faultsIn(page.contents, path.endsWith('services') ? 'contents' : 'taxonomy_term').filter(
          (fault) => !(path.endsWith('taxonomies') && fault.endsWith('no taxonomy')),
        ),
      ).toEqual([])
    },
  )

  it('are whole by their id, with nothing of ours in it but the offer’s', async () => {
    const { publish, visitor, organisation, owner } = await aPoster()
    const { id } = await publish({ startsOn: '2027-01-11', heading: 'relationships', minAge: 18, maxAge: 25 })
    const text = await visitor.text(`/api/oruk/services/${toUuid(id)}`)
    const service = JSON.parse(text) as Record<string, unknown>
    expect(faultsIn(service, 'contents')).toEqual([])
    expect(service).toMatchObject({
      id: toUuid(id),
      status: 'active',
      url: `http://localhost:3000/opportunities/${id}`,
      minimum_age: 18,
      maximum_age: 25,
      organization: { name: 'Highways' },
      attributes: [{ taxonomy_term: { name: 'Relationships', taxonomy: 'Local Offer for care leavers' } }],
      schedules: [{ valid_from: '2027-01-11' }],
    })
    expect(text).not.toContain(toUuid(organisation.id))
    expect(text).not.toMatch(new RegExp(`${organisation.id}|${owner.id}|places|Daniel`))
  })

  it('come page by page, and say when there are none', async () => {
    const { publish, read } = await aPoster()
    expect(await read('/api/oruk/services')).toEqual({
      total_items: 0,
      total_pages: 0,
      page_number: 1,
      size: 0,
      first_page: true,
      last_page: true,
      empty: true,
      contents: [],
    })
    for (const title of ['one', 'two', 'three']) await publish({ title })
    expect(await read('/api/oruk/services?page=2&per_page=2')).toMatchObject({
      total_items: 3,
      total_pages: 2,
      page_number: 2,
      size: 1,
      first_page: false,
      last_page: true,
      empty: false,
    })
  })

  it('of one organisation name it by one id', async () => {
    const { publish, read } = await aPoster()
    await publish()
    await publish()
    const { contents } = await read<{ contents: { organization: { id: string } }[] }>('/api/oruk/services')
    expect(new Set(contents.map(({ organization }) => organization.id)).size).toBe(1)
  })

  it.each(['services', 'taxonomies', 'taxonomy_terms'])(
    'answer 404 in JSON for %s that are none',
    async (list) => {
      const { visitor } = await aPoster()
      for (const id of ['x', '0'.repeat(32), toUuid('0'.repeat(32))]) {
        const response = await visitor.get(`/api/oruk/${list}/${id}`)
        expect([response.status, response.headers.get('content-type')]).toEqual([
          404,
          'application/problem+json; charset=UTF-8',
        ])
      }
    },
  )
})
