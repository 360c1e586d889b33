import { endingsFor } from '../../http/command-context'

/** How posts of the Social Connections team end. */
export const { finish } = endingsFor({
  'already-there': 'The two references have to be from two settings. There is one from this setting already.',
  'no-place-left': 'They are with more young people than that now. Choose a higher number.',
  'place-taken':
    'One of them has no place left: somebody else was quicker. Open it again to see who can be offered.',
  'lacks-a-step': 'A step before this one is missing, or the DBS check is no longer in date.',
  'does-not-fit': 'One of them can no longer be offered. Open it again to see who can.',
  'not-approved': 'One of them can no longer be matched. Open it again to see who can.',
  'has-people':
    'They are with a young person, or on offer to one. Agree a good ending for each of them first, then end this.',
  'changed-meanwhile':
    'A colleague changed this while you had it open. Nothing of yours was saved. Open it again to see how it stands now.',
  'not-possible-now': 'This can no longer be done. Open it again to see how it stands now.',
})
