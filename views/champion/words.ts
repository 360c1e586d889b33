import type { OpportunityWork } from '../../db/queries/opportunities'
import { addWorkingDays, type Day, dayOf } from '../../src/domain/dates'
import { ANSWER_WORKING_DAYS } from '../../src/domain/match'
import { DEFAULT_EXPIRY_DAYS, type ShownState } from '../../src/domain/opportunity'
import type { DraftWarning } from '../../src/domain/opportunity-draft'
import type { PledgeState } from '../../src/domain/pledge'
import type { TagColour } from '../govuk'
import { weekdayText } from '../words/times'

export const STATE_COLOUR: Record<ShownState, TagColour> = {
  draft: 'grey',
  submitted: 'blue',
  'changes-requested': 'yellow',
  published: 'green',
  paused: 'orange',
  full: 'teal',
  closed: 'grey',
  expired: 'grey',
  withdrawn: 'grey',
  archived: 'grey',
}

export const PLEDGE_COLOUR: Record<PledgeState, TagColour> = {
  intent: 'blue',
  agreed: 'teal',
  live: 'green',
  delivered: 'green',
  'partly-delivered': 'yellow',
  lapsed: 'grey',
  withdrawn: 'grey',
}

/** What it is called while it has no title. */
export const titleOf = ({ title }: { title: string }): string => title || 'Opportunity without a title'

/** The day by which the 18+ team has looked at what was sent. */
export function reviewDay(submittedAt: string): Day {
  return addWorkingDays(dayOf(new Date(submittedAt)), ANSWER_WORKING_DAYS)
}

/** Whose turn it is, and what they do next. */
export function turnText(work: OpportunityWork): string {
  const { revision } = work
  if (revision?.state === 'submitted')
    return `The 18+ team’s turn: they answer by ${weekdayText(reviewDay(revision.submittedAt ?? work.stateSince))}`
  if (revision?.state === 'changes-requested') return 'Your turn: make the changes and send it again'
  if (revision) return work.content ? 'Your turn: finish the new version' : 'Your turn: finish it and send it'
  if (work.stoppedBecause) return 'The 18+ team’s turn: they paused it'
  return STANDING[work.shownState]
}

const STANDING: Record<ShownState, string> = {
  draft: 'Your turn: finish it and send it',
  submitted: 'The 18+ team’s turn',
  'changes-requested': 'Your turn: make the changes and send it again',
  published: 'The 18+ team’s turn: they match people to it',
  full: 'Nobody’s turn: every place is filled',
  paused: 'Your turn: resume it or close it',
  closed: 'Nobody’s turn: it has ended',
  expired: 'Nobody’s turn: its closing day has passed',
  withdrawn: 'Nobody’s turn: it was withdrawn',
  archived: 'Nobody’s turn: it has ended',
}

/** A thing to think about before sending, and why. */
export function warningText(warning: DraftWarning): { title: string; why: string; list: readonly string[] } {
  switch (warning.kind) {
    case 'unpaid-work':
      return {
        title: 'This looks like work without pay',
        why: 'Unpaid work of more than about two weeks, or with set duties, may break the law on the minimum wage. Pay a wage, or make it shorter.',
        list: [],
      }
    case 'no-closing-date':
      return {
        title: 'There is no closing day',
        why: `It will close by itself ${DEFAULT_EXPIRY_DAYS} days after it is published.`,
        list: [],
      }
    case 'closes-after-start':
      return {
        title: 'It closes after its first day',
        why: 'Somebody may ask when it has already begun. That is fine if people can join later. If not, choose a closing day before the first day.',
        list: [],
      }
    case 'long-sentences':
      return {
        title:
          warning.sentences.length === 1 ? 'One long sentence' : `${warning.sentences.length} long sentences`,
        why: 'Sentences of up to 25 words are easier to read. Can you split these?',
        list: warning.sentences,
      }
    case 'acronyms':
      return {
        title: 'Letters people may not know',
        why: 'Write these out in full the first time, or use other words.',
        list: warning.words,
      }
  }
}
