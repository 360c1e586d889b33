import type { RightToWork } from '../../domain/care-leaver'
import type { ByClass } from '../decision'
import { type KindOfWork, kindOfWork, needsPermission } from '../kind-of-work'
import { type Reader, type Verdict, rule } from '../rule'

/** What the adviser's record says; null once `withoutPermission` has taken it out. */
type Recorded = RightToWork['status'] | null
type RightToWorkFacts = { work: KindOfWork; recorded: Recorded }

/** Whether any work at all is on record as checked. */
export const byPermission: ByClass<boolean> = {
  classes: [true, false],
  classOf: ({ facts }) => facts.rightToWork?.status === 'any-work',
  answer: (isCleared, opening, context) =>
    isCleared || !needsPermission(kindOfWork(opening, context)) ? 'eligible' : 'needs-check',
}

const CHECK_WORDS: Record<RightToWork['status'], string> = {
  'any-work': 'Check the right to work for this.',
  'limited-work': 'The permission on record is limited. Check that it covers this.',
  'volunteering-only': 'The record allows volunteering only. Check before suggesting this.',
  'not-known': 'No right to work is on record. Check it before suggesting this.',
}

function explainEligible(work: KindOfWork, reader: Reader): string {
  if (work === 'not-work') {
    return reader === 'young-person'
      ? 'This is not work, so nobody asks for work papers.'
      : 'Needs no right to work.'
  }
  if (work === 'open') {
    return reader === 'young-person'
      ? 'Everyone may do this. Nobody asks for work papers.'
      : 'Open to everyone: unpaid, for a charity or public body.'
  }
  return reader === 'young-person'
    ? 'We have checked that you can do this kind of work.'
    : 'Right to work was checked by the 18+ service.'
}

function explainCheck({ facts }: Verdict<RightToWorkFacts>, reader: Reader): string {
  if (reader === 'young-person') return 'We need to check with you that you can do this kind of work.'
  if (reader === 'broker') return 'Ask the adviser to check the right to work.'
  return CHECK_WORDS[facts.recorded ?? 'any-work']
}

/**
 * Whether the law lets the person do this kind of work.
 *
 * The answer is yes or "ask the adviser" and never no: a permission can change from one week to the next, a person
 * must look at the papers, and a "no" would tell the broker what only the adviser may know.
 */
export const rightToWork = rule<RightToWorkFacts>({
  id: 'right-to-work',
  sentence: 'Paid work, and unpaid work for a business, need a right to work that an adviser has checked.',
  check(candidate, opening, context) {
    const recorded = candidate.facts.rightToWork?.status ?? 'not-known'
    const facts = { work: kindOfWork(opening, context), recorded }
    const answer = byPermission.answer(byPermission.classOf(candidate, context), opening, context)
    return answer === 'eligible' ? { answer, facts } : { answer, by: 'adviser', facts }
  },
  explain: (verdict, reader) =>
    verdict.answer === 'eligible'
      ? explainEligible(verdict.facts.work, reader)
      : explainCheck(verdict, reader),
})
