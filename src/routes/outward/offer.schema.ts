import { z } from 'zod'
import {
  CARE_LEAVER_DEFINITIONS,
  DBS_LEVELS,
  OPPORTUNITY_KINDS,
  PAYS,
  PRIORITIES,
  QUALIFICATION_LEVELS,
} from '../../domain/opportunity'
import {
  COVENANT_OUTCOMES,
  DISTRICT_CODES,
  LOCAL_OFFER_HEADINGS,
  SUPPORTS,
  TOPICS,
  WEEK_TIMES,
} from '../../domain/taxonomy'

const day = () => z.iso.date().describe('A day in the United Kingdom, YYYY-MM-DD')

/** A public offer as it goes out: the one description, from which the published schema and OpenAPI are made. */
const Opportunity = z.strictObject({
  id: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .describe('Stays the same for as long as the offer exists'),
  url: z.string().describe('Its page, for people'),
  calendarUrl: z.string().nullable().describe('An iCalendar file, where there is a day on which it starts'),
  title: z.string(),
  kind: z.enum(OPPORTUNITY_KINDS),
  organisation: z.string().describe('Who offers it'),
  heading: z
    .enum(LOCAL_OFFER_HEADINGS)
    .describe('Of the Local Offer (Children and Social Work Act 2017, section 2)'),
  outcomes: z.array(z.enum(COVENANT_OUTCOMES)).describe('Of the Care Leavers Covenant'),
  topics: z.array(z.enum(TOPICS)),
  summary: z.string(),
  description: z.string().describe('Plain text; an empty line parts paragraphs'),
  whatYouWillDo: z.string(),
  criteria: z.array(z.string()).describe('What is needed; empty where nothing is'),
  qualificationLevel: z
    .literal([...QUALIFICATION_LEVELS])
    .describe('0 none, 1 GCSE 3 to 1, 2 GCSE 9 to 4, 3 A level'),
  minAge: z.int(),
  maxAge: z.int(),
  definition: z.enum(CARE_LEAVER_DEFINITIONS).describe('Whom the offer means by “care leaver”'),
  needsRightToWork: z.boolean(),
  dbsLevel: z.enum(DBS_LEVELS).describe('The background check that is needed'),
  startsOn: day().nullable(),
  endsOn: day().nullable(),
  closesOn: day().nullable().describe('The last day on which somebody can ask about it'),
  hours: z.string(),
  weekTimes: z.array(z.enum(WEEK_TIMES)),
  isRemote: z.boolean().describe('Online or from home'),
  placeOfWork: z.string(),
  town: z.string(),
  district: z.enum(DISTRICT_CODES).nullable().describe('ONS code of the district'),
  pay: z.enum(PAYS),
  payText: z.string(),
  travelHelp: z.string(),
  supports: z.array(z.enum(SUPPORTS)).describe('Support that is there for whoever takes part'),
  priority: z.enum(PRIORITIES).describe('Who goes first'),
  priorityUntil: day().nullable(),
  publishedOn: day().nullable(),
  publishedAt: z.iso.datetime().nullable().describe('When what is published now was published, in UTC'),
})

export const OpportunityPage = z.strictObject({
  total: z.int().describe('How many offers there are in all'),
  page: z.int(),
  pageCount: z.int(),
  size: z.int().describe('How many offers a page has at most'),
  next: z.string().nullable().describe('Address of the next page'),
  opportunities: z.array(Opportunity),
})

/** https://json-schema.org/draft/2020-12, with the address under which it is published. */
export const publishedSchema = (url: string) => ({
  $id: url,
  title: 'An opportunity',
  description: 'A public offer to young people leaving care in Kent, as it can be had today.',
  ...z.toJSONSchema(Opportunity),
})
