import { expect, it } from 'vitest'
import { qualification } from '../../../src/matching/rules/qualification'
import { aCandidate, anOpening, aRecord, context } from '../../support/matching'

it.each([
  ['nothing is asked and nothing known', 0, null, 'eligible'],
  ['the level asked for', 2, 2, 'eligible'],
  ['a level above', 2, 3, 'eligible'],
  ['a level below', 2, 1, 'not-eligible'],
  ['not known', 2, null, 'not-enough-information'],
] as const)('%s', (_what, qualificationLevel, level, answer) => {
  const candidate = aCandidate({ facts: aRecord({ qualificationLevel: level }) })
  expect(qualification.check(candidate, anOpening({ qualificationLevel }), context).answer).toBe(answer)
})

it('says what is asked for and offers a way towards it', () => {
  const candidate = aCandidate({ facts: aRecord({ qualificationLevel: 1 }) })
  const verdict = qualification.check(candidate, anOpening({ qualificationLevel: 2 }), context)
  expect(qualification.explain(verdict, 'young-person')).toBe(
    'This asks for GCSEs at grade 4 or above. We can help you work towards that.',
  )
})
