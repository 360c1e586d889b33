import { endingsFor } from '../../http/command-context'

/** How the team's posts end. */
export const { finish } = endingsFor({
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
  'nothing-to-ask': 'Nothing is left to ask about this person and this opportunity. Open the page again.',
  'own-offer': 'You posted this yourself, so a colleague has to review it.',
  'own-pledge': 'You made this pledge yourself, so a colleague has to change it.',
  'closing-day-passed': 'Its closing date has passed. Ask the champion for a new one.',
  'fits-now':
    'An offer fits this person by now, so nothing was recorded. You find it on the page of the person.',
  'asked-already':
    'One of these organisations was asked for the same less than 14 days ago, or still has it on its home page. Nothing was sent to anybody. Open the page again to see who can be asked.',
  'nobody-there':
    'Nobody of one of these organisations can sign in any more. Nothing was sent to anybody. Open the page again to see who can be asked.',
  'not-possible-now': 'This can no longer be done. Open it again to see how it stands now.',
})
