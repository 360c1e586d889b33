import type { InterestRecord } from '../../db/queries/interests'
import type { MatchRecord } from '../../db/queries/matches'
import type { MatchState, Sharing } from '../../src/domain/match'
import { dayOf } from '../../src/domain/dates'
import type { StoryStep } from '../shared/story'
import { NOT_THIS_TIME } from '../words/states'
import { weekdayText } from '../words/times'

const on = (instant: string) => weekdayText(dayOf(new Date(instant)))

/** A request told as a story: where it is, whose turn, what next, by when. */
export function storyOfInterest(interest: InterestRecord): StoryStep[] {
  const asked: StoryStep = {
    text: 'You said you were interested.',
    when: on(interest.createdAt),
    state: 'done',
  }
  const answeredOn = interest.answeredAt ? { when: on(interest.answeredAt) } : {}
  switch (interest.state) {
    case 'open':
      return [
        asked,
        {
          text: `The 18+ team is looking. They answer by ${weekdayText(interest.answerDueOn)}.`,
          state: 'now',
        },
        { text: 'Then they talk it through with you.', state: 'next' },
      ]
    case 'kept':
      return [
        asked,
        {
          text: `The 18+ team is keeping it for later. ${interest.answerWords}`.trim(),
          ...answeredOn,
          state: 'now',
        },
      ]
    case 'not-this-time':
      return [asked, { text: notThisTime(interest), ...answeredOn, state: 'done' }]
    case 'proposed':
      return [asked, { text: 'The 18+ team offered it to you.', ...answeredOn, state: 'done' }]
    case 'withdrawn':
      return [asked, { text: 'You took your request back.', state: 'done' }]
  }
}

function notThisTime({ answerCode, answerWords }: InterestRecord): string {
  const reason =
    answerCode && answerCode in NOT_THIS_TIME ? NOT_THIS_TIME[answerCode as keyof typeof NOT_THIS_TIME] : ''
  return [
    'Not this time.',
    reason ? `${reason}.` : '',
    answerWords,
    'This does not change anything else for you.',
  ]
    .filter(Boolean)
    .join(' ')
}

/** What each state means to the young person: what has happened, and what comes next. */
const MATCH_WORDS: Record<MatchState, { said: string; next?: string }> = {
  suggested: { said: 'The 18+ team is thinking about it.' },
  proposed: { said: 'It is your turn: yes or no.' },
  accepted: { said: 'You said yes.' },
  introduced: {
    said: 'You said yes, and chose what to share.',
    next: 'They get in touch through this service.',
  },
  interview: { said: 'You have an interview or a taster.', next: 'They tell the team how it went.' },
  offered: { said: 'They have offered you the place.', next: 'You start on the day you agree.' },
  started: { said: 'You have started.', next: 'The team asks how it is going after 1, 4, 13 and 26 weeks.' },
  completed: { said: 'You stayed with it. Well done.' },
  'did-not-start': { said: 'It did not start this time.' },
  'ended-early': { said: 'It has ended.' },
  'declined-by-young-person': { said: 'You said no. That is fine.' },
  'declined-by-provider': { said: 'They could not go ahead. That is not about you.' },
  withdrawn: { said: 'It was stopped. Nothing is shared any more.' },
  expired: { said: 'The time to answer passed, so the place went back.' },
  superseded: { said: 'You took another place, so this one went back.' },
}

/** After a yes, when nobody there can see anything any more, that is the story. */
const NOTHING_SHARED: Partial<Record<Sharing, { said: string; next?: string }>> = {
  'ran-out': { said: 'What you shared has come to its last day. It is your turn: share again, or stop.' },
  'new-champion': { said: 'Somebody new looks after this. It is your turn: choose what to share, or stop.' },
  'no-champion': {
    said: 'The person who looked after this has left.',
    next: 'The 18+ team finds somebody, and you are asked again.',
  },
  'not-told': { said: 'Nothing is shared any more: they are on your list of people not to be told.' },
}

const IS_OVER: readonly MatchState[] = [
  'completed',
  'did-not-start',
  'ended-early',
  'declined-by-young-person',
  'declined-by-provider',
  'withdrawn',
  'expired',
  'superseded',
]

/** An offer told as a story. */
export function storyOfMatch(match: MatchRecord): StoryStep[] {
  const { said, next } = NOTHING_SHARED[match.sharing] ?? MATCH_WORDS[match.state]
  const offered: StoryStep = {
    text: 'The 18+ team offered it to you.',
    when: on(match.createdAt),
    state: 'done',
  }
  const byWhen =
    match.state === 'proposed' ? ` A place is kept for you until ${weekdayText(match.holdUntil ?? '')}.` : ''
  const now: StoryStep = {
    text: `${said}${byWhen}`,
    ...(match.state === 'proposed' ? {} : { when: on(match.stateSince) }),
    state: IS_OVER.includes(match.state) ? 'done' : 'now',
  }
  return [offered, now, ...(next ? [{ text: next, state: 'next' } as const] : [])]
}
