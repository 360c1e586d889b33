import { addDays, type Day } from './dates'
import {
  DEFAULT_EXPIRY_DAYS,
  JOB_KINDS,
  OPPORTUNITY_SECTIONS,
  type OpportunityContent,
  type OpportunitySection,
} from './opportunity'
import { findAcronyms, findLongSentences } from './plain-language'

/** What a champion has written so far. */
export type OpportunityDraft = Partial<OpportunityContent>

/** What each step of the task list must have before it can be sent. What is optional is not listed. */
const REQUIRED: Record<OpportunitySection, readonly (keyof OpportunityContent)[]> = {
  basics: ['kind', 'title', 'summary', 'outcomes', 'heading'],
  doing: ['description', 'whatYouWillDo', 'topics'],
  criteria: ['criteria', 'qualificationLevel'],
  dates: ['places', 'hours', 'weekTimes'],
  where: ['isRemote', 'placeOfWork'],
  pay: ['pay', 'payText'],
  checks: ['minAge', 'maxAge', 'definition', 'needsRightToWork', 'dbsLevel'],
  support: ['supports'],
  audience: ['visibility', 'priority'],
}

export function isSectionDone(draft: OpportunityDraft, section: OpportunitySection): boolean {
  return REQUIRED[section].every((field) => draft[field] !== undefined)
}

/** The steps that still have to be done, in the order of the task list. */
export function sectionsToDo(draft: OpportunityDraft): OpportunitySection[] {
  return OPPORTUNITY_SECTIONS.filter((section) => !isSectionDone(draft, section))
}

/** The whole content, or undefined while a step is still to do. Optional fields get their empty value. */
export function toContent(draft: OpportunityDraft): OpportunityContent | undefined {
  if (sectionsToDo(draft).length > 0) return undefined
  return {
    startsOn: null,
    endsOn: null,
    closesOn: null,
    travelHelp: '',
    town: '',
    district: null,
    cellEast: null,
    cellNorth: null,
    priorityUntil: null,
    ...draft,
  } as OpportunityContent
}

/** Every offer ends: without a day of its own it closes 90 days after it was published. */
export function closingDay(content: OpportunityContent, today: Day): Day {
  return content.closesOn ?? addDays(today, DEFAULT_EXPIRY_DAYS)
}

export type DraftWarning =
  | { kind: 'long-sentences'; sentences: string[] }
  | { kind: 'acronyms'; words: string[] }
  | { kind: 'unpaid-work' }
  | { kind: 'no-closing-date' }
  | { kind: 'closes-after-start' }

/** Unpaid work beyond about two weeks, or with set duties, may be unlawful (National Minimum Wage Act 1998). */
const UNPAID_DAYS_MAX = 14

/** What to think about before sending. Hints, never a block. */
export function warningsFor(draft: OpportunityDraft): DraftWarning[] {
  const text = [draft.summary, draft.description, draft.whatYouWillDo].filter(Boolean).join('\n')
  const sentences = findLongSentences(text)
  const words = findAcronyms(`${draft.title ?? ''}\n${text}`)
  return [
    ...(looksLikeUnpaidWork(draft) ? [{ kind: 'unpaid-work' } as const] : []),
    ...(draft.closesOn ? [] : [{ kind: 'no-closing-date' } as const]),
    ...(closesAfterStart(draft) ? [{ kind: 'closes-after-start' } as const] : []),
    ...(sentences.length > 0 ? [{ kind: 'long-sentences', sentences } as const] : []),
    ...(words.length > 0 ? [{ kind: 'acronyms', words } as const] : []),
  ]
}

/** Right where people may join later, and a slip where they may not. */
const closesAfterStart = ({ startsOn, closesOn }: OpportunityDraft): boolean =>
  Boolean(startsOn && closesOn && startsOn < closesOn)

function looksLikeUnpaidWork({ kind, pay, startsOn, endsOn }: OpportunityDraft): boolean {
  if (!kind || !pay || pay === 'wage' || pay === 'free-to-you') return false
  if (JOB_KINDS.includes(kind)) return true
  const isLong = Boolean(startsOn && endsOn && addDays(startsOn, UNPAID_DAYS_MAX) < endsOn)
  return kind === 'work-experience' && isLong
}
