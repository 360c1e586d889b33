import { endingsFor } from '../../../http/command-context'

/** How posts about the rules end. */
export const { finish } = endingsFor({
  'already-there': 'A change of the rules is being prepared already. Finish or withdraw that one first.',
  'changed-meanwhile':
    'A colleague changed this while you had it open. Nothing of yours was saved. Open it again to see how it stands now.',
  'not-yours': 'Only whoever prepares this change can do that. You can withdraw it and prepare your own.',
  'own-change': 'You prepared this change yourself, so a colleague has to look at it.',
  'nothing-changed': 'Nothing in it differs from what is in force. Change something first, or withdraw it.',
  'not-possible-now': 'This can no longer be done. Open it again to see how it stands now.',
})
