import { listNamelessWords } from '../../../db/queries/unfound-words'
import {
  addTeamSynonym,
  addUnfoundWords,
  forgetUnfoundWord,
  removeTeamSynonym,
} from '../../../db/statements/unfound-words'
import { dayOf } from '../../domain/dates'
import type { AccountId } from '../../domain/ids'
import type { UnfoundWord } from '../../search/unfound-words'
import type { CommandContext } from '../command-context'
import { type Committed, recordFact } from '../commit-change'

/** One word of letters: no number, no address, nothing long enough to be several. */
const PLAIN = /^\p{L}{3,20}$/u

/** Writes down what was typed and found nothing, without names, and without saying by whom. */
export async function recordUnfoundWords(
  ctx: CommandContext,
  noted: readonly UnfoundWord[],
): Promise<Committed> {
  const plain = noted.filter(({ word }) => PLAIN.test(word))
  if (plain.length === 0) return 'committed'
  const nameless = new Set(await listNamelessWords(ctx.db, [...new Set(plain.map(({ word }) => word))]))
  const words = await Promise.all(
    plain
      .filter(({ word }) => nameless.has(word))
      .map(async ({ word, accountId }) => ({
        word,
        visitorHash: await ctx.secrets.hash('unfound-word', `${accountId} ${word}`),
      })),
  )
  if (words.length === 0) return 'committed'
  return recordFact(ctx, [addUnfoundWords(ctx.db, words, dayOf(ctx.now()))])
}

/** From now on the word is looked for as what it means. */
export async function addSynonym(
  ctx: CommandContext,
  { word, means }: { word: string; means: string },
): Promise<Committed> {
  return recordFact(ctx, [
    removeTeamSynonym(ctx.db, word),
    addTeamSynonym(ctx.db, { word, means, addedBy: ctx.actor.id as AccountId, at: ctx.now().toISOString() }),
    forgetUnfoundWord(ctx.db, word),
  ])
}

export async function removeSynonym(ctx: CommandContext, word: string): Promise<Committed> {
  return recordFact(ctx, [removeTeamSynonym(ctx.db, word)])
}
