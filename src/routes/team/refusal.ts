import type { Context } from 'hono'
import type { AppEnv } from '../../http/app-env'
import { Problem, problemPage } from '../../http/problems'

const WORDS: Readonly<Record<string, string>> = {
  'changed-meanwhile':
    'A colleague changed this while you had it open. Nothing of yours was saved. Open it again to see how it stands now.',
  'no-place-left':
    'The last place has just gone. Nothing was proposed. If one comes back, you can try again.',
  'already-there': 'This person already has a live match with this opportunity.',
  'nobody-to-tell':
    'Whoever posted this cannot sign in any more, so there is nobody to introduce anyone to. Tell a manager.',
  'not-eligible':
    'The rules of this opportunity say no for this person, so it was not proposed. The page says which rule.',
  'not-considered': 'This person has not agreed to be suggested, so nothing was proposed.',
  'own-offer': 'You posted this yourself, so a colleague has to review it.',
  'own-pledge': 'You made this pledge yourself, so a colleague has to change it.',
  'closing-day-passed': 'Its closing date has passed. Ask the champion for a new one.',
  'not-possible-now': 'This can no longer be done. Open it again to see how it stands now.',
}

/** How the team is told that a step could not be taken. What does not exist for them is a 404. */
export function teamRefusal(c: Context<AppEnv>, outcome: string): Promise<Response> {
  if (outcome === 'not-found') throw new Problem(404)
  return problemPage(c, 409, WORDS[outcome] ?? WORDS['not-possible-now'])
}
