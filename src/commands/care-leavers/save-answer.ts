import { answerChecksOf } from '../../../db/statements/check-tasks'
import { forgetProfileAnswer, saveProfileAnswer } from '../../../db/statements/care-leavers'
import type { CareLeaver, Profile, ProfileQuestion } from '../../domain/care-leaver'
import { rulesAnsweredBy } from '../../domain/check-task'
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
  const at = ctx.now().toISOString()
  const rules = rulesAnsweredBy(question)
  return recordFact(ctx, [
    ...(rules.length > 0 ? [answerChecksOf(ctx.db, careLeaver.id, rules, { by: ctx.actor.id, at })] : []),
    saveProfileAnswer(ctx.db, {
      careLeaverId: careLeaver.id,
      question,
      answer,
      answeredAt: at,
      answeredBy: ctx.actor.id,
      theirWords,
    }),
  ])
}
