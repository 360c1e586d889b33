import { type Eligibility, type RuleVerdict, heaviestAnswer } from './eligibility'
import type { Verdict } from './rule'
import { permissionOutlasts } from './rules/permission-outlasts'
import { rightToWork } from './rules/right-to-work'

/** The right to work with all that only the adviser may know taken out, and the check of its end folded in. */
function folded(verdict: Verdict, outlasts: Verdict | undefined): Verdict {
  const facts = { ...verdict.facts, recorded: null }
  const isToBeChecked =
    verdict.answer !== 'eligible' || (outlasts !== undefined && outlasts.answer !== 'eligible')
  return isToBeChecked ? { answer: 'needs-check', by: 'adviser', facts } : { answer: 'eligible', facts }
}

/**
 * An eligibility that says no more of a permission to work than "checked" or "ask the adviser": whether there is
 * none, a limited one, or one that ends too soon comes out the same. What is stored or goes to a broker is this.
 */
export function withoutPermission(eligibility: Eligibility): Eligibility {
  const outlasts = eligibility.verdicts.find(({ ruleId }) => ruleId === permissionOutlasts.id)?.verdict
  const verdicts: RuleVerdict[] = eligibility.verdicts
    .filter(({ ruleId }) => ruleId !== permissionOutlasts.id)
    .map((one) =>
      one.ruleId === rightToWork.id ? { ruleId: one.ruleId, verdict: folded(one.verdict, outlasts) } : one,
    )
  return { answer: heaviestAnswer(verdicts), verdicts }
}
