import type { MatchAction } from '../../src/domain/match'

/** Audit actions as people read them. An action that is not here is shown by its own words. */
const ACTION: Readonly<Record<string, string>> = {
  'opportunity.write': 'Written or changed',
  'opportunity.submit': 'Sent to the 18+ team',
  'opportunity.publish': 'Published',
  'opportunity.request-changes': 'Changes asked for',
  'opportunity.pause': 'Paused',
  'opportunity.resume': 'Resumed',
  'opportunity.stop': 'Paused by the 18+ team',
  'opportunity.lift': 'Pause of the 18+ team lifted',
  'opportunity.reassign': 'Handed over to a colleague',
  'pledge.reassign': 'Handed over to a colleague',
  'match.reassign': 'Handed over to a colleague',
  'care-leaver.reassign': 'New adviser',
  'match.share-again': 'Shared again',
  'opportunity.close': 'Closed',
  'opportunity.withdraw': 'Withdrawn',
  'opportunity.expire': 'Closed by its date',
  'opportunity.reinstate': 'Brought back with a new closing date',
  'opportunity.drop': 'Draft thrown away',
  'round.open': 'Round opened',
  'round.compute': 'Worked out',
  'round.choose': 'Rule chosen',
  'round.close': 'Closed',
  'round.withdraw': 'Withdrawn',
  'round-suggestion.accept': 'Proposed out of a round',
  'round-suggestion.drop': 'Dropped',
  'round-suggestion.swap': 'Swapped with somebody else',
  'rule-set.write': 'Change of the rules prepared',
  'rule-set.submit': 'A colleague asked to look at it',
  'rule-set.send-back': 'Sent back',
  'rule-set.approve': 'Approved: in force from here',
  'rule-set.withdraw': 'Withdrawn',
  'mentor-request.ask': 'Asked for',
  'mentor-request.offer': 'Choice offered',
  'mentor-request.pick': 'One picked',
  'mentor-request.pick-none': 'None picked',
  'mentor-request.let-go': 'No answer by the date',
  'mentor-request.withdraw': 'Taken back',
  'mentor-request.end': 'Ended',
  'mentor.write': 'Added or changed',
  'mentor.check-identity': 'Identity checked',
  'mentor.interview': 'Interviewed',
  'mentor.take-reference': 'Reference taken up',
  'mentor.request-dbs': 'DBS check asked for',
  'mentor.clear-dbs': 'DBS check clear',
  'mentor.train': 'Trained',
  'mentor.approve': 'Approved to match',
  'mentor.supervise': 'Supervised',
  'mentor.pause': 'Paused',
  'mentor.resume': 'Pause ended',
  'mentor.lapse': 'Lapsed by its date',
  'mentor.end': 'Ended',
  'match.propose': 'Offered',
  'match.accept': 'Said yes',
  'match.introduce': 'Introduced',
  'match.decline': 'Said no',
  'match.expire': 'No answer by the date',
  'match.withdraw': 'Stopped',
  'match.supersede': 'Took another place',
  'match.provider-decline': 'The provider could not go ahead',
  'match.interview': 'Interview or taster',
  'match.offer': 'Place offered',
  'match.start': 'Started',
  'match.not-start': 'Did not start',
  'match.complete': 'Completed',
  'match.end-early': 'Ended early',
  'interest.record': 'Interest recorded',
  'interest.answer': 'Interest answered',
  'interest.withdraw': 'Interest withdrawn',
  'share.give': 'Share given',
  'share.end': 'Share ended',
  'outcome.plan': 'Outcome check planned',
  'outcome.drop': 'Outcome check not needed any more',
  'match.suggest': 'Suggested',
  'outcome.due': 'Outcome check due',
  'outcome.record': 'Outcome check recorded',
  'pledge.make': 'Pledge made',
  'pledge.agree': 'Pledge agreed',
  'pledge.go-live': 'First opportunity published under it',
  'pledge.deliver': 'Pledge delivered',
  'pledge.deliver-partly': 'Pledge partly delivered',
  'pledge.lapse': 'Pledge lapsed',
  'pledge.withdraw': 'Pledge withdrawn',
  'care-leaver.import': 'Added from the case system',
  'care-leaver.update': 'Changed in the case system',
  'care-leaver.invite': 'Invited',
  'consideration.change': 'Answer to being suggested changed',
  'record.close': 'Account closed',
}

/** What happened to an offer, as it is told to whom it was made. */
const TOLD: Readonly<Record<MatchAction | 'suggest' | 'reassign' | 'share-again', string>> = {
  suggest: 'The 18+ team thought of this for you',
  propose: 'The 18+ team offered this to you',
  accept: 'You said yes',
  introduce: 'They were told that you said yes',
  decline: 'You said no',
  expire: 'The time to answer passed, so the place went back',
  withdraw: 'This was stopped',
  supersede: 'You took another place, so this one went back',
  'provider-decline': 'They could not go ahead',
  interview: 'An interview or a taster was planned',
  offer: 'They offered you the place',
  start: 'You started',
  'not-start': 'This did not start',
  complete: 'You stayed with it',
  'end-early': 'This ended early',
  reassign: 'Somebody else on the 18+ team looks after this now',
  'share-again': 'You chose again what to share',
}

export function toldText(action: string): string {
  const verb = action.replace(/^match\./, '')
  return Object.hasOwn(TOLD, verb) ? TOLD[verb as keyof typeof TOLD] : actionText(action)
}

export const actionText = (action: string): string =>
  ACTION[action] ?? wordsOf(action.slice(action.indexOf('.') + 1))

export const stateText = (state: string): string => wordsOf(state).toLowerCase()

/** A hyphenated word of a closed list as words. */
function wordsOf(word: string): string {
  const words = word.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
