import { endingsFor } from '../../http/command-context'

/** How a manager's posts end. */
export const { finish } = endingsFor({
  'own-account': 'You cannot do this to your own account. Ask another manager.',
})
