import {
  CARE_LEAVER_DEFINITIONS,
  DBS_LEVELS,
  OPPORTUNITY_KINDS,
  PAYS,
  PRIORITIES,
  QUALIFICATION_LEVELS,
  VISIBILITIES,
} from '../opportunity'
import { COVENANT_OUTCOMES, LOCAL_OFFER_HEADINGS, SUPPORTS, TOPICS, WEEK_TIMES } from '../taxonomy'
import type { ListName } from './imported-row'
import { asList, day, lines, oneLine, oneOf, type ReadCell, someOf, wholeNumber, yesOrNo } from './read-cell'
import { asPlainText } from './plain-text'

/** A column of the template: its name, what it takes, one example, and how its cell becomes fields of the draft. */
export type ImportColumn = {
  name: string
  takes: string
  example: string
  list?: { name: ListName; values: readonly (string | number)[] }
  read: ReadCell
}

const CRITERIA_MAX = 10
const CRITERION_LENGTH_MAX = 150

/** Limits are those of the steps of the task list: what is imported could have been typed there. */
export const TEXT_MAX = {
  title: 80,
  summary: 200,
  whatYouWillDo: 2000,
  description: 3000,
  hours: 120,
  placeOfWork: 200,
  payText: 120,
  travelHelp: 300,
} as const

const readCriteria: ReadCell = (cell) => {
  const criteria = asList(asPlainText(cell))
  if (criteria.length > CRITERIA_MAX) return `has ${criteria.length} things and may have ${CRITERIA_MAX}`
  return criteria.some((one) => one.length > CRITERION_LENGTH_MAX)
    ? `has a thing of more than ${CRITERION_LENGTH_MAX} characters`
    : { criteria }
}

/** One value of a closed list. */
function choice<Value extends string | number>(
  name: string,
  takes: string,
  example: string,
  list: { name: ListName; values: readonly Value[] },
  toFields: Parameters<typeof oneOf<Value>>[2],
): ImportColumn {
  return { name, takes, example, list, read: oneOf(list.name, list.values, toFields) }
}

/** Several values of a closed list. */
function choices<Value extends string>(
  name: string,
  takes: string,
  example: string,
  list: { name: ListName; values: readonly Value[] },
  toFields: Parameters<typeof someOf<Value>>[2],
): ImportColumn {
  return { name, takes, example, list, read: someOf(list.name, list.values, toFields) }
}

/** One of these, or several of these, in front of every list. */
const ONE = 'One of these'
const SEVERAL = 'One or more of these, with a semicolon between them'

