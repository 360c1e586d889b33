import { z } from 'zod'
import { wordsField } from '../../../../views/team/asks/new-ask-pages'
import { ASK_WORDS_MAX } from '../../../domain/champion-ask'
import type { OrganisationId } from '../../../domain/ids'
import { withoutContactDetails } from '../../../http/fields'
import { line } from '../../../http/form'

/** What is asked for, as a kind or an outcome and a district. Which there are is for the domain to say. */
export const AskedForForm = z.object({
  what: z.string().default(''),
  district: z.string().default(''),
  word: z.string().default(''),
})

/** The words for each organisation that was chosen. Nobody is to be reached by going round the service. */
export const wordsForm = (chosen: readonly { id: OrganisationId; name: string }[]) =>
  z.object(
    Object.fromEntries(
      chosen.map(({ id, name }) => [
        wordsField(id),
        line(`The message to ${name}`, ASK_WORDS_MAX, `Write what you ask ${name} for`).superRefine(
          withoutContactDetails(`${name} answers here, and can ring the team as always`),
        ),
      ]),
    ),
  )
