import { z } from 'zod'
import { type Profile, type ProfileQuestion, TRAVEL_KM } from '../../domain/care-leaver'
import { OPPORTUNITY_KINDS } from '../../domain/opportunity'
import { GOALS, SUPPORTS, TOPICS, WEEK_TIMES } from '../../domain/taxonomy'
import { line, list } from '../../http/form'

const WORDS_MAX = 500
const words = line('What you write', WORDS_MAX)
const theirWords = line('Their words', WORDS_MAX)

/** One form a question. Every question is optional: nothing ticked takes the answer back. */
export const ANSWER_FORMS = {
  likes: z.object({ choices: list(z.enum(TOPICS)), words, theirWords }),
  goals: z.object({ choices: list(z.enum(GOALS)), words, theirWords }),
  travel: z.object({
    distance: z.enum(['', ...TRAVEL_KM.map(String), 'any']).default(''),
    from: line('Place', 60),
    theirWords,
  }),
  'free-times': z.object({ choices: list(z.enum(WEEK_TIMES)), theirWords }),
  support: z.object({ choices: list(z.enum(SUPPORTS)), words, theirWords }),
  'not-suggest': z.object({ choices: list(z.enum(OPPORTUNITY_KINDS)), theirWords }),
} as const

type Cell = { cellEast: number; cellNorth: number } | null

type AnyAnswer = { choices?: readonly string[]; words?: string; distance?: string }

/** What was ticked as the answer that is stored, or undefined when nothing was said. */
export function toAnswer(
  question: ProfileQuestion,
  value: AnyAnswer,
  cell: Cell,
): Profile[ProfileQuestion] | undefined {
  const choices = value.choices ?? []
  const said = value.words ?? ''
  if (question === 'travel') {
    if (!value.distance && !cell) return undefined
    const distanceKmMax = value.distance && value.distance !== 'any' ? Number(value.distance) : null
    return { distanceKmMax, cellEast: cell?.cellEast ?? null, cellNorth: cell?.cellNorth ?? null }
  }
  if (choices.length === 0 && said === '') return undefined
  const answers = {
    likes: { topics: choices, words: said },
    goals: { goals: choices, words: said },
    'free-times': { times: choices },
    support: { supports: choices, words: said },
    'not-suggest': { kinds: choices },
  }
  return answers[question] as Profile[ProfileQuestion]
}
