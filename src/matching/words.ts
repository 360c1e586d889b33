import type { Day } from '../domain/dates'
import type { QualificationLevel } from '../domain/opportunity'
import type { CovenantOutcome, Goal, Support, Topic, WeekTime } from '../domain/taxonomy'

/** Fits after "this is about …" and "likes …". */
export const TOPIC_WORDS: Record<Topic, string> = {
  animals: 'animals',
  'art-design': 'art and design',
  building: 'building',
  'business-office': 'office work',
  'care-health': 'health and looking after people',
  children: 'working with children',
  computers: 'computers',
  'cooking-food': 'cooking and food',
  'driving-transport': 'driving and transport',
  'engineering-repair': 'fixing and making things',
  'hair-beauty': 'hair and beauty',
  'law-safety': 'law and keeping people safe',
  'media-film': 'film and media',
  music: 'music',
  'nature-outdoors': 'nature and the outdoors',
  'people-customers': 'meeting customers',
  science: 'science',
  'sport-fitness': 'sport and fitness',
  'helping-others': 'helping others',
  'money-skills': 'money skills',
  'home-skills': 'home skills',
  languages: 'languages',
}

/** Fits after "you want to …". */
export const GOAL_WORDS: Record<Goal, string> = {
  'get-a-job': 'get a job',
  'earn-and-learn': 'earn while you learn',
  'try-work': 'try out work',
  'go-to-college': 'go to college',
  'go-to-university': 'go to university',
  'meet-people': 'meet people',
  'feel-better': 'feel better',
  'manage-money': 'manage money',
  'find-a-home': 'find a home',
  'help-others': 'help others',
}

/** Fits after "it could help with …". */
export const OUTCOME_WORDS: Record<CovenantOutcome, string> = {
  'independent-living': 'living on your own',
  'employment-education-training': 'work and learning',
  'safety-security': 'feeling safe',
  health: 'feeling well',
  finance: 'money',
}

/** Fits after "they offer …". */
export const SUPPORT_WORDS: Record<Support, string> = {
  'meet-someone-first': 'a meeting before the start',
  'named-person': 'one person to go to',
  'written-steps': 'steps written down',
  'quiet-space': 'a quiet space',
  'extra-time': 'extra time',
  'flexible-hours': 'hours that can change',
  'travel-practice': 'help to practise the trip',
  'help-with-english': 'help with English',
  equipment: 'any equipment needed',
  'regular-check-ins': 'regular chats about how it goes',
}

/** Fits after "this is on …" and "free on …". */
export const WEEK_TIME_WORDS: Record<WeekTime, string> = {
  'weekday-days': 'weekdays',
  'weekday-evenings': 'weekday evenings',
  weekends: 'weekends',
}

/** Fits after "this asks for …". */
export const QUALIFICATION_WORDS: Record<QualificationLevel, string> = {
  0: 'no qualifications',
  1: 'some GCSEs',
  2: 'GCSEs at grade 4 or above',
  3: 'A levels or something equal',
}

/** `a`, `a and b`, `a, b and c`; with a comma before the last "and" where a part has an "and" of its own. */
export function inWords(words: readonly string[]): string {
  if (words.length < 2) return words.join('')
  const and = words.some((word) => word.includes(' and ')) ? ', and ' : ' and '
  return `${words.slice(0, -1).join(', ')}${and}${words.at(-1) ?? ''}`
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** `3 March 2027`. */
export function dayInWords(day: Day): string {
  return `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1] ?? ''} ${day.slice(0, 4)}`
}