/** The published template, in this order. */
export const IMPORT_COLUMNS: readonly ImportColumn[] = [
  {
    name: 'title',
    takes: 'What it is called, up to 80 characters. Every row needs one',
    example: 'A week with the tree team',
    read: oneLine(TEXT_MAX.title, (title) => ({ title })),
  },
  choice('kind', ONE, 'work-experience', { name: 'kind', values: OPPORTUNITY_KINDS }, (kind) => ({ kind })),
  {
    name: 'summary',
    takes: 'One or two sentences, up to 200 characters',
    example: 'Spend a week outdoors with the people who look after the trees along our roads.',
    read: oneLine(TEXT_MAX.summary, (summary) => ({ summary })),
  },
  choices(
    'helps with',
    SEVERAL,
    'employment-education-training; health',
    { name: 'outcome', values: COVENANT_OUTCOMES },
    (outcomes) => ({ outcomes }),
  ),
  choice(
    'local offer heading',
    `${ONE}: the part of the Local Offer it belongs to`,
    'employment',
    { name: 'heading', values: LOCAL_OFFER_HEADINGS },
    (heading) => ({ heading }),
  ),
  {
    name: 'what people will do',
    takes: 'Up to 2,000 characters. Line ends are kept',
    example: 'You will plant and water young trees, and learn how to look after them.',
    read: lines(TEXT_MAX.whatYouWillDo, (whatYouWillDo) => ({ whatYouWillDo })),
  },
  {
    name: 'description',
    takes: 'Anything else worth knowing, up to 3,000 characters. Line ends are kept',
    example: 'You will be with Jo and her team of six. They bring cake on Fridays.',
    read: lines(TEXT_MAX.description, (description) => ({ description })),
  },
  choices('topics', SEVERAL, 'nature-outdoors', { name: 'topic', values: TOPICS }, (topics) => ({ topics })),
  {
    name: 'criteria',
    takes: 'What people need: up to 10 things with a semicolon between them, each up to 150 characters',
    example: 'Can lift 10 kg; Happy to be outdoors in rain',
    read: readCriteria,
  },
  choice(
    'qualification',
    `${ONE}, as a number`,
    '0',
    { name: 'qualification', values: QUALIFICATION_LEVELS },
    (qualificationLevel) => ({ qualificationLevel }),
  ),
  {
    name: 'places',
    takes: 'How many, a whole number from 1 to 500',
    example: '2',
    read: wholeNumber(1, 500, (places) => ({ places })),
  },
  {
    name: 'first day',
    takes: 'A date like 11/1/2027 (day first) or 2027-01-11. Empty when it is not settled',
    example: '',
    read: day((startsOn) => ({ startsOn })),
  },
  {
    name: 'last day',
    takes: 'A date. Empty when there is none',
    example: '',
    read: day((endsOn) => ({ endsOn }), { isAhead: true }),
  },
  {
    name: 'closing date',
    takes: 'The last date to ask for it. Empty: it closes 90 days after it is published',
    example: '',
    read: day((closesOn) => ({ closesOn }), { isAhead: true }),
  },
  {
    name: 'hours',
    takes: 'In words, up to 120 characters',
    example: '10am to 3pm',
    read: oneLine(TEXT_MAX.hours, (hours) => ({ hours })),
  },
  choices(
    'times of the week',
    SEVERAL,
    'weekday-days',
    { name: 'weekTime', values: WEEK_TIMES },
    (weekTimes) => ({ weekTimes }),
  ),
  {
    name: 'from home',
    takes: 'yes when people take part from home, no when they go somewhere',
    example: 'no',
    read: yesOrNo((isRemote) => ({ isRemote })),
  },
  {
    name: 'place',
    takes: 'Where people go, in words, up to 200 characters. Empty when it is from home',
    example: 'Maidstone depot, Forstal Road',
    read: oneLine(TEXT_MAX.placeOfWork, (placeOfWork) => ({ placeOfWork })),
  },
  {
    name: 'town or postcode',
    takes: 'A town or a full postcode in Kent or Medway. We keep the area and not the postcode',
    example: 'Maidstone',
    read: oneLine(60, (town) => ({ town })),
  },
  choice('pay', ONE, 'expenses', { name: 'pay', values: PAYS }, (pay) => ({ pay })),
  {
    name: 'what people get',
    takes: 'In words, up to 120 characters, for example £12.60 an hour',
    example: 'Not paid. Lunch and travel are covered',
    read: oneLine(TEXT_MAX.payText, (payText) => ({ payText })),
  },
  {
    name: 'travel help',
    takes: 'In words, up to 300 characters',
    example: 'We pay the bus fare on the day',
    read: oneLine(TEXT_MAX.travelHelp, (travelHelp) => ({ travelHelp })),
  },
  {
    name: 'youngest age',
    takes: 'A whole number from 16 to 30',
    example: '18',
    read: wholeNumber(16, 30, (minAge) => ({ minAge })),
  },
  {
    name: 'oldest age',
    takes: 'A whole number from 16 to 30',
    example: '25',
    read: wholeNumber(16, 30, (maxAge) => ({ maxAge })),
  },
  choice(
    'who counts',
    `${ONE}: who counts as a care leaver for this`,
    'any-care-experience',
    { name: 'definition', values: CARE_LEAVER_DEFINITIONS },
    (definition) => ({ definition }),
  ),
  {
    name: 'right to work',
    takes: 'yes when people need the right to work in the UK, or no',
    example: 'yes',
    read: yesOrNo((needsRightToWork) => ({ needsRightToWork })),
  },
  choice(
    'background check',
    `${ONE}: the DBS check that is needed`,
    'none',
    { name: 'dbs', values: DBS_LEVELS },
    (dbsLevel) => ({ dbsLevel }),
  ),
  choices(
    'support',
    SEVERAL,
    'named-person; travel-practice',
    { name: 'support', values: SUPPORTS },
    (supports) => ({ supports }),
  ),
  choice('who sees it', ONE, 'public', { name: 'visibility', values: VISIBILITIES }, (visibility) => ({
    visibility,
  })),
  choice('who goes first', ONE, 'none', { name: 'priority', values: PRIORITIES }, (priority) => ({
    priority,
  })),
  {
    name: 'first until',
    takes: 'A date, when care leavers come first until then. Empty otherwise',
    example: '',
    read: day((priorityUntil) => ({ priorityUntil }), { isAhead: true }),
  },
]
