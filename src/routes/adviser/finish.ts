import { endingsFor } from '../../http/command-context'

/** How an adviser's posts end. */
export const { finish } = endingsFor({})
