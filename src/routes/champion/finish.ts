import { endingsFor } from '../../http/command-context'

/** How the posts of champions and partners end. */
export const { finish } = endingsFor({
  'too-many-waiting':
    '3 opportunities of whoever looks after this one wait for the 18+ team already. Nothing is lost: this one is saved as a draft. Send it when one of the others has been answered.',
  'too-many-this-week':
    '10 opportunities of whoever looks after this one were sent in 7 days, which is the most. Nothing is lost: this one is saved as a draft. Send it later, or ask the 18+ team.',
  stopped:
    'The 18+ team paused this one, so only they can make it live again. Its page says why. Ring or write to them.',
  'not-possible-now': 'It has changed since you opened the page. Look at how it stands now, then try again.',
})
