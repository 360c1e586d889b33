import type { AskedFor } from '../../domain/champion-ask'
import { OPPORTUNITY_KINDS, type OpportunityKind } from '../../domain/opportunity'
import { type CovenantOutcome, DISTRICTS } from '../../domain/taxonomy'
import { GOAL_TABLE } from '../goal-table'
import { inWords, OUTCOME_WORDS, QUALIFICATION_WORDS, SUPPORT_WORDS } from '../words'
import { KENT_DISTRICTS, toOpening } from './model-offers'

type Shape = {
  /** Fits after "more …". */
  more: string
  /** Why it matters, in one sentence. */
  why: string
  /** Fits after "A good one is …". */
  shape: string
}

/** What each kind is when it works well. It is said to staff, so it may name what young people would not be told. */
const SHAPES: Record<OpportunityKind, Shape> = {
  'work-experience': {
    more: 'work experience',
    why: 'It lets somebody find out what a job is like before they apply for one.',
    shape: 'a week or two with a team, with travel and lunch paid',
  },
  apprenticeship: {
    more: 'apprenticeships',
    why: 'It is a wage and a qualification in one, which few other routes give.',
    shape: 'a post with a start date, where willingness counts for more than grades',
  },
  job: {
    more: 'jobs',
    why: 'A first job is hardest to get for somebody whose family cannot put in a word.',
    shape: 'an entry-level post with a start date and a wage that is named',
  },
  'guaranteed-interview': {
    more: 'guaranteed interviews',
    why: 'An interview is often the first time that an employer hears somebody speak for themselves.',
    shape: 'an interview for whoever meets a short list of needs, with feedback afterwards',
  },
  'insight-day': {
    more: 'insight days',
    why: 'One day is enough to learn that a kind of work is possible.',
    shape: 'a day with your team: look around, try something, ask what you like',
  },
  training: {
    more: 'training',
    why: 'Without a course to go to, many who want to learn go on waiting.',
    shape: 'a short course or workshop that ends with something to show',
  },
  mentoring: {
    more: 'mentoring',
    why: 'Many young adults who leave care have nobody at work to ask for advice.',
    shape: 'an hour every two weeks, for six months, with somebody who likes their own work',
  },
  befriending: {
    more: 'befriending',
    why: 'Many young adults who leave care have few people to spend an afternoon with.',
    shape: 'an afternoon every two weeks, for a year, doing something together',
  },
  volunteering: {
    more: 'volunteering',
    why: 'It is open to everybody, whatever their permission to work, and it gives a reference.',
    shape: 'a few hours a week at something that is useful to others, with travel paid',
  },
  event: {
    more: 'events',
    why: 'An afternoon out with others is often the first step to anything else.',
    shape: 'something free to go to, where somebody welcomes whoever comes alone',
  },
  discount: {
    more: 'discounts and free places',
    why: 'What costs a few pounds is out of reach for somebody who pays rent at 18.',
    shape: 'free or cheaper entry, a pass or a ticket, without a form to fill in at the door',
  },
  'money-help': {
    more: 'help with money',
    why: 'Young people who left care often have no family to borrow from when the rent is due.',
    shape: 'a grant, a starter pack or a fund, with a plain rule for who can have it',
  },
  'housing-help': {
    more: 'help with housing',
    why: 'Nothing else goes well for somebody who does not know where they will live.',
    shape: 'a room, help with a deposit, or somebody who goes along to a viewing',
  },
  advice: {
    more: 'advice',
    why: 'An hour with somebody who knows can save months of worry.',
    shape: 'an hour with somebody who knows the subject, in person or online',
  },
}

const WHY_OUTCOME: Record<CovenantOutcome, string> = {
  'independent-living': 'They run a home on their own years before most people do.',
  'employment-education-training': 'Work and learning are what most of them say they want first.',
  'safety-security': 'Knowing people who stay is what makes somebody feel safe.',
  health: 'Feeling well comes before work, learning and everything else.',
  finance: 'They live on one income, with no family to fall back on.',
}

/** Kinds that are a step towards a goal which wants this outcome, by the engine's table of goals. */
function kindsFor(outcome: CovenantOutcome): OpportunityKind[] {
  const steps = Object.values(GOAL_TABLE).filter(({ outcomes }) => outcomes.includes(outcome))
  return OPPORTUNITY_KINDS.filter((kind) => steps.some(({ kinds }) => kinds.includes(kind)))
}

/** So many kinds are named; a longer list is not read. */
const KINDS_NAMED = 4

const whereWords = ({ district }: AskedFor) => (district === null ? 'in Kent' : `in ${DISTRICTS[district]}`)

/** Said without "offers of", these would be asked for by the council itself. */
const GIVEN: readonly OpportunityKind[] = ['money-help', 'housing-help', 'advice']

function sayMore(asked: AskedFor): string {
  const { kind } = asked
  if (kind === null) return `more offers ${whereWords(asked)} that help with ${OUTCOME_WORDS[asked.outcome]}`
  return `more ${GIVEN.includes(kind) ? 'offers of ' : ''}${SHAPES[kind].more} ${whereWords(asked)}`
}

function sayShape(asked: AskedFor): string {
  if (asked.kind !== null) return `A good one is ${SHAPES[asked.kind].shape}.`
  const kinds = kindsFor(asked.outcome).slice(0, KINDS_NAMED)
  return `It can be ${inWords(kinds.map((kind) => SHAPES[kind].more))}, for example.`
}

/** Kinds that people begin and go to, which may ask for a qualification; the others are had. */
const BEGUN: readonly OpportunityKind[] = [
  'work-experience',
  'apprenticeship',
  'job',
  'guaranteed-interview',
  'insight-day',
  'training',
  'volunteering',
]

/** Whom the offer that asks for least is for: what keeps the fewest people out. */
function sayForWhom({ kind }: AskedFor): string {
  const [district] = KENT_DISTRICTS
  const least = toOpening({ kind: kind ?? 'advice', district: district ?? 'E07000105' })
  const ages = `for ages ${least.minAge} to ${least.maxAge}`
  if (kind === null || !BEGUN.includes(kind)) return `Most people can have it when it is ${ages}.`
  const supports = inWords([SUPPORT_WORDS['meet-someone-first'], SUPPORT_WORDS['named-person']])
  return `Most people can take part when it is ${ages} and asks for ${QUALIFICATION_WORDS[least.qualificationLevel]}. It helps to offer ${supports}.`
}

/**
 * A message that asks the champions of one organisation for what is missing. It says nothing of anybody and names no
 * number of people: of a small number even "few" would say something.
 * @param hasPosted whether they have posted such a thing before
 * @param word a word that young people type and find nothing by
 */
export function draftAsk(asked: AskedFor, { hasPosted, word }: { hasPosted: boolean; word: string }): string {
  return [
    `${hasPosted ? 'You have posted this before, thank you. ' : ''}We would like ${sayMore(asked)}.${word ? ` Young people look for “${word}” and find nothing.` : ''}`,
    asked.kind === null ? WHY_OUTCOME[asked.outcome] : SHAPES[asked.kind].why,
    `${sayShape(asked)} ${sayForWhom(asked)}`,
    'Could you post one? It takes about ten minutes, and one place is enough to begin with.',
  ].join('\n\n')
}
