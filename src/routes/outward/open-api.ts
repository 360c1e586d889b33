import { z } from 'zod'
import type { Config } from '../../config'
import { OPPORTUNITY_KINDS } from '../../domain/opportunity'
import { COVENANT_OUTCOMES, DISTRICT_CODES, LOCAL_OFFER_HEADINGS } from '../../domain/taxonomy'
import { paths } from '../../paths'
import { OpportunityPage } from './offer.schema'
import { SIZE_MAX, WITHIN_KM, WITHIN_KM_MAX } from './query'

type Json = Record<string, unknown>

const parameter = (name: string, description: string, schema: Json) => ({
  name,
  in: 'query',
  required: false,
  description,
  schema,
})

const anyOfThese = (name: string, description: string, values: readonly string[]) => ({
  ...parameter(name, `${description}. May stand more than once`, {
    type: 'array',
    items: { type: 'string', enum: values },
  }),
  style: 'form',
  explode: true,
})

const yes = (name: string, description: string) =>
  parameter(name, description, { type: 'string', enum: ['yes'] })

const count = (name: string, description: string, maximum: number, otherwise: number) =>
  parameter(name, description, { type: 'integer', minimum: 1, maximum, default: otherwise })

const ID = { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }

/** What every one of these answers: the thing, that it is still the same, or what was wrong. */
function read(
  summary: string,
  type: string,
  schema: Json,
  parameters: readonly Json[] = [],
  problems: Json = {},
) {
  return {
    get: {
      summary,
      parameters: [
        ...parameters,
        {
          name: 'If-None-Match',
          in: 'header',
          required: false,
          description: 'The ETag of the last answer',
          schema: { type: 'string' },
        },
      ],
      responses: {
        '200': {
          description: summary,
          headers: { ETag: { schema: { type: 'string' } } },
          content: { [type]: { schema } },
        },
        '304': { description: 'Nothing has changed since that ETag' },
        ...problems,
      },
    },
  }
}

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})

const BAD = { '400': problem('A parameter has a value that is not known; `detail` names it') }
const GONE = { '404': problem('There is no such thing, or it is not public and live any more') }

const FILTERS = [
  anyOfThese('kind', 'Kinds of offer', OPPORTUNITY_KINDS),
  anyOfThese('heading', 'Headings of the Local Offer', LOCAL_OFFER_HEADINGS),
  anyOfThese('outcome', 'Outcomes of the Care Leavers Covenant', COVENANT_OUTCOMES),
  anyOfThese('district', 'ONS codes of districts', DISTRICT_CODES),
  parameter('near', 'ONS code of a district: only what is near its middle, or online', {
    type: 'string',
    enum: DISTRICT_CODES,
  }),
  count('within', 'How near, in kilometres; does nothing without `near`', WITHIN_KM_MAX, WITHIN_KM),
  yes('paid', 'Only what is paid'),
  yes('remote', 'Only what is online or from home'),
  count('page', 'Which page', 9_999, 1),
  count('size', 'How many offers a page', SIZE_MAX, SIZE_MAX),
]

/** https://spec.openapis.org/oas/v3.1.0 for everything that answers JSON. */
export function openApi({ baseUrl, serviceName }: Config) {
  const ANY = { type: 'object' }
  const list = { $ref: '#/components/schemas/OpenReferralPage' }
  const paging = [
    count('page', 'Which page', 9_999, 1),
    count('per_page', 'How many services a page', SIZE_MAX, 50),
  ]
  const term = parameter('taxonomy_term_id', 'Only services under this heading', {
    type: 'string',
    format: 'uuid',
  })
  const json = 'application/json'
  const page = { $ref: '#/components/schemas/OpportunityPage' }
  return {
    openapi: '3.1.0',
    info: {
      title: `Public offers of ${serviceName}`,
      version: '1.0.0',
      description: 'Offers to young people leaving care in Kent that are public and can be had today.',
    },
    servers: [{ url: baseUrl }],
    paths: {
      [paths.api.opportunities]: read('Public offers, newest first', json, page, FILTERS, BAD),
      [paths.api.schema]: read('The JSON Schema of one offer', 'application/schema+json', ANY),
      [paths.api.openReferral]: read('Which standard this is: Open Referral UK 3.0', json, ANY),
      [paths.api.services]: read('Offers as services', json, list, [...paging, term], BAD),
      '/api/oruk/services/{id}': read('One offer as a service', json, ANY, [ID], GONE),
      [paths.api.taxonomies]: read('The one taxonomy: the Local Offer', json, list),
      '/api/oruk/taxonomies/{id}': read('A taxonomy with its terms', json, ANY, [ID], GONE),
      [paths.api.terms]: read('The six headings of the Local Offer', json, list),
      '/api/oruk/taxonomy_terms/{id}': read('One heading', json, ANY, [ID], GONE),
    },
    components: { schemas: SCHEMAS() },
  }
}

const SCHEMAS = () => ({
  OpportunityPage: z.toJSONSchema(OpportunityPage),
  OpenReferralPage: {
    type: 'object',
    required: [
      'total_items',
      'total_pages',
      'page_number',
      'size',
      'first_page',
      'last_page',
      'empty',
      'contents',
    ],
    properties: {
      total_items: { type: 'integer' },
      total_pages: { type: 'integer' },
      page_number: { type: 'integer' },
      size: { type: 'integer' },
      first_page: { type: 'boolean' },
      last_page: { type: 'boolean' },
      empty: { type: 'boolean' },
      contents: { type: 'array', items: { type: 'object' } },
    },
  },
  Problem: {
    type: 'object',
    required: ['type', 'title', 'status', 'detail'],
    properties: {
      type: { type: 'string' },
      title: { type: 'string' },
      status: { type: 'integer' },
      detail: { type: 'string' },
    },
  },
})
