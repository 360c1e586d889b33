import { forgetProfileAnswer, saveProfileAnswer } from '../../../db/statements/care-leavers'
import type { CareLeaver, Profile, ProfileQuestion } from '../../domain/care-leaver'
import type { CommandContext } from '../command-context'
import { recordFact, type Committed } from '../commit-change'

export type Answered = {
  question: ProfileQuestion
  /** Undefined takes the answer back: it is then as if it was never given. */
  answer: Profile[ProfileQuestion] | undefined
  /** What the person said, when an adviser writes it down for them. */
  theirWords: string
}

/** Saves one answer about what somebody likes, wants or needs. Each stands by itself; none has to be given. */
export async function saveAnswer(
  ctx: CommandContext,
  careLeaver: CareLeaver,
  answered: Answered,
): Promise<Committed> {
  const { question, answer, theirWords } = answered
  if (answer === undefined) return recordFact(ctx, [forgetProfileAnswer(ctx.db, careLeaver.id, question)])
  return recordFact(ctx, [
    saveProfileAnswer(ctx.db, {
      careLeaverId: careLeaver.id,
      question,
      answer,
      answeredAt: ctx.now().toISOString(),
      answeredBy: ctx.actor.id,
      theirWords,
    }),
  ])
}
