import { endingsFor } from '../../http/command-context'

/** How a young person's posts end. */
export const { finish, refuse } = endingsFor({
  'hold-ended':
    'The time to answer this one has passed, so its place went back. You have not lost anything else. If you still want it, tell the 18+ team.',
  'nobody-to-tell':
    'The person this would be shared with is not there any more. Nothing was shared. The 18+ team will find out who takes over.',
  'other-receiver':
    'Somebody else looks after this offer now, so nothing was shared. Open it again to see who, and choose anew.',
  blocked: 'This would be shared with someone on your list of people not to be told, so nothing was shared.',
  'already-there': 'You have already asked about this one. You can see it under “My requests”.',
  'asked-for-someone': 'You have already asked for someone. You can see it under “Someone to talk to”.',
  'not-approved': 'This person cannot meet anybody now. We are sorry. You can pick somebody else.',
  'not-possible-now':
    'This has changed since you opened the page, so nothing was sent. Open it again to see how things stand.',
  'too-many-searches': 'You have ten searches saved, which is the most. Take one off your list first.',
  'nothing-to-tell':
    'Choose a kind of offer or an area first, so that the 18+ team knows what was missing. Nothing was sent.',
  'share-ended': 'Sharing has ended, so your message was not sent.',
})
