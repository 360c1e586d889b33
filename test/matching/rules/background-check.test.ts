import { expect, it } from 'vitest'
import { backgroundCheck } from '../../../src/matching/rules/background-check'
import { aCandidate, anOpening, aRecord, context } from '../../support/matching'

it.each([
  ['none asked for, none recorded', 'none', null, null, 'eligible'],
  ['none recorded', 'basic', null, null, 'needs-check'],
  ['recorded as none', 'basic', 'none', null, 'needs-check'],
  ['the level asked for', 'enhanced', 'enhanced', '2025-01-01', 'eligible'],
  ['a higher level', 'basic', 'enhanced-barred', '2025-01-01', 'eligible'],
  ['a lower level', 'enhanced', 'standard', '2025-01-01', 'needs-check'],
  ['issued three years ago today', 'enhanced', 'enhanced', '2023-11-22', 'eligible'],
  ['issued a day earlier', 'enhanced', 'enhanced', '2023-11-21', 'needs-check'],
  ['without a date', 'enhanced', 'enhanced', null, 'needs-check'],
] as const)('%s', (_what, asked, dbsLevel, dbsIssuedOn, answer) => {
  const candidate = aCandidate({ facts: aRecord({ dbsLevel, dbsIssuedOn }) })
  expect(backgroundCheck.check(candidate, anOpening({ dbsLevel: asked }), context).answer).toBe(answer)
})
