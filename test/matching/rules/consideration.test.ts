import { expect, it } from 'vitest'
import { consideration } from '../../../src/matching/rules/consideration'
import { aCandidate, anOpening, context } from '../../support/matching'

it.each([
  ['yes', { answer: 'eligible' }],
  ['no', { answer: 'not-eligible', by: 'young-person' }],
  ['not-asked', { answer: 'not-enough-information', by: 'young-person', missing: 'person.consideration' }],
] as const)('takes %s for what it is', (answer, verdict) => {
  expect(consideration.check(aCandidate({ consideration: answer }), anOpening(), context)).toMatchObject(
    verdict,
  )
})
