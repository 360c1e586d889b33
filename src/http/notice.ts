import type { Context } from 'hono'
import type { AppEnv } from './app-env'
import { dropCookie, keepCookie, readCookie } from './cookies'

/** What a page may say once after a change. The cookie carries the word, never a text. */
const NOTICES = {
  saved: 'Saved.',
  'area-set': 'What is nearest to the middle of that area comes first now.',
  'place-set':
    'Offers near you come first now. We keep only roughly where you are, until you close the browser.',
  removed: 'Removed.',
  'signed-out': 'You have signed out.',
  'account-closed': 'Your account is closed. Nobody can be told about you through this service any more.',
  'session-ended': 'That device has been signed out.',
  'interest-sent': 'We have told the 18+ team you are interested. They will answer within 5 working days.',
  'interest-withdrawn': 'You are no longer asking about this one.',
  'offer-saved': 'Saved to your list.',
  'order-saved': 'Your order is saved.',
  'search-saved': 'Your search is saved. It is on your home page, under “My searches”.',
  'searches-forgotten': 'We have forgotten what you looked for.',
  'search-removed': 'That search is gone.',
  'alerts-changed': 'What we send you about it is changed.',
  'need-told': 'Thank you. The 18+ team now knows what people look for here. It does not say who.',
  'offer-unsaved': 'Taken off your list.',
  'said-no': 'Thank you for telling us. It does not change anything else for you.',
  'said-yes': 'You said yes. They can now see what you chose to share.',
  'share-ended': 'Stopped. They can no longer see anything about you.',
  'message-sent': 'Your message has been sent.',
  'profile-saved': 'Your answer is saved.',
  'consideration-saved': 'Your answer is saved. You can change it whenever you like.',
  published: 'Published. It can be found now.',
  'changes-requested': 'The champion has been asked for changes.',
  'round-opened': 'The round is open. It is worked out on its day; today that takes a moment.',
  'rule-chosen': 'Chosen. Decide on each suggestion by itself: nobody has been told anything yet.',
  'no-match-recorded': 'Recorded. They are back on the list on the day you chose.',
  'round-ended': 'The round has ended, and that is recorded.',
  'suggestion-dropped': 'Dropped. They go on waiting.',
  'suggestion-swapped': 'Swapped. Nobody has been told anything yet.',
  proposed: 'Proposed. A place is held and the young person has been told there is an update.',
  'interest-answered': 'Answered. The young person has been told there is an update.',
  'match-ended': 'The match has ended, and that is recorded.',
  reported: 'Thank you. That is recorded.',
  'outcome-recorded': 'The outcome check is recorded.',
  'draft-saved': 'Your draft is saved.',
  'draft-dropped': 'The draft is gone. What is published stays as it is.',
  copied: 'Copied as a new draft.',
  paused: 'Paused. It cannot be found until you resume it.',
  resumed: 'Live again.',
  stopped: 'Paused. Nobody can find it, and its champion has been told there is an update.',
  lifted: 'Lifted, and its champion has been told there is an update. This page says how it stands.',
  closed: 'Closed. Its page now says so.',
  withdrawn: 'Withdrawn.',
  'pledge-saved': 'The pledge is saved.',
  invited: 'Invited. The mail with their link is on its way.',
  suspended: 'Suspended. Every session of that account has ended.',
  reinstated: 'The account is active again.',
  revoked: 'The invitation no longer works.',
  reassigned: 'The work has been handed over.',
  'talk-asked': 'We have told the Social Connections team. They will offer you a choice of people.',
  'mentoring-ended': 'Their time together has ended, and the place is free again.',
  'talk-taken-back': 'You are no longer asking for this.',
  'talk-picked': 'Thank you. The team will now help you meet.',
  'talk-none': 'Thank you for telling us. We will look for other people for you.',
  'talk-ended': 'It has ended. You can ask again whenever you like.',
  'choice-offered':
    'Offered. A place is held with each, and the young person has been told there is an update.',
  'mentor-added': 'Added. The first step is to check who they are.',
  'step-recorded': 'The step is recorded.',
  'mentor-stopped': 'Recorded. Nobody new is put to them.',
  'mentor-resumed': 'They can be matched again.',
  imported: 'The people are as the file has them.',
  'synonym-added': 'From now on it is looked for as that.',
  'search-mending': 'Asked for. Search is compared within a minute, and this page says what came of it.',
  'checks-asked': 'Asked. Each check now waits for whoever can settle it.',
  'asks-sent': 'Sent. It stands on the home page of their champions, who have been told there is an update.',
  'ask-taken-back': 'Taken back. It no longer stands on their home page.',
  'ask-declined': 'Thank you for telling us. The 18+ team can see it.',
  'check-ended': 'That is recorded.',
  'check-answered': 'Sent. The 18+ team can go on.',
  'question-answered': 'Thank you. The 18+ team has your answer.',
  'fact-saved': 'The fact is recorded. It stays with the adviser.',
} as const

export type Notice = keyof typeof NOTICES

const NOTICE_SECONDS = 60

/** Says something on the next page. */
export function setNotice(c: Context<AppEnv>, notice: Notice): void {
  keepCookie(c, 'notice', notice, NOTICE_SECONDS)
}

/** What the last page wanted said, once. */
export function takeNotice(c: Context<AppEnv>): string | null {
  const word = readCookie(c, 'notice')
  if (!word) return null
  dropCookie(c, 'notice')
  return Object.hasOwn(NOTICES, word) ? NOTICES[word as Notice] : null
}
